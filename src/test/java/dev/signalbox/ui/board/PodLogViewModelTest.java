package dev.signalbox.ui.board;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.ui.board.BoardStates.PRODUCTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.logs.LogLine;
import dev.signalbox.state.Change;
import dev.signalbox.state.Focus;
import dev.signalbox.state.PodLogKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodLogViewModelTest {

    private static final PodLogKey KEY = new PodLogKey(PRODUCTION, "checkout-1", false);

    private final List<Change> offered = new ArrayList<>();
    private final PodLogViewModel model = new PodLogViewModel(offered::add);
    private final BoardStates board = new BoardStates();

    private Focus focus() {
        return ((Change.FocusMoved) offered.getLast()).focus();
    }

    private void read(String text) {
        board.with(new Change.PodLogRead(KEY, new Answer.Good<>(text, NOON)));
        model.show(board.state(), NOON.plusSeconds(2));
    }

    @Test
    void looksAtTheLogOnlyWhileItIsOpen() {
        model.open(PRODUCTION, "checkout-1");
        assertThat(focus().podLogs()).containsExactly(KEY);
        assertThat(model.words().get()).isEqualTo("Reading the log…");

        model.dismiss();
        assertThat(focus()).isEqualTo(Focus.NOWHERE);
        assertThat(model.openProperty().get()).isFalse();
    }

    @Test
    void showsTheLinesWithoutTheirControlSequences() {
        model.open(PRODUCTION, "checkout-1");
        read("starting\n\u001b[31mERROR\u001b[0m cannot connect\u0007\n");

        assertThat(model.lines().get()).extracting(LogLine::text).hasSize(2).first().isEqualTo("starting");
        assertThat(model.lines().get().getLast().text()).contains("ERROR cannot connect").doesNotContain("\u001b");
        assertThat(model.words().get()).isEqualTo("The last 2 lines · read 2 s ago");
    }

    @Test
    void keepsTheLinesBesideTheProblemOfALaterRead() {
        model.open(PRODUCTION, "checkout-1");
        read("starting\n");
        board.with(new Change.PodLogRead(
                KEY, new Answer.Bad<>(new RemoteProblem.Forbidden("may not read pods/log", null), NOON)));
        model.show(board.state(), NOON);

        assertThat(model.lines().get()).hasSize(1);
        assertThat(model.words().get()).contains("may not read pods/log");
    }

    @Test
    void theLogBeforeTheLastRestartIsAnotherLog() {
        model.open(PRODUCTION, "checkout-1");
        read("running\n");
        model.togglePrevious();

        assertThat(focus().podLogs()).containsExactly(new PodLogKey(PRODUCTION, "checkout-1", true));
        assertThat(model.lines().get()).isEmpty();
        model.togglePrevious();
        assertThat(model.lines().get()).hasSize(1);
    }

    @Test
    void saysThatAnEmptyLogIsEmpty() {
        model.open(PRODUCTION, "checkout-1");
        read("");

        assertThat(model.words().get()).isEqualTo("The log is empty.");
    }
}
