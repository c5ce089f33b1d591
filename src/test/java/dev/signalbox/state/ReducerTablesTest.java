package dev.signalbox.state;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.known;
import static dev.signalbox.testing.Examples.repository;
import static dev.signalbox.testing.Examples.run;
import static dev.signalbox.testing.Examples.runId;
import static dev.signalbox.testing.Examples.workload;
import static dev.signalbox.testing.Examples.workloadKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.Reading;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.ci.Annotation;
import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.Release;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.testing.Examples;
import dev.signalbox.testing.SampleActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReducerTablesTest {

    private static final RemoteProblem DOWN = new RemoteProblem.ServerFault("no answer", 502);

    private static ConsoleState after(Change... changes) {
        return new Reducer().apply(ConsoleState.EMPTY, List.of(changes));
    }

    @Test
    void addingAConnectionAgainKeepsWhatIsKnownOfIt() {
        Connection github = Connection.fresh(GITHUB, Connection.Kind.GITHUB, "api.github.com");
        Account ada = new Account("ada", Set.of(), null);
        ConsoleState state = after(
                new Change.ConnectionAdded(github), new Change.AccountRead(GITHUB, ada),
                new Change.ConnectionAdded(Connection.fresh(GITHUB, Connection.Kind.GITHUB, "api.github.com")));

        assertThat(state.connections()).containsEntry(GITHUB, github.as(ada));
    }

    /// The name alone does not make it the same: what was known was known of another server.
    @Test
    void aConnectionThatLeadsElsewhereNowBeginsAnew() {
        Connection elsewhere = Connection.fresh(GITHUB, Connection.Kind.GITHUB, "elsewhere");
        ConsoleState state = after(
                new Change.ConnectionAdded(Connection.fresh(GITHUB, Connection.Kind.GITHUB, "api.github.com")),
                new Change.AccountRead(GITHUB, new Account("ada", Set.of(), null)),
                new Change.ConnectionAdded(elsewhere));

        assertThat(state.connections()).containsEntry(GITHUB, elsewhere);
    }

    @Test
    void aConnectionThatWasKeptLearnsWhatOfItIsWatchedNow() {
        Connection kept = Connection.fresh(GITHUB, Connection.Kind.KUBERNETES, "https://prod").live(NOON);
        ConsoleState state = after(
                new Change.ConnectionAdded(kept),
                new Change.ConnectionAdded(Connection.fresh(GITHUB, Connection.Kind.KUBERNETES, "https://prod")
                        .watching(List.of("production"))));

        assertThat(state.connections()).containsEntry(GITHUB, kept.watching(List.of("production")));
    }

    @Test
    void keepsAttemptsAndAnnotationsForWhoeverComesBackSoon() {
        ConsoleState gone = new Reducer().apply(lookedAt(1), List.of(new Change.FocusMoved("runs", Focus.NOWHERE)));
        assertThat(gone.attempts()).hasSize(1);
        assertThat(gone.annotations()).hasSize(1);
    }

    @Test
    void forgetsAttemptsAndAnnotationsThatNobodyLooksAtWhenTheyAreMany() {
        ConsoleState state = lookedAt(150);
        assertThat(state.attempts()).hasSize(150);
        assertThat(state.annotations()).hasSize(150);

        ConsoleState elsewhere = new Reducer().apply(state, List.of(new Change.FocusMoved("board", Focus.NOWHERE)));
        assertThat(elsewhere.attempts()).as("one screen still looks at one").containsOnlyKeys(attempt(150));
        assertThat(elsewhere.annotations()).containsOnlyKeys(new JobKey(runId(1), 150));
    }

    /// So many read, of which the last is still looked at.
    private static ConsoleState lookedAt(int many) {
        List<Change> changes = new ArrayList<>();
        JobKey last = new JobKey(runId(1), many);
        changes.add(new Change.FocusMoved("runs",
                Focus.NOWHERE.withAttempts(Set.of(attempt(many))).withAnnotations(Set.of(last))));
        for (int i = 1; i <= many; i++) {
            changes.add(new Change.AttemptRead(attempt(i),
                    new Answer.Good<>(run(1, i, RunStatus.COMPLETED, Conclusion.SUCCESS, NOON), NOON)));
            changes.add(new Change.AnnotationsRead(new JobKey(runId(1), i), new Answer.Good<>(List.of(), NOON)));
        }
        return after(changes.toArray(Change[]::new));
    }

    private static AttemptKey attempt(int number) {
        return new AttemptKey(runId(1), number);
    }

    @Test
    void releasesStayBesideAProblemAndAnEqualStateStaysTheSame() {
        Release release = new Release("v1", "One", "ada", Release.Stage.PUBLISHED, NOON, null);
        ConsoleState read = after(new Change.ReleasesRead(CHECKOUT, new Answer.Good<>(List.of(release), NOON)));
        ConsoleState failed = new Reducer().apply(
                read, List.of(new Change.ReleasesRead(CHECKOUT, new Answer.Bad<>(DOWN, NOON.plusSeconds(9)))));

        assertThat(failed.releases()).isEqualTo(Map.of(
                CHECKOUT, new Reading<>(List.of(release), NOON, DOWN, NOON.plusSeconds(9))));
        assertThat(new Reducer().apply(failed, List.of())).isSameAs(failed);
    }

    @Test
    void newsOfAConnectionThatNobodyConfiguredIsDropped() {
        assertThat(after(
                new Change.ConnectionAnswered(GITHUB, NOON), new Change.ConnectionTroubled(GITHUB, DOWN, null),
                new Change.AccountRead(GITHUB, new Account("ada", Set.of(), null))))
                .isSameAs(ConsoleState.EMPTY);
    }

    @Test
    void aFailedListOfRepositoriesForgetsNone() {
        ConsoleState state = after(
                new Change.RepositoriesRead(GITHUB, "acme", new Answer.Good<>(List.of(known(CHECKOUT, NOON)), NOON)),
                new Change.RepositoriesRead(GITHUB, "acme", new Answer.Bad<>(DOWN, NOON)),
                new Change.RepositoriesRead(
                        GITHUB, "acme", new Answer.Good<>(List.of(known(repository("ledger"), NOON)), NOON)));

        assertThat(state.repositories()).containsOnlyKeys(CHECKOUT, repository("ledger"));
    }

    @Test
    void everyPartOfARepositoryIsReadWithoutTouchingTheOthers() {
        ConsoleState state = after(
                new Change.RepositoriesRead(GITHUB, "acme", new Answer.Good<>(List.of(known(CHECKOUT, NOON)), NOON)),
                new Change.WorkflowsRead(CHECKOUT, new Answer.Good<>(List.of(), NOON.plusSeconds(1))),
                new Change.EnvironmentsRead(CHECKOUT, new Answer.Good<>(List.of(), NOON.plusSeconds(2))),
                new Change.DeploymentsRead(CHECKOUT, new Answer.Good<>(List.of(), NOON.plusSeconds(3))),
                new Change.RunsRead(CHECKOUT, new Answer.Bad<>(DOWN, NOON.plusSeconds(4))));

        assertThat(state.repository(CHECKOUT)).isEqualTo(new RepositoryState(
                Reading.of(known(CHECKOUT, NOON), NOON), Reading.of(List.of(), NOON.plusSeconds(1)),
                new Reading<>(null, null, DOWN, NOON.plusSeconds(4)), Reading.of(List.of(), NOON.plusSeconds(2)),
                Reading.of(List.of(), NOON.plusSeconds(3))));
    }

    @Test
    void jobsOfEarlierAttemptsStayWhenANewAttemptIsRead() {
        ConsoleState state = after(
                new Change.JobsRead(runId(1), 1, new Answer.Good<>(List.of(), NOON)),
                new Change.JobsRead(runId(1), 2, new Answer.Bad<>(DOWN, NOON)));

        assertThat(state.run(runId(1)).jobsOf(1)).isEqualTo(Reading.of(List.of(), NOON));
        assertThat(state.run(runId(1)).jobsOf(2).problem()).isEqualTo(DOWN);
        assertThat(state.run(runId(1)).jobsOf(3)).isEqualTo(Reading.never());
    }

    @Test
    void earlierAttemptsAndAnnotationsAreReadWithoutTouchingTheRun() {
        AttemptKey first = new AttemptKey(runId(1), 1);
        JobKey job = new JobKey(runId(1), 7);
        var failed = Examples.run(1, 1, RunStatus.COMPLETED, Conclusion.FAILURE, NOON);
        var note = new Annotation("a.java", 3, 3, Annotation.Level.FAILURE, "", "no");
        ConsoleState state = after(
                new Change.AttemptRead(first, new Answer.Good<>(failed, NOON)),
                new Change.AnnotationsRead(job, new Answer.Good<>(List.of(note), NOON)),
                new Change.AnnotationsRead(job, new Answer.Bad<>(DOWN, NOON)));

        assertThat(state.attempts()).containsEntry(first, Reading.of(failed, NOON));
        assertThat(state.annotations().get(job)).isNotNull()
                .satisfies(read -> assertThat(read.value()).containsExactly(note))
                .satisfies(read -> assertThat(read.problem()).isEqualTo(DOWN));
        assertThat(state.run(runId(1)).run().value()).isNull();
    }

    @Test
    void pendingAndReviewsOfARunAreReadSideBySide() {
        var approval = Examples.approval(1, "production", true);
        ConsoleState state = after(
                new Change.PendingRead(runId(1), new Answer.Good<>(List.of(approval), NOON)),
                new Change.ReviewsRead(runId(1), new Answer.Bad<>(DOWN, NOON)));

        assertThat(state.run(runId(1)).pending().value()).containsExactly(approval);
        assertThat(state.run(runId(1)).reviews().problem()).isEqualTo(DOWN);
    }

    @Test
    void changeRequestsStayBesideTheProblemOfReadingThemAgainAndWhatElseIsReadOfTheRun() {
        ChangeRequest one = new ChangeRequest(12, "Fix", "ada", ChangeRequest.State.OPEN, null, null);
        Run run = run(1, 1, RunStatus.QUEUED, Conclusion.NONE, NOON);
        ConsoleState state = after(
                new Change.ChangeRequestsRead(runId(1), new Answer.Good<>(List.of(one), NOON)),
                new Change.ChangeRequestsRead(runId(1), new Answer.Bad<>(DOWN, NOON.plusSeconds(1))),
                new Change.RunRead(runId(1), new Answer.Good<>(run, NOON)),
                new Change.JobsRead(runId(1), 1, new Answer.Good<>(List.of(), NOON)),
                new Change.PendingRead(runId(1), new Answer.Good<>(List.of(), NOON)),
                new Change.ReviewsRead(runId(1), new Answer.Good<>(List.of(), NOON)));

        assertThat(state.run(runId(1)).changeRequests())
                .isEqualTo(new Reading<>(List.of(one), NOON, DOWN, NOON.plusSeconds(1)));
        assertThat(state.run(runId(1)).run().value()).isEqualTo(run);
        assertThat(state.run(runId(1)).jobsOf(1).value()).isEmpty();
    }

    @Test
    void aRunReadOnItsOwnIsNotPutIntoAListThatWasNeverRead() {
        Run run = run(9, 1, RunStatus.QUEUED, Conclusion.NONE, NOON);
        ConsoleState state = after(new Change.RunRead(run.id(), new Answer.Good<>(run, NOON)));

        assertThat(state.run(run.id()).run().value()).isEqualTo(run);
        assertThat(state.repository(CHECKOUT).runs().value()).isNull();
    }

    @Test
    void anOlderReadOfARunRenewsItsTimeButNotItsValue() {
        Run second = run(9, 2, RunStatus.IN_PROGRESS, Conclusion.NONE, NOON);
        Run first = run(9, 1, RunStatus.COMPLETED, Conclusion.FAILURE, NOON.plusSeconds(99));
        ConsoleState state = after(
                new Change.RunRead(second.id(), new Answer.Good<>(second, NOON)),
                new Change.RunRead(second.id(), new Answer.Bad<>(DOWN, NOON.plusSeconds(1))),
                new Change.RunRead(second.id(), new Answer.Good<>(first, NOON.plusSeconds(2))));

        assertThat(state.run(second.id()).run()).isEqualTo(Reading.of(second, NOON.plusSeconds(2)));
    }

    @Test
    void aWorkloadThatIsGoneIsForgottenAndAnUnknownOneChangesNothing() {
        var key = workloadKey("production", "checkout");
        ConsoleState state = after(new Change.WorkloadSeen(workload(key, "acme/checkout:v1", Map.of()), NOON));

        assertThat(new Reducer().apply(state, List.of(new Change.WorkloadGone(workloadKey("staging", "checkout")))))
                .isSameAs(state);
        assertThat(new Reducer().apply(state, List.of(new Change.WorkloadGone(key))).workloads()).isEmpty();
    }

    @Test
    void aDraftThatIsDiscardedIsGone() {
        DraftId id = new DraftId("d1");
        Draft draft = new Draft.Preparing(id, new Intent.CancelRun(runId(1), 1, false));

        assertThat(after(new Change.DraftChanged(draft)).drafts()).containsOnlyKeys(id);
        assertThat(after(new Change.DraftChanged(draft), new Change.DraftDiscarded(id)).drafts()).isEmpty();
    }

    @Test
    void readingTheSameBoardFileAgainChangesNothing() {
        ConsoleState state = after(new Change.BoardDescribed(BoardSpec.EMPTY, List.of("line 3: no name")));

        assertThat(state.boardProblems()).containsExactly("line 3: no name");
        assertThat(new Reducer().apply(
                state, List.of(new Change.BoardDescribed(BoardSpec.EMPTY, List.of("line 3: no name")))))
                .isSameAs(state);
    }

    @Test
    void dropsTheOldestEndedActionsButNeverOneInFlight() {
        List<Change> changes = new ArrayList<>(List.of(action("flying", ActionRecord.Phase.SENDING, 0)));
        for (int i = 1; i <= Reducer.ACTIONS_KEPT + 5; i++) {
            changes.add(action("p" + i, ActionRecord.Phase.DONE, i));
        }
        Map<PlanId, ActionRecord> kept = new Reducer().apply(ConsoleState.EMPTY, changes).actions();

        assertThat(kept).hasSize(Reducer.ACTIONS_KEPT)
                .containsKeys(new PlanId("flying"), new PlanId("p" + (Reducer.ACTIONS_KEPT + 5)))
                .doesNotContainKeys(new PlanId("p1"), new PlanId("p6"));
    }

    private static Change action(String id, ActionRecord.Phase phase, int seconds) {
        return new Change.ActionRecorded(new ActionRecord(
                SampleActions.restart(id), "ada", NOON.plusSeconds(seconds), phase, List.of(), "", null));
    }
}
