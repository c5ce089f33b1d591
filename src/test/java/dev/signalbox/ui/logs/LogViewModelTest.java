package dev.signalbox.ui.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.logs.LogLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogViewModelTest {

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final LogViewModel model = new LogViewModel(background::add, Runnable::run);

    @TempDir
    private Path folder;

    @Test
    void saysWhyThereIsNoLog() {
        model.show(job(null, "The provider gives no log while a job runs."));
        assertThat(model.words().get()).isEqualTo("The provider gives no log while a job runs.");
        assertThat(model.lines().get()).isZero();
    }

    @Test
    void readsTheFileInTheBackground() throws IOException {
        model.show(job(file("one\ntwo\n"), ""));
        assertThat(model.words().get()).isEqualTo("Reading the log…");
        work();
        assertThat(model.words().get()).isEmpty();
        assertThat(model.lines().get()).isEqualTo(2);
        assertThat(model.size().get()).isEqualTo("8 B");
    }

    @Test
    void givesLinesOnceTheyHaveBeenRead() throws IOException {
        model.show(job(file("line\n".repeat(900) + "two\n"), ""));
        work();
        long before = model.arrivals().get();
        assertThat(model.line(900)).isNull();
        assertThat(model.line(899)).as("asked only once").isNull();
        assertThat(background).hasSize(1);
        work();
        assertThat(model.arrivals().get()).isGreaterThan(before);
        assertThat(line(900).text()).isEqualTo("two");
    }

    @Test
    void hasTheLinesThatAreSeenFirstAtOnce() throws IOException {
        model.show(job(file("line\n".repeat(900) + "[ERROR] here\n"), ""));
        work();
        assertThat(line(900).text()).isEqualTo("[ERROR] here");
        assertThat(line(800).text()).isEqualTo("line");
    }

    @Test
    void pointsAtTheFirstErrorAndWalksOverThem() throws IOException {
        model.show(job(file("a\n[ERROR] x\nb\n##[error]y\n"), ""));
        work();
        assertThat(model.errors().get()).isEqualTo(2);
        assertThat(model.current().get()).isEqualTo(1);
        model.nextError();
        assertThat(model.current().get()).isEqualTo(3);
        model.nextError();
        assertThat(model.current().get()).as("from the last to the first").isEqualTo(1);
        model.previousError();
        assertThat(model.current().get()).as("from the first to the last").isEqualTo(3);
        model.point(2);
        model.previousError();
        assertThat(model.current().get()).isEqualTo(1);
    }

    @Test
    void findsFromTheCurrentLineOn() throws IOException {
        model.show(job(file("needle\nhay\nneedle\nNEEDLE\n"), ""));
        work();
        model.point(1);
        model.find("needle");
        assertThat(model.hits().words().get()).isEqualTo("searching…");
        work();
        assertThat(model.hits().words().get()).isEqualTo("2 of 3");
        assertThat(model.current().get()).isEqualTo(2);
        assertThat(model.hits().holds(3)).isTrue();
        assertThat(model.hits().holds(1)).isFalse();
        model.hits().next();
        model.hits().next();
        assertThat(model.hits().words().get()).as("round").isEqualTo("1 of 3");
        model.hits().previous();
        assertThat(model.current().get()).isEqualTo(3);
    }

    @Test
    void saysWhenNothingIsFoundAndForgetsAnEmptySearch() throws IOException {
        model.show(job(file("a\n"), ""));
        work();
        model.find("zebra");
        work();
        assertThat(model.hits().words().get()).isEqualTo("nothing found");
        model.find("");
        assertThat(model.hits().words().get()).isEmpty();
        model.hits().next();
        assertThat(model.current().get()).isEqualTo(-1);
    }

    @Test
    void ignoresTheAnswerOfASearchThatIsNotWantedAnyMore() throws IOException {
        model.show(job(file("abc\n"), ""));
        work();
        model.find("a");
        model.find("zebra");
        work();
        assertThat(model.hits().words().get()).isEqualTo("nothing found");
    }

    @Test
    void ignoresALogThatIsNotShownAnyMore() throws IOException {
        model.show(job(file("first\n"), ""));
        model.show(job(file("second\nlog\n"), ""));
        work();
        assertThat(model.lines().get()).isEqualTo(2);
        model.show(job(null, "This job was skipped: it has no log."));
        work();
        assertThat(model.lines().get()).isZero();
        assertThat(model.line(0)).isNull();
    }

    @Test
    void keepsTheSearchForTheNextLog() throws IOException {
        model.show(job(file("a\n"), ""));
        work();
        model.find("b");
        work();
        model.show(job(file("x\nb\n"), ""));
        work();
        // Another log clears what was found in the one before, then the same text is looked for in it.
        assertThat(model.hits().words().get()).isEqualTo("1 of 1");
        assertThat(model.current().get()).isEqualTo(1);
    }

    @Test
    void copiesWhatIsSeen() throws IOException {
        model.show(job(file("2026-11-20T14:02:31Z red\u001b[31m wine\n\u202Eb\nc\n"), ""));
        work();
        List<String> copied = new ArrayList<>();
        model.copy(List.of(1, 0), copied::add);
        work();
        assertThat(copied).containsExactly("red wine\n⟨U+202E⟩b\n");
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
        assertThat(model.current().get()).isEqualTo(-1);
    }

    @Test
    void showsTimesOrNot() {
        assertThat(model.times().get()).isTrue();
        model.toggleTimes();
        assertThat(model.times().get()).isFalse();
    }

    private LogLine line(int number) {
        return Objects.requireNonNull(model.line(number));
    }

    private void work() {
        while (!background.isEmpty()) {
            background.poll().run();
        }
    }

    private LogFile file(String text) throws IOException {
        Path path = Files.writeString(Files.createTempFile(folder, "job", ".log"), text);
        return new LogFile(path, Files.size(path));
    }

    private static ShownLog job(@Nullable LogFile log, String words) {
        return new ShownLog(log, words, "");
    }
}
