package dev.signalbox.ui.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.SampleRuns;
import dev.signalbox.testing.SampleStates;
import org.junit.jupiter.api.Test;

class WaitingForMeTest {

    @Test
    void thoseThatOthersDecideAreNotAmongThem() {
        assertThat(ApprovalRows.waiting(SampleStates.rich())).hasSize(2);
        assertThat(WaitingForMe.in(SampleStates.rich())).containsExactly(
                new WaitingForMe("web-frontend", SampleRuns.WEB_RELEASE, "production"));
    }

    @Test
    void theyAreAsManyAsTheBadgeSays() {
        assertThat(WaitingForMe.in(SampleStates.rich())).hasSize(ApprovalRows.mine(SampleStates.rich()));
        assertThat(WaitingForMe.in(ConsoleState.EMPTY)).isEmpty();
    }
}
