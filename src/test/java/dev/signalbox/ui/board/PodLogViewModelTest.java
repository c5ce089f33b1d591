package dev.signalbox.ui.board;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.ui.board.BoardStates.PRODUCTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.state.Change;
import dev.signalbox.state.Focus;
import dev.signalbox.state.PodLogKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PodLogViewModelTest {

    private static final PodLogKey KEY = new PodLogKey(PRODUCTION, "checkout-1", false);

    private final List<Change> offered = new ArrayList<>();
    private final PodLogViewModel model = new PodLogViewModel(offered::add, Runnable::run, Runnable::run);
    private final BoardStates board = new BoardStates();

    private Focus focus() {
        return ((Change.FocusMoved) offered.getLast()).focus();
    }

    @TempDir
    private Path folder;

    private void read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("pod.log"), text);
        board.with(new Change.PodLogRead(KEY, new Answer.Good<>(new LogFile(file, text.length()), NOON)));
        model.show(board.state(), NOON.plusSeconds(2));
    }

    @Test
    void looksAtTheLogOnlyWhileItIsOpen() {
        model.open(PRODUCTION, "checkout-1");
        assertThat(focus().podLogs()).containsExactly(KEY);
        assertThat(model.log().words().get()).isEqualTo("Reading the log…");

        model.dismiss();
        assertThat(focus()).isEqualTo(Focus.NOWHERE);
        assertThat(model.openProperty().get()).isFalse();
    }

    @Test
    void keepsWhatIsReadForTheViewer() throws IOException {
        model.open(PRODUCTION, "checkout-1");
        read("2026-11-20T10:00:01Z app \u2502 starting\n");
        assertThat(model.log().words().get()).as("there are lines").isEmpty();
        model.dismiss();
        assertThat(model.log().words().get()).isEmpty();
    }

    @Test
    void tellsTheProblemWhenNothingWasRead() {
        model.open(PRODUCTION, "checkout-1");
        fail();
        assertThat(model.log().problem().get()).contains("may not read pods/log");
    }

    @Test
    void keepsTheLinesBesideTheProblemOfALaterRead() throws IOException {
        model.open(PRODUCTION, "checkout-1");
        read("starting\n");
        fail();
        assertThat(model.log().words().get()).as("lines are still there").isEmpty();
        assertThat(model.log().problem().get()).contains("may not read pods/log");
    }

    @Test
    void theLogBeforeTheLastRestartIsAnotherLog() throws IOException {
        model.open(PRODUCTION, "checkout-1");
        read("running\n");
        model.togglePrevious();

        assertThat(model.previous().get()).isTrue();
        assertThat(focus().podLogs()).containsExactly(new PodLogKey(PRODUCTION, "checkout-1", true));
        assertThat(model.log().words().get()).isEqualTo("Reading the log…");
        model.togglePrevious();
        assertThat(model.log().words().get()).isEmpty();
    }

    @Test
    void showsAllPodsTogetherAndOneAgain() {
        model.open(PRODUCTION, "checkout-1");
        model.toggleEveryPod();
        assertThat(model.everyPod().get()).isTrue();
        assertThat(model.title().get()).isEqualTo("All pods of " + PRODUCTION.name());
        assertThat(focus().podLogs()).containsExactly(new PodLogKey(PRODUCTION, "", false));
        model.toggleEveryPod();
        assertThat(model.title().get()).isEqualTo("checkout-1");
        assertThat(focus().podLogs()).containsExactly(KEY);
    }

    @Test
    void doesNothingWhileNoLogIsOpen() {
        model.toggleEveryPod();
        model.togglePrevious();
        assertThat(offered).isEmpty();
    }

    @Test
    void saysThatAnEmptyLogIsEmpty() throws IOException {
        model.open(PRODUCTION, "checkout-1");
        read("");

        assertThat(model.log().words().get()).isEqualTo("The log is empty.");
    }

    private void fail() {
        board.with(new Change.PodLogRead(
                KEY, new Answer.Bad<>(new RemoteProblem.Forbidden("may not read pods/log", null), NOON)));
        model.show(board.state(), NOON);
    }
}
