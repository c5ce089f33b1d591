package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.run;
import static dev.signalbox.testing.Examples.runId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that wait for people below the newest ones.
class WaitingReadsTest {

    private static final RemoteProblem DOWN = new RemoteProblem.ServerFault("no answer", 502);

    @TempDir
    Path folder;

    private final FakeCi ci = new FakeCi();
    private final List<Change> offered = new ArrayList<>();
    private ConsoleState state = ConsoleState.EMPTY;

    private Reads reads() {
        return new Reads(ci.provider(), () -> state, offered::add, () -> NOON, folder.resolve("logs"),
                FakeArtifacts.sources(folder));
    }

    private void known(Change change) {
        state = new Reducer().apply(state, List.of(change));
    }

    @Test
    void runsThatWaitAreOfferedEachForItselfAndTellNothingOfTheOthers() {
        known(new Change.RunsRead(CHECKOUT, new Answer.Good<>(
                List.of(run(900, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, NOON)), NOON.minusSeconds(60))));
        ci.runs = List.of(
                run(641, 2, RunStatus.WAITING, Conclusion.NONE, NOON),
                run(642, 1, RunStatus.IN_PROGRESS, Conclusion.NONE, NOON));

        assertThat(reads().run(new Errand.ListWaiting(CHECKOUT))).isEmpty();

        assertThat(offered).containsExactly(
                new Change.RunRead(runId(641), new Answer.Good<>(ci.runs.getFirst(), NOON)));
        known(offered.getFirst());
        assertThat(state.repository(CHECKOUT).runs().or(List.of())).extracting(Run::id)
                .containsExactly(runId(900), runId(641));
        assertThat(state.repository(CHECKOUT).runs().readAt()).as("the list is as old as it was")
                .isEqualTo(NOON.minusSeconds(60));

        ci.problem = DOWN;
        assertThat(reads().run(new Errand.ListWaiting(CHECKOUT))).contains(DOWN);
    }
}
