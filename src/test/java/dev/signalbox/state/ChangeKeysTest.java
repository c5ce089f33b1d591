package dev.signalbox.state;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.runId;
import static dev.signalbox.testing.Examples.workload;
import static dev.signalbox.testing.Examples.workloadKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ApiBudget;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.cluster.ClusterVerb;
import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.cluster.Permit;
import dev.signalbox.domain.cluster.PermitKey;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.testing.Examples;
import dev.signalbox.testing.SampleActions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Which of the changes that wait together displace each other.
class ChangeKeysTest {

    private static final RemoteProblem DOWN = new RemoteProblem.ServerFault("no answer", 502);
    private static final WorkloadKey KEY = workloadKey("production", "checkout");

    private static <T> Answer<T> good(T value) {
        return new Answer.Good<>(value, NOON);
    }

    private static <T> Answer<T> bad() {
        return new Answer.Bad<>(DOWN, NOON);
    }

    /// A good answer, a later good answer about the same thing, and a failure about it.
    static Stream<Arguments> answers() {
        ComparisonKey compared = new ComparisonKey(CHECKOUT, "a", "b");
        JobKey job = new JobKey(runId(1), 7);
        InputsKey inputs = new InputsKey(CHECKOUT, 7, "main");
        PodLogKey log = new PodLogKey(KEY, "pod", false);
        PermitKey permit = new PermitKey(KEY.cluster(), "production", KEY.kind(), ClusterVerb.READ_LOGS);
        return Stream.of(
                Arguments.of(
                        new Change.WorkflowsRead(CHECKOUT, good(List.of())),
                        new Change.WorkflowsRead(CHECKOUT, new Answer.Good<>(List.of(), NOON.plusSeconds(1))),
                        new Change.WorkflowsRead(CHECKOUT, bad())),
                Arguments.of(
                        new Change.RunsRead(CHECKOUT, good(List.of())),
                        new Change.RunsRead(CHECKOUT, new Answer.Good<>(List.of(), NOON.plusSeconds(1))),
                        new Change.RunsRead(CHECKOUT, bad())),
                Arguments.of(
                        new Change.JobsRead(runId(1), 1, good(List.of())),
                        new Change.JobsRead(runId(1), 1, new Answer.Good<>(List.of(), NOON.plusSeconds(1))),
                        new Change.JobsRead(runId(1), 1, bad())),
                Arguments.of(
                        new Change.PendingRead(runId(1), good(List.of())),
                        new Change.PendingRead(runId(1), good(List.of(Examples.approval(1, "production", true)))),
                        new Change.PendingRead(runId(1), bad())),
                Arguments.of(
                        new Change.ReviewsRead(runId(1), good(List.of())),
                        new Change.ReviewsRead(runId(1), new Answer.Good<>(List.of(), NOON.plusSeconds(1))),
                        new Change.ReviewsRead(runId(1), bad())),
                Arguments.of(
                        new Change.ChangeRequestsRead(runId(1), good(List.of())),
                        new Change.ChangeRequestsRead(runId(1), new Answer.Good<>(List.of(), NOON.plusSeconds(1))),
                        new Change.ChangeRequestsRead(runId(1), bad())),
                Arguments.of(
                        new Change.EnvironmentsRead(CHECKOUT, good(List.of())),
                        new Change.EnvironmentsRead(CHECKOUT, new Answer.Good<>(List.of(), NOON.plusSeconds(1))),
                        new Change.EnvironmentsRead(CHECKOUT, bad())),
                Arguments.of(
                        new Change.DeploymentsRead(CHECKOUT, good(List.of())),
                        new Change.DeploymentsRead(CHECKOUT, new Answer.Good<>(List.of(), NOON.plusSeconds(1))),
                        new Change.DeploymentsRead(CHECKOUT, bad())),
                Arguments.of(
                        new Change.ReleasesRead(CHECKOUT, good(List.of())),
                        new Change.ReleasesRead(CHECKOUT, new Answer.Good<>(List.of(), NOON.plusSeconds(1))),
                        new Change.ReleasesRead(CHECKOUT, bad())),
                Arguments.of(
                        new Change.ComparisonRead(compared, good(comparison(compared, 1))),
                        new Change.ComparisonRead(compared, good(comparison(compared, 2))),
                        new Change.ComparisonRead(compared, bad())),
                Arguments.of(
                        new Change.AnnotationsRead(job, good(List.of())),
                        new Change.AnnotationsRead(job, new Answer.Good<>(List.of(), NOON.plusSeconds(1))),
                        new Change.AnnotationsRead(job, bad())),
                Arguments.of(
                        new Change.AttemptRead(
                                new AttemptKey(runId(1), 1),
                                good(Examples.run(1, 1, RunStatus.IN_PROGRESS, Conclusion.NONE, NOON))),
                        new Change.AttemptRead(
                                new AttemptKey(runId(1), 1),
                                good(Examples.run(1, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, NOON))),
                        new Change.AttemptRead(new AttemptKey(runId(1), 1), bad())),
                Arguments.of(
                        new Change.LogRead(job, good(new LogFile(Path.of("a"), 1))),
                        new Change.LogRead(job, good(new LogFile(Path.of("a"), 2))),
                        new Change.LogRead(job, bad())),
                Arguments.of(
                        new Change.InputsRead(inputs, good(new ManualStart.NotOffered())),
                        new Change.InputsRead(inputs,
                                new Answer.Good<>(new ManualStart.NotOffered(), NOON.plusSeconds(1))),
                        new Change.InputsRead(inputs, bad())),
                Arguments.of(
                        new Change.PodLogRead(log, good(new LogFile(Path.of("pod.log"), 1))),
                        new Change.PodLogRead(log, good(new LogFile(Path.of("pod.log"), 2))),
                        new Change.PodLogRead(log, bad())),
                Arguments.of(
                        new Change.PermitRead(permit, good(new Permit(true, ""))),
                        new Change.PermitRead(permit, good(new Permit(false, "no"))),
                        new Change.PermitRead(permit, bad())));
    }

    private static Comparison comparison(ComparisonKey key, int total) {
        return new Comparison(key, total, 0, List.of(), List.of());
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aLaterAnswerDisplacesAnEarlierOneButAFailureDisplacesNoAnswer(Change one, Change later, Change failure) {
        assertThat(later).isNotEqualTo(one);
        assertThat(later.key()).isEqualTo(one.key());
        assertThat(failure.key()).isNotEqualTo(one.key());
    }

    @Test
    void answersOfDifferentKindsNeverDisplaceEachOther() {
        Set<Object> keys = answers().map(a -> ((Change) a.get()[0]).key()).collect(Collectors.toSet());

        assertThat(keys).hasSameSizeAs(answers().toList());
    }

    @Test
    void jobsOfTwoAttemptsAreTwoThings() {
        assertThat(new Change.JobsRead(runId(1), 1, good(List.of())).key())
                .isNotEqualTo(new Change.JobsRead(runId(1), 2, good(List.of())).key());
    }

    @Test
    void listsOfRepositoriesAddUpSoNoneDisplacesAnother() {
        Change first = new Change.RepositoriesRead(GITHUB, "acme", good(List.of(Examples.known(CHECKOUT, NOON))));
        Change second = new Change.RepositoriesRead(
                GITHUB, "acme", good(List.of(Examples.known(Examples.repository("ledger"), NOON))));

        assertThat(first.key()).isNotEqualTo(second.key());
    }

    @Test
    void seeingAndLosingAWorkloadAreAboutOneThing() {
        assertThat(new Change.WorkloadSeen(workload(KEY, "acme/checkout:v1", Map.of()), NOON).key())
                .isEqualTo(new Change.WorkloadGone(KEY).key());
    }

    @Test
    void changingAndDiscardingADraftAreAboutOneThing() {
        DraftId id = new DraftId("d1");
        Draft draft = new Draft.Preparing(id, new Intent.CancelRun(runId(1), 1, false));

        assertThat(new Change.DraftChanged(draft).key()).isEqualTo(new Change.DraftDiscarded(id).key());
    }

    @Test
    void anAnswerAndATroubleOfOneConnectionBothCount() {
        Object answered = new Change.ConnectionAnswered(GITHUB, NOON).key();

        assertThat(new Change.ConnectionAnswered(GITHUB, NOON.plusSeconds(1)).key()).isEqualTo(answered);
        assertThat(new Change.ConnectionTroubled(GITHUB, DOWN, null).key())
                .isNotEqualTo(answered)
                .isEqualTo(new Change.ConnectionTroubled(GITHUB, DOWN, NOON).key());
        assertThat(new Change.BudgetRead(GITHUB, new ApiBudget(1, 1, NOON, NOON)).key())
                .isNotEqualTo(answered)
                .isEqualTo(new Change.BudgetRead(GITHUB, new ApiBudget(1, 0, NOON, NOON)).key());
    }

    @Test
    void oneScreenMovesItsOwnFocusOnly() {
        Change runs = new Change.FocusMoved("runs", Focus.NOWHERE);

        assertThat(new Change.FocusMoved("board", Focus.NOWHERE).key()).isNotEqualTo(runs.key());
        Focus elsewhere = Focus.NOWHERE.withRuns(Set.of(runId(1)));
        assertThat(new Change.FocusMoved("runs", elsewhere).key()).isEqualTo(runs.key());
    }

    @Test
    void goodRevisionsAndActionsAreKeptApartByWhatTheyAre() {
        GoodRevision first = new GoodRevision(KEY, "uid", "aa", "v1", NOON, NOON);
        GoodRevision longer = new GoodRevision(KEY, "uid", "aa", "v1", NOON, NOON.plusSeconds(60));
        GoodRevision other = new GoodRevision(KEY, "uid", "bb", "v1", NOON, NOON);
        assertThat(new Change.GoodRevisionKept(longer).key()).isEqualTo(new Change.GoodRevisionKept(first).key());
        assertThat(new Change.GoodRevisionKept(other).key()).isNotEqualTo(new Change.GoodRevisionKept(first).key());

        assertThat(recorded("p1", ActionRecord.Phase.DONE).key())
                .isEqualTo(recorded("p1", ActionRecord.Phase.CHECKING).key())
                .isNotEqualTo(recorded("p2", ActionRecord.Phase.DONE).key());
    }

    private static Change recorded(String id, ActionRecord.Phase phase) {
        return new Change.ActionRecorded(
                new ActionRecord(SampleActions.restart(id), "ada", NOON, phase, List.of(), "", null));
    }
}
