package dev.signalbox.practice.github.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTest {

    private final People people = People.standard();

    @Test
    void haveLoginsAndNumbersOfTheirOwn() {
        assertThat(people.all()).extracting(Person::login).doesNotHaveDuplicates();
        assertThat(people.all()).extracting(Person::id).doesNotHaveDuplicates();
        assertThat(people.all()).filteredOn(Person::bot).containsExactly(people.bot());
    }

    @Test
    void areFoundByTheirLogin() {
        assertThat(people.named("qa-lead")).isEqualTo(people.colleague());
        assertThat(people.named("release-bot[bot]")).isEqualTo(people.bot());
        assertThatThrownBy(() -> people.named("nobody")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void writeCommitsUnderAnAddressThatIsOne() {
        assertThat(people.bot().email()).isEqualTo("release-bot@practice.test");
        assertThat(people.all()).extracting(Person::email).allMatch(mail -> mail.matches("[a-z0-9-]+@practice\\.test"));
    }

    @ParameterizedTest
    @CsvSource({"release-mgr, false, dev-1, true", "release-mgr, false, release-mgr, true",
        "release-mgr, true, release-mgr, false", "release-mgr, true, dev-1, true", "dev-2, false, dev-1, false",
        "release-bot[bot], false, dev-1, false"})
    void mayApproveWhereTheyAreAskedAndNotTheirOwnWhereThatIsPrevented(String login, boolean prevented, String starter,
            boolean expected) {
        Environment environment = new Environment(1, "production", List.of(people.releaseTeam()), prevented,
                Instant.EPOCH);

        assertThat(environment.mayApprove(people.named(login), people.named(starter))).isEqualTo(expected);
    }

    @Test
    void ofAnEnvironmentWithoutRulesAreNobody() {
        Environment open = new Environment(1, "staging", List.of(), false, Instant.EPOCH);

        assertThat(open.isProtected()).isFalse();
        assertThat(people.all()).noneMatch(open::isReviewer);
    }
}
