package dev.signalbox.domain.board;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.approval;
import static dev.signalbox.testing.Examples.offer;
import static dev.signalbox.testing.Examples.run;
import static dev.signalbox.testing.Examples.runId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.board.SignalRule.Side;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.cluster.Health;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalRuleTest {

    private static final String SHA_NEW = "4be02d1" + "0".repeat(33);
    private static final String SHA_OLD = "97aa310" + "0".repeat(33);
    private static final Side NEW = side("v2", SHA_NEW, "");
    private static final Side OLD = side("v1", SHA_OLD, "");
    private static final Side SICK = new Side("v1", "", "", Health.DEGRADED, "4 of 6 ready");

    private static Side side(String version, String commit, String digest) {
        return new Side(version, commit, digest, Health.HEALTHY, "3 of 3 ready");
    }

    private static Signal resting(Side from, Side to) {
        return SignalRule.between(from, to, "production", List.of(), Map.of());
    }

    private static Run waiting() {
        return run(5, 1, RunStatus.WAITING, Conclusion.NONE, NOON);
    }

    @Test
    void isClearWhenBothSidesRunTheSame() {
        assertThat(SignalRule.between(NEW, NEW, "production", List.of(), Map.of())).isEqualTo(new Signal.Clear());
    }

    @Test
    void twoCommitsUnderOneTagAreTwoBuilds() {
        assertThat(resting(side("main", SHA_NEW, ""), side("main", SHA_OLD, "")))
                .isEqualTo(new Signal.Behind("main (4be02d1)", "main (97aa310)"));
        assertThat(resting(side("v2", SHA_NEW, "sha256:a"), side("v2", SHA_OLD, "sha256:a")))
                .as("a commit says more than a tag or a digest").isInstanceOf(Signal.Behind.class);
        assertThat(resting(side("main", SHA_NEW, ""), side("v2", SHA_NEW, ""))).isEqualTo(new Signal.Clear());
    }

    @Test
    void digestsDecideWhereACommitIsNotKnown() {
        assertThat(resting(side("main", SHA_NEW, "sha256:4be02d1c"), side("main", "", "sha256:97aa310c")))
                .isEqualTo(new Signal.Behind("main (4be02d1)", "main (97aa310)"));
        assertThat(resting(side("main", "", "sha256:a"), side("main", "", "sha256:a"))).isEqualTo(new Signal.Clear());
        assertThat(resting(side("main", "", "sha256:a"), side("v2", "", "sha256:b")))
                .isEqualTo(new Signal.Behind("main", "v2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "latest", "stable", "release-candidate"})
    void aTagThatMovesTellsNoBuild(String tag) {
        assertThat(resting(side(tag, "", ""), side(tag, "", "")))
                .isEqualTo(new Signal.Nothing("The tag " + tag + " does not tell which build it is"));
        assertThat(resting(side(tag, SHA_NEW, "sha256:a"), side(tag, "", ""))).isInstanceOf(Signal.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2", "2.14.1", "v2.14.1-rc.1", "4be02d1", "sha-4be02d1", "main-4be02d1",
        "release-1.4.2", "build-512", "app-v2.3.0"})
    void aTagThatLooksLikeAVersionOrACommitTellsItsBuild(String tag) {
        assertThat(resting(side(tag, "", ""), side(tag, "", ""))).isEqualTo(new Signal.Clear());
        assertThat(resting(side(tag, "", ""), side("v1", "", ""))).isEqualTo(new Signal.Behind(tag, "v1"));
    }

    @Test
    void whereTheBuildIsNotToldARunOnItsWayIsStillSaidButNoFailure() {
        Side main = side("main", "", "");
        Run coming = run(5, 1, RunStatus.IN_PROGRESS, Conclusion.NONE, NOON);
        Run failed = run(5, 1, RunStatus.COMPLETED, Conclusion.FAILURE, NOON);

        assertThat(SignalRule.between(main, main, "production", List.of(coming), Map.of()))
                .isEqualTo(new Signal.Coming(coming));
        assertThat(SignalRule.between(main, main, "production", List.of(failed), Map.of()))
                .as("it may have failed after it was there").isInstanceOf(Signal.Nothing.class);
    }

    @Test
    void waitsForPeopleWhenARunWaitsBeforeThatEnvironment() {
        Run run = waiting();
        List<PendingApproval> approvals = List.of(approval(5, "production", true));

        assertThat(SignalRule.between(NEW, OLD, "production", List.of(run), Map.of(runId(5), approvals)))
                .isEqualTo(new Signal.WaitsForPeople(run, approvals, true));
    }

    @Test
    void anOlderRunThatWeMayDecideOnComesBeforeANewerOneThatWaitsForOthers() {
        Run older = waiting();
        Run newer = run(6, 1, RunStatus.WAITING, Conclusion.NONE, NOON);
        List<PendingApproval> mine = List.of(approval(5, "production", true));
        List<PendingApproval> theirs = List.of(approval(6, "production", false));

        assertThat(SignalRule.between(
                NEW, OLD, "production", List.of(newer, older), Map.of(runId(5), mine, runId(6), theirs)))
                .isEqualTo(new Signal.WaitsForPeople(older, mine, true));
        List<PendingApproval> alsoTheirs = List.of(approval(5, "production", false));
        assertThat(SignalRule.between(
                NEW, OLD, "production", List.of(newer, older), Map.of(runId(5), alsoTheirs, runId(6), theirs)))
                .as("the newest of them").isEqualTo(new Signal.WaitsForPeople(newer, theirs, false));
    }

    @Test
    void whatWasStartedForAProposedChangeIsNotOnItsWay() {
        Run proposed = requested(run(7, 1, RunStatus.IN_PROGRESS, Conclusion.NONE, NOON));
        Run failed = requested(run(6, 1, RunStatus.COMPLETED, Conclusion.FAILURE, NOON));
        Run coming = run(5, 1, RunStatus.IN_PROGRESS, Conclusion.NONE, NOON);

        assertThat(SignalRule.between(NEW, OLD, "production", List.of(proposed, failed), Map.of()))
                .isEqualTo(new Signal.Behind("v2", "v1"));
        assertThat(SignalRule.between(NEW, OLD, "production", List.of(proposed, failed, coming), Map.of()))
                .isEqualTo(new Signal.Coming(coming));
        List<PendingApproval> asked = List.of(approval(7, "production", true));
        assertThat(SignalRule.between(NEW, OLD, "production", List.of(proposed), Map.of(runId(7), asked)))
                .as("but for one that asks people").isEqualTo(new Signal.WaitsForPeople(proposed, asked, true));
    }

    private static Run requested(Run run) {
        return new Run(
                run.id(), run.attempt(), run.workflow(), run.workflowName(), run.workflowPath(), run.number(),
                run.title(), "pull_request", run.status(), run.conclusion(), run.branch(), run.headSha(), run.actor(),
                run.triggeredBy(), run.createdAt(), run.startedAt(), run.updatedAt(), run.page());
    }

    @Test
    void anApprovalForAnotherEnvironmentDoesNotCount() {
        Run run = waiting();

        assertThat(SignalRule.between(
                NEW, OLD, "production", List.of(run), Map.of(runId(5), List.of(approval(5, "staging", true)))))
                .isEqualTo(new Signal.Coming(run));
    }

    @Test
    void anApprovalOfAFinishedRunDoesNotCount() {
        Run run = run(5, 1, RunStatus.COMPLETED, Conclusion.CANCELLED, NOON);

        assertThat(SignalRule.between(
                NEW, OLD, "production", List.of(run), Map.of(runId(5), List.of(approval(5, "production", true)))))
                .isEqualTo(new Signal.Behind("v2", "v1"));
    }

    @Test
    void whatTheRunDoesNotWaitForIsNoSignal() {
        assertThat(SignalRule.between(
                NEW, OLD, "production", List.of(waiting()), Map.of(runId(5), List.of(offer(5, 9, "production")))))
                .isEqualTo(new Signal.Coming(waiting()));
    }

    @Test
    void tellsATimerFromPeople() {
        PendingApproval timer =
                new PendingApproval(runId(5), new Gate.Environment(1), "production", false, Duration.ofMinutes(10),
                        NOON, List.of());

        assertThat(SignalRule.between(NEW, OLD, "production", List.of(waiting()), Map.of(runId(5), List.of(timer))))
                .isEqualTo(new Signal.WaitsForTimer(waiting(), timer));
    }

    @Test
    void warnsOfATargetThatIsInTroubleItself() {
        assertThat(SignalRule.between(NEW, SICK, "production", List.of(), Map.of()))
                .isEqualTo(new Signal.TargetFailing("4 of 6 ready"));
    }

    @Test
    void saysThatTheRunFailedWhichShouldHaveBroughtIt() {
        Run failed = run(5, 1, RunStatus.COMPLETED, Conclusion.FAILURE, NOON);

        assertThat(SignalRule.between(NEW, OLD, "production", List.of(failed), Map.of()))
                .isEqualTo(new Signal.RunFailed(failed));
    }

    @Test
    void knowsNothingWhenTheServiceDoesNotLiveOnBothSides() {
        assertThat(SignalRule.between(null, NEW, "production", List.of(), Map.of()))
                .isEqualTo(new Signal.Nothing(null));
    }
}
