package dev.signalbox.practice.github.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitsTest {

    private final Stage stage = new Stage(Stage.job("a", List.of()));
    private final Repository repository = stage.repository;

    @Test
    void nameTheOneBefore() {
        Commit first = repository.head();
        Commit second = Commits.next(repository, "Second", stage.people.you(), Stage.BEGIN);
        repository.add(second);
        Commit third = Commits.next(repository, "Third", stage.people.you(), Stage.BEGIN);

        assertThat(first.parent()).isNull();
        assertThat(second.parent()).isEqualTo(first.sha());
        assertThat(third.parent()).isEqualTo(second.sha());
    }

    @Test
    void haveNamesThatNoOtherHasEvenForTheSameWords() {
        Commit once = Commits.next(repository, "Same", stage.people.you(), Stage.BEGIN);
        repository.add(once);
        Commit twice = Commits.next(repository, "Same", stage.people.you(), Stage.BEGIN);

        assertThat(once.sha()).matches("[0-9a-f]{40}").isNotEqualTo(twice.sha());
        assertThat(twice.files()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            One line                 | One line
            Subject~~And a body      | Subject
            ~Empty first line        | ''
            """)
    void areTitledByTheirFirstLine(String message, String subject) {
        Commit commit = Commits.next(repository, message.replace('~', '\n'), stage.people.you(), Stage.BEGIN);

        assertThat(commit.subject()).isEqualTo(subject);
    }
}
