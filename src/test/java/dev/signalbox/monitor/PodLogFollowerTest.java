package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.workloadKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.state.Change;
import dev.signalbox.state.PodLogKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PodLogFollowerTest {

    private static final PodLogKey KEY = new PodLogKey(workloadKey("production", "checkout"), "checkout-1", false);

    @TempDir
    private Path folder;

    private Redaction known = Redaction.SHAPES_ONLY;
    private final List<Change> offered = new ArrayList<>();

    private PodLogFollower follower(Path into) {
        return new PodLogFollower(KEY, into, 2_000_000, () -> known, offered::add);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private LogFile latest() {
        return switch (((Change.PodLogRead) offered.getLast()).answer()) {
            case Answer.Good<LogFile>(LogFile file, var at) -> file;
            case Answer.Bad<LogFile> bad -> throw new AssertionError(bad);
        };
    }

    @Test
    void hasAFileAsSoonAsTheLogIsOpen() {
        follower(folder.resolve("pods")).lines(new byte[0], NOON);
        assertThat(latest().bytes()).isZero();
        assertThat(latest().path()).exists();
    }

    @Test
    void keepsNoMoreThanItMayAndSaysSo() throws IOException {
        PodLogFollower follower = follower(folder);
        follower.lines(bytes("x".repeat(1_999_998) + "\n"), NOON);
        follower.lines(bytes("too much\n"), NOON);
        follower.lines(bytes("much too much\n"), NOON);
        assertThat(Files.readAllLines(latest().path())).hasSize(2)
                .last().asString().isEqualTo("(2 MB are kept and no more: open the log again to read on)");
        assertThat(latest().bytes()).isEqualTo(Files.size(latest().path()));
    }

    @Test
    void tellsADiskThatTakesNothing() throws IOException {
        follower(Files.writeString(folder.resolve("a file"), "")).lines(bytes("a\n"), NOON);
        assertThat(offered).singleElement().isEqualTo(new Change.PodLogRead(
                KEY, new Answer.Bad<>(new RemoteProblem.NotKept("The log cannot be written to this disk"), NOON)));
    }

    @Test
    void takesItsFileAwayWhenItIsClosedEvenIfTheEndFails() {
        List<String> order = new ArrayList<>();
        PodLogFollower follower = follower(folder);
        follower.start((workload, pod, previous, listener) -> () -> {
            order.add("closed");
            throw new IOException("broken");
        });
        follower.lines(bytes("a\n"), NOON);
        Path file = latest().path();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(follower::close)).hasMessage("broken");
        assertThat(order).containsExactly("closed");
        assertThat(file).doesNotExist();
        assertThat(offered.getLast()).isEqualTo(new Change.PodLogClosed(KEY, file));
    }

    @Test
    void tokensOfTheConsoleAreNotWrittenDown() throws IOException {
        PodLogFollower follower = follower(folder);
        follower.lines(bytes("2026-02-04T09:30:00Z app │ uses an-odd-token-of-ours\n"), NOON);
        known = new Redaction(List.of("an-odd-token-of-ours"));
        follower.lines(bytes("2026-02-04T09:30:01Z app │ uses an-odd-token-of-ours too\n"), NOON);
        assertThat(Files.readAllLines(latest().path())).containsExactly(
                "2026-02-04T09:30:00Z app │ uses an-odd-token-of-ours", "2026-02-04T09:30:01Z app │ uses ••• too");
        assertThat(latest().bytes()).isEqualTo(Files.size(latest().path()));
    }
}
