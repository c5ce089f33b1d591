package dev.signalbox.ui.board;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.approval;
import static dev.signalbox.testing.Examples.deployment;
import static dev.signalbox.testing.Examples.run;
import static dev.signalbox.ui.board.BoardStates.PRODUCTION;
import static dev.signalbox.ui.board.BoardStates.SERVICE;
import static dev.signalbox.ui.board.BoardStates.STAGING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.Examples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A row speaks as the provider of its repository does.
class ProviderWordsTest {

    @ParameterizedTest
    @CsvSource({"GITHUB,Run", "GITLAB,Pipeline"})
    void aSignalNamesWhatWaitsFailsOrIsOnItsWay(Connection.Kind kind, String word) {
        BoardStates board = new BoardStates(kind).running(
                Workloads.healthy(STAGING), Examples.workload(PRODUCTION, "acme/checkout:v1", Map.of()));

        board.runs(run(9, 1, RunStatus.WAITING, Conclusion.NONE, NOON)).pending(9, approval(9, "production", true));
        assertThat(signal(board)).isEqualTo(word + " #9 waits for approval; you can decide");
        board.pending(9).runs(run(9, 1, RunStatus.IN_PROGRESS, Conclusion.NONE, NOON.plusSeconds(1)));
        assertThat(signal(board)).startsWith(word + " #9 is on its way");
        board.runs(run(9, 1, RunStatus.COMPLETED, Conclusion.FAILURE, NOON.plusSeconds(2)));
        assertThat(signal(board)).isEqualTo(word + " #9 failed before it reached production");
    }

    @ParameterizedTest
    @CsvSource({"GITHUB,run", "GITLAB,pipeline"})
    void theDrawerLeadsToWhatDeployed(Connection.Kind kind, String word) {
        BoardStates board = new BoardStates(kind).running(Workloads.healthy(PRODUCTION))
                .deployed(deployment("production", Workloads.SHA_NEW, "v2", Deployment.State.SUCCESS));

        ConsoleState state = board.state();
        DrawerRow row = DrawerRows.of(SERVICE, CellRows.of(SERVICE, "production", state, NOON), 0, state, NOON);
        assertThat(row.facts().get(1).value()).contains(" · " + word + " ");
    }

    @Test
    void theListsThemselvesStayInOurOwnWords() {
        assertThat(BuildRow.NONE.toString()).contains("no runs yet");
    }

    private static String signal(BoardStates board) {
        ConsoleState state = board.state();
        return SignalRows.between(
                SERVICE, "staging", "production",
                state.repository(Examples.CHECKOUT).runs().or(List.of()), state, NOON).words();
    }
}
