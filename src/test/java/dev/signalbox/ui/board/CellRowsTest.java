package dev.signalbox.ui.board;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.PROD;
import static dev.signalbox.testing.Examples.changedBy;
import static dev.signalbox.testing.Examples.deployment;
import static dev.signalbox.ui.board.BoardStates.PRODUCTION;
import static dev.signalbox.ui.board.BoardStates.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.state.Change;
import dev.signalbox.testing.Examples;
import dev.signalbox.ui.widget.Mark;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CellRowsTest {

    private static final WorkloadKey OTHER = Examples.workloadKey("production-us", "checkout");

    private final BoardStates board = new BoardStates();

    private CellRow cell() {
        return CellRows.of(SERVICE, "production", board.state(), NOON);
    }

    @Test
    void aHealthyCellShowsVersionReadinessAndAge() {
        board.running(Workloads.healthy(PRODUCTION));

        assertThat(cell().version()).isEqualTo("v2");
        assertThat(cell().words()).isEqualTo("3/3 · 1 m");
        assertThat(cell().mark()).isEqualTo(Mark.GOOD);
        assertThat(cell().progress()).isNegative();
        assertThat(cell().failing()).isFalse();
    }

    @Test
    void aMovingCellShowsBothVersionsAndHowFarItIs() {
        board.running(Workloads.rolling(PRODUCTION));

        assertThat(cell().version()).isEqualTo("v1 → v2");
        assertThat(cell().words()).startsWith("rolling 1 / 3");
        assertThat(cell().mark()).isEqualTo(Mark.MOVING);
        assertThat(cell().progress()).isBetween(0.3, 0.34);
        assertThat(cell().moving()).isTrue();
    }

    @Test
    void aFailingCellNamesTheReason() {
        board.running(Workloads.crashing(PRODUCTION));

        assertThat(cell().words()).contains("2/3").contains("CrashLoopBackOff");
        assertThat(cell().failing()).isTrue();
        assertThat(cell().mark()).isIn(Mark.BAD, Mark.ALERT);
        assertThat(cell().spoken()).startsWith("production: v2");
    }

    @Test
    void aPausedRolloutIsNotCalledMoving() {
        board.running(Workloads.paused(PRODUCTION));

        assertThat(cell().mark()).isEqualTo(Mark.PAUSED);
        assertThat(cell().moving()).isFalse();
        assertThat(cell().words()).contains("paused");
    }

    @Test
    void aWorkloadScaledToZeroIsIdleNotFailing() {
        board.running(Workloads.scaledToZero(PRODUCTION));

        assertThat(cell().mark()).isEqualTo(Mark.IDLE);
        assertThat(cell().words()).startsWith("scaled to zero");
        assertThat(cell().failing()).isFalse();
    }

    @Test
    void aDriftedCellShowsWhatWasDeployedBesideWhatRuns() {
        board.running(Workloads.healthy(PRODUCTION))
                .deployed(deployment("production", Workloads.SHA_OLD, "v1", Deployment.State.SUCCESS));

        assertThat(cell().version()).isEqualTo("v1 ≠ v2");
        assertThat(cell().words()).isEqualTo("drift: changed by hand");
        assertThat(cell().mark()).isEqualTo(Mark.DRIFT);
        assertThat(cell().drifted()).isTrue();
    }

    @Test
    void anOwnRollbackIsCalledByItsName() {
        Workload ours = changedBy(Workloads.healthy(PRODUCTION), "signalbox");
        board.running(ours).deployed(deployment("production", Workloads.SHA_OLD, "v1", Deployment.State.SUCCESS));

        assertThat(cell().words()).isEqualTo("rolled back · 3/3");
    }

    @Test
    void troubleIsSaidBeforeDrift() {
        board.running(Workloads.crashing(PRODUCTION))
                .deployed(deployment("production", Workloads.SHA_OLD, "v1", Deployment.State.SUCCESS));

        assertThat(cell().words()).contains("CrashLoopBackOff").doesNotContain("drift");
        assertThat(cell().version()).isEqualTo("v2");
    }

    @Test
    void theLastGoodValueStaysWhenTheClusterDoesNotAnswer() {
        board.running(Workloads.healthy(PRODUCTION))
                .with(new Change.ConnectionTroubled(
                        PROD, new RemoteProblem.Unreachable("refused", RemoteProblem.Sent.NOTHING), null));

        assertThat(cell().version()).isEqualTo("v2");
        assertThat(cell().stale()).isTrue();
        assertThat(cell().spoken()).endsWith("not current");
    }

    @Test
    void tellsAWorkloadThatIsNotThereFromOneThatWasNotRead() {
        assertThat(cell().words()).isEqualTo("no such workload");

        board.with(new Change.ConnectionTroubled(
                PROD, new RemoteProblem.Unreachable("refused", RemoteProblem.Sent.NOTHING), null));
        assertThat(cell().words()).isEqualTo("not read yet");
    }

    @Test
    void withoutAClusterTheProvidersRecordIsShown() {
        ServiceSpec nowhere = new ServiceSpec(
                "checkout", "Storefront", Examples.CHECKOUT, null, null, List.of(), false);
        board.deployed(deployment("production", Workloads.SHA_NEW, "v2", Deployment.State.SUCCESS));

        CellRow row = CellRows.of(nowhere, "production", board.state(), NOON.plusSeconds(120));

        assertThat(row.version()).isEqualTo("v2");
        assertThat(row.words()).isEqualTo("deployed · 2 m");
        assertThat(row.isEmpty()).isTrue();
    }

    private CellRow recorded(Deployment... newestFirst) {
        board.deployed(newestFirst);
        return CellRows.of(
                new ServiceSpec("checkout", "Storefront", Examples.CHECKOUT, null, null, List.of(), false),
                "production", board.state(), NOON.plusSeconds(120));
    }

    @ParameterizedTest
    @EnumSource(value = Deployment.State.class, names = {"WAITING", "QUEUED", "CANCELLED"})
    void whatHasNotBegunOrWasGivenUpIsNotThere(Deployment.State state) {
        CellRow row = recorded(
                deployment("production", Workloads.SHA_NEW, "v2", state),
                deployment("production", Workloads.SHA_OLD, "v1", Deployment.State.SUCCESS));

        assertThat(row.version()).isEqualTo("v1");
        assertThat(row.mark()).isEqualTo(Mark.GOOD);
        assertThat(row.moving()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"WAITING,waits for people · 2 m", "QUEUED,not begun · 2 m", "CANCELLED,cancelled · 2 m"})
    void whereNothingElseEverWasItIsCalledWhatItIs(Deployment.State state, String words) {
        CellRow row = recorded(deployment("production", Workloads.SHA_NEW, "v2", state));

        assertThat(row.words()).isEqualTo(words);
        assertThat(row.moving()).isFalse();
    }

    @Test
    void aStatefulSetThatLostAPodFails() {
        WorkloadKey set = new WorkloadKey(PRODUCTION.cluster(), "production", WorkloadKind.STATEFUL_SET, "checkout");
        ServiceSpec service = new ServiceSpec(
                "checkout", "Storefront", Examples.CHECKOUT, null, null, List.of(new TargetSpec("production", set)),
                false);
        board.running(Workloads.losing(set));

        CellRow row = CellRows.of(service, "production", board.state(), NOON);

        assertThat(row.failing()).isTrue();
        assertThat(row.moving()).isFalse();
        assertThat(row.mark()).isEqualTo(Mark.ALERT);
        assertThat(row.words()).isEqualTo("2/3 · 1 m");
    }

    @Test
    void whatIsNotWatchedIsNotCalledMissing() {
        board.with(new Change.ConnectionAdded(
                Connection.fresh(PROD, Connection.Kind.KUBERNETES, "https://prod").watching(List.of("staging"))));

        assertThat(cell().words()).isEqualTo("not watched");
        assertThat(cell().mark()).isEqualTo(Mark.IDLE);
        assertThat(cell().spoken()).isEqualTo("production: not watched");
        assertThat(CellRows.of(SERVICE, "staging", board.state(), NOON).words()).isEqualTo("no such workload");
    }

    /// The cell of a service with two targets, the first of them in another place.
    private CellRow both(Workload... running) {
        board.running(running);
        return CellRows.of(
                new ServiceSpec(
                        "checkout", "Storefront", Examples.CHECKOUT, null, null,
                        List.of(new TargetSpec("production", OTHER), new TargetSpec("production", PRODUCTION)), false),
                "production", board.state(), NOON);
    }

    @Test
    void ofSeveralTargetsTheWorstIsShown() {
        CellRow row = both(Workloads.healthy(OTHER), Workloads.crashing(PRODUCTION));

        assertThat(row.failing()).isTrue();
        assertThat(row.words()).endsWith("· 2 targets");
        assertThat(row.workloads()).containsExactly(OTHER, PRODUCTION);
        assertThat(row.spoken()).endsWith(", one of 2 targets");
    }

    @Test
    void failedIsWorseThanDegraded() {
        assertThat(both(Workloads.degraded(OTHER)).mark()).isEqualTo(Mark.ALERT);
        CellRow row = both(Workloads.degraded(OTHER), Workloads.crashing(PRODUCTION));

        assertThat(row.mark()).isEqualTo(Mark.BAD);
        assertThat(row.words()).contains("CrashLoopBackOff");
    }

    @Test
    void whatWasNotReadIsWorseThanWhatIsWellAndBetterThanWhatMovesOrDrifted() {
        CellRow unread = both(Workloads.healthy(OTHER));
        assertThat(unread.words()).isEqualTo("no such workload · 2 targets");
        assertThat(unread.version()).isEqualTo("v2, —");
        assertThat(unread.spoken()).isEqualTo("production: no such workload, one of 2 targets; others run v2");
        assertThat(both(Workloads.rolling(OTHER)).mark()).isEqualTo(Mark.MOVING);

        board.deployed(deployment("production", Workloads.SHA_OLD, "v1", Deployment.State.SUCCESS));
        assertThat(both(Workloads.healthy(OTHER)).mark()).isEqualTo(Mark.DRIFT);
    }

    @Test
    void aTargetThatWasNotReadIsCountedThoughAnotherWas() {
        board.with(new Change.ConnectionTroubled(
                PROD, new RemoteProblem.Unreachable("refused", RemoteProblem.Sent.NOTHING), null));
        CellRow row = both(Workloads.paused(OTHER));
        assertThat(row.mark()).isEqualTo(Mark.PAUSED);

        row = both(Workloads.scaledToZero(OTHER));
        assertThat(row.mark()).isEqualTo(Mark.UNKNOWN);
        assertThat(row.isUnread()).isTrue();
        assertThat(row.isKnown()).isTrue();
    }

    @Test
    void versionsThatDifferAreAllShown() {
        CellRow row = both(Examples.workload(OTHER, "acme/checkout:v1", Map.of()), Workloads.healthy(PRODUCTION));

        assertThat(row.mark()).isEqualTo(Mark.GOOD);
        assertThat(row.version()).isEqualTo("v1, v2");
        assertThat(row.spoken()).startsWith("production: v1, ").endsWith(", one of 2 targets, which run v1, v2");
    }
}
