package dev.signalbox.ui.board;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.approval;
import static dev.signalbox.testing.Examples.offer;
import static dev.signalbox.testing.Examples.run;
import static dev.signalbox.testing.Examples.runId;
import static dev.signalbox.ui.board.BoardStates.PRODUCTION;
import static dev.signalbox.ui.board.BoardStates.SERVICE;
import static dev.signalbox.ui.board.BoardStates.STAGING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.Examples;
import dev.signalbox.ui.widget.Mark;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignalRowsTest {

    private final BoardStates board = new BoardStates();

    private SignalRow signal() {
        ConsoleState state = board.state();
        List<Run> runs = state.repository(Examples.CHECKOUT).runs().or(List.of());
        return SignalRows.between(SERVICE, "staging", "production", runs, state, NOON);
    }

    private static dev.signalbox.domain.cluster.Workload old() {
        return Examples.workload(PRODUCTION, "acme/checkout:v1", Map.of());
    }

    @Test
    void sameVersionOnBothSidesIsGood() {
        board.running(Workloads.healthy(STAGING), Workloads.healthy(PRODUCTION));

        assertThat(signal().mark()).isEqualTo(Mark.GOOD);
        assertThat(signal().words()).isEqualTo("Same version in staging and production");
    }

    @Test
    void namesWhatIsReadyAndWhatRuns() {
        board.running(Workloads.healthy(STAGING), old());

        assertThat(signal().words()).isEqualTo("v2 is ready for production, which runs v1");
        assertThat(signal().run()).isNull();
    }

    @Test
    void countsTheDecisionsThatAreWaitedForAndSaysThatOneIsMine() {
        board.running(Workloads.healthy(STAGING), old())
                .runs(run(9, 1, RunStatus.WAITING, Conclusion.NONE, NOON))
                .pending(9, approval(9, "production", true));

        assertThat(signal().count()).isEqualTo(1);
        assertThat(signal().mine()).isTrue();
        assertThat(signal().words()).isEqualTo("Run #9 waits for approval; you can decide");
        assertThat(signal().run()).isEqualTo(runId(9));
    }

    @Test
    void namesWhoMayDecideWhenWeMayNot() {
        board.running(Workloads.healthy(STAGING), old())
                .runs(run(9, 1, RunStatus.WAITING, Conclusion.NONE, NOON))
                .pending(9, approval(9, "production", false));

        assertThat(signal().mine()).isFalse();
        assertThat(signal().words()).isEqualTo("Run #9 waits for approval by grace");
    }

    private @Nullable SignalRow aside() {
        ConsoleState state = board.state();
        List<Run> runs = state.repository(Examples.CHECKOUT).runs().or(List.of());
        return SignalRows.aside(BoardStates.BOARD.environments(), runs, state);
    }

    @Test
    void aDecisionBeforeTheFirstEnvironmentOrOneWithoutAColumnIsNotForgotten() {
        board.running(Workloads.healthy(STAGING)).runs(run(9, 1, RunStatus.WAITING, Conclusion.NONE, NOON));
        board.pending(9, approval(9, "production", true));
        assertThat(aside()).as("its signal tells").isNull();
        String first = BoardStates.BOARD.environments().getFirst().name();
        board.pending(9, approval(9, first, true));
        assertThat(aside()).isEqualTo(new SignalRow(
                Mark.PEOPLE, 1, "Run #9 waits for approval for " + first + "; you can decide", true, runId(9), first));
        board.pending(9, approval(9, "canary", true));
        assertThat(aside()).isEqualTo(new SignalRow(
                Mark.PEOPLE, 1, "Run #9 waits for approval for canary; you can decide", true, runId(9), first));
        ServiceRow row = BoardRows.of(BoardStates.BOARD, board.state(), NOON).getFirst();
        assertThat(row.needsMe()).isTrue();
        board.pending(9, approval(9, "canary", false));
        assertThat(aside()).as("others decide").isNull();
        board.pending(9, offer(9, 11, "canary"));
        assertThat(aside()).as("nothing waits for it").isNull();
    }

    @Test
    void aTimerSaysWhenItIsOver() {
        PendingApproval timer = new PendingApproval(
                runId(9), new Gate.Environment(11), "production", false, Duration.ofMinutes(10), NOON.minusSeconds(300),
                List.of());
        board.running(Workloads.healthy(STAGING), old())
                .runs(run(9, 1, RunStatus.WAITING, Conclusion.NONE, NOON))
                .pending(9, timer);

        assertThat(signal().mark()).isEqualTo(Mark.WAITING);
        assertThat(signal().words()).startsWith("Run #9 waits for a timer, over in");
    }

    @Test
    void aFailedRunIsNamedByItsNumber() {
        board.running(Workloads.healthy(STAGING), old())
                .runs(run(9, 1, RunStatus.COMPLETED, Conclusion.FAILURE, NOON));

        assertThat(signal().mark()).isEqualTo(Mark.BAD);
        assertThat(signal().words()).isEqualTo("Run #9 failed before it reached production");
    }

    @Test
    void aTargetInTroubleIsSaidWithItsReason() {
        board.running(Workloads.healthy(STAGING), Workloads.crashing(PRODUCTION));

        assertThat(signal().mark()).isEqualTo(Mark.ALERT);
        assertThat(signal().words()).startsWith("production is in trouble:").contains("CrashLoopBackOff");
    }

    @Test
    void whatIsSaidOfAnEnvironmentHoldsForAllItsTargets() {
        WorkloadKey east = Examples.workloadKey("production-east", "checkout");
        ServiceSpec two = new ServiceSpec(
                "checkout", "Storefront", Examples.CHECKOUT, null, "release.yml",
                List.of(
                        new TargetSpec("staging", STAGING), new TargetSpec("production", PRODUCTION),
                        new TargetSpec("production", east)),
                false);
        board.running(Workloads.healthy(STAGING), Workloads.healthy(PRODUCTION), Workloads.healthy(east));
        assertThat(SignalRows.between(two, "staging", "production", List.of(), board.state(), NOON).mark())
                .isEqualTo(Mark.GOOD);
        board.running(Examples.workload(east, "acme/checkout:v1", Map.of()));
        assertThat(SignalRows.between(two, "staging", "production", List.of(), board.state(), NOON).words())
                .isEqualTo("v2 is ready for production, which runs v2, v1");
        board.running(Workloads.crashing(east));
        assertThat(SignalRows.between(two, "staging", "production", List.of(), board.state(), NOON).mark())
                .isEqualTo(Mark.ALERT);
    }

    @Test
    void nothingIsClaimedOfATagThatMovesUnlessTheDigestTells() {
        String digest = "sha256:" + "4be02d1c".repeat(8);
        board.running(
                Examples.workload(STAGING, "acme/checkout", Map.of()),
                Examples.workload(PRODUCTION, "acme/checkout:latest", Map.of()));
        assertThat(signal().words()).isEqualTo("The tag latest does not tell which build it is");
        assertThat(signal().mark()).isEqualTo(Mark.IDLE);

        board.running(
                Examples.workload(STAGING, "acme/checkout:main@" + digest, Map.of()),
                Examples.workload(PRODUCTION, "acme/checkout:main@" + digest, Map.of()));
        assertThat(signal().words()).isEqualTo("Same version in staging and production");
    }

    @Test
    void knowsNothingWhenOneSideIsMissing() {
        board.running(Workloads.healthy(STAGING));

        assertThat(signal().words()).isEqualTo("Nothing known between staging and production");
    }
}
