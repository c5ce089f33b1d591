package dev.signalbox.ui.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogViewModelTest extends LogModelFixture {

    @Test
    void saysWhyThereIsNoLog() {
        model.show(job(null, "The provider gives no log while a job runs."));
        assertThat(model.words().get()).isEqualTo("The provider gives no log while a job runs.");
        assertThat(model.signs().lines().get()).isZero();
    }

    @Test
    void readsTheFileInTheBackground() throws IOException {
        model.show(job(file("one\ntwo\n"), ""));
        assertThat(model.words().get()).isEqualTo("Reading the log…");
        work();
        assertThat(model.words().get()).isEmpty();
        assertThat(model.signs().lines().get()).isEqualTo(2);
        assertThat(model.signs().state().get()).isEqualTo("8 B");
    }

    @Test
    void givesLinesOnceTheyHaveBeenRead() throws IOException {
        model.show(job(file("line\n".repeat(900) + "two\n"), ""));
        work();
        long before = model.signs().arrivals().get();
        assertThat(model.line(900)).isNull();
        assertThat(model.line(899)).as("asked only once").isNull();
        assertThat(background).hasSize(1);
        work();
        assertThat(model.signs().arrivals().get()).isGreaterThan(before);
        assertThat(line(900).text()).isEqualTo("two");
    }

    @Test
    void asksNoMoreForLinesOfAFileThatIsGone() throws IOException {
        LogFile log = file("line\n".repeat(900));
        model.show(job(log, ""));
        work();
        Files.writeString(log.path(), "");
        assertThat(model.line(800)).isNull();
        work();
        assertThat(line(800).text()).as("what is gone is empty").isEmpty();
    }

    @Test
    void pointsAtTheFirstErrorAndWalksOverThem() throws IOException {
        model.show(job(file("a\n[ERROR] x\nb\n##[error]y\n"), ""));
        work();
        assertThat(model.signs().errors().get()).isEqualTo(2);
        assertThat(model.signs().current().get()).isEqualTo(1);
        model.nextError();
        assertThat(model.signs().current().get()).isEqualTo(3);
        model.nextError();
        assertThat(model.signs().current().get()).as("from the last to the first").isEqualTo(1);
        model.previousError();
        assertThat(model.signs().current().get()).as("from the first to the last").isEqualTo(3);
        model.point(2);
        model.previousError();
        assertThat(model.signs().current().get()).isEqualTo(1);
    }

    @Test
    void findsFromTheCurrentLineOn() throws IOException {
        model.show(job(file("needle\nhay\nneedle\nNEEDLE\n"), ""));
        work();
        model.point(1);
        find("needle");
        assertThat(model.hits().words().get()).startsWith("searching…");
        work();
        assertThat(model.hits().words().get()).isEqualTo("2 of 3");
        assertThat(model.signs().current().get()).isEqualTo(2);
        assertThat(model.hits().holds(3)).isTrue();
        assertThat(model.hits().holds(1)).isFalse();
        model.nextHit();
        model.nextHit();
        assertThat(model.hits().words().get()).as("round").isEqualTo("1 of 3");
        model.previousHit();
        assertThat(model.signs().current().get()).isEqualTo(3);
    }

    @Test
    void saysWhenNothingIsFoundAndForgetsAnEmptySearch() throws IOException {
        model.show(job(file("a\n"), ""));
        work();
        find("zebra");
        work();
        assertThat(model.hits().words().get()).isEqualTo("nothing found");
        find("");
        assertThat(model.hits().words().get()).isEmpty();
        model.nextHit();
        assertThat(model.signs().current().get()).isEqualTo(-1);
    }

    @Test
    void ignoresTheAnswerOfASearchThatIsNotWantedAnyMore() throws IOException {
        model.show(job(file("abc\n"), ""));
        work();
        find("a");
        find("zebra");
        work();
        assertThat(model.hits().words().get()).isEqualTo("nothing found");
    }

    @Test
    void ignoresALogThatIsNotShownAnyMore() throws IOException {
        model.show(job(file("first\n"), ""));
        model.show(job(file("second\nlog\n"), ""));
        work();
        assertThat(model.signs().lines().get()).isEqualTo(2);
        model.show(job(null, "This job was skipped: it has no log."));
        work();
        assertThat(model.signs().lines().get()).isZero();
        assertThat(model.line(0)).isNull();
    }

    @Test
    void keepsTheSearchForTheNextLog() throws IOException {
        model.show(job(file("a\n"), ""));
        work();
        find("b");
        work();
        model.show(job(file("x\nb\n"), ""));
        work();
        // Another log clears what was found in the one before, then the same text is looked for in it.
        assertThat(model.hits().words().get()).isEqualTo("1 of 1");
        assertThat(model.signs().current().get()).isEqualTo(1);
    }

    @Test
    void copiesWhatIsSeen() throws IOException {
        model.show(job(file("2026-11-20T14:02:31Z red\u001b[31m wine\n\u202Eb\nc\n"), ""));
        work();
        List<String> copied = new ArrayList<>();
        model.copy(List.of(1, 0), LogExcerpts.Form.SHOWN, copied::add);
        work();
        assertThat(copied).containsExactly("red wine\n‹U+202E›b\n");
    }

    @Test
    void saysWhenTheFileCannotBeRead() {
        model.show(job(new LogFile(folder.resolve("gone.log"), 3), ""));
        work();
        assertThat(model.words().get()).isEqualTo("The log cannot be read from this disk: NoSuchFileException.");
    }

    @Test
    void saysWhenTheLogIsEmpty() throws IOException {
        model.show(job(file(""), ""));
        work();
        assertThat(model.words().get()).isEqualTo("The log is empty.");
        model.nextError();
        assertThat(model.signs().current().get()).isEqualTo(-1);
    }
}
