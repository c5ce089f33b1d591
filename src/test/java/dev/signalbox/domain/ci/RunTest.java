package dev.signalbox.domain.ci;

import static dev.signalbox.testing.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Examples;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunTest {

    private static Run run(
            int attempt, RunStatus status, @Nullable Instant created, @Nullable Instant started,
            @Nullable Instant updated) {
        return new Run(
                Examples.runId(641), attempt, 7, "Release", "release.yml", 641, "title", "push", status,
                Conclusion.NONE, "main", "abc", "ada", "ada", created, started, updated, null);
    }

    @Test
    void anUnfinishedRunHasLastedUntilNow() {
        Run run = run(1, RunStatus.IN_PROGRESS, NOON, NOON.plusSeconds(10), NOON.plusSeconds(20));

        assertThat(run.durationAt(NOON.plusSeconds(70))).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aFinishedRunLastedUntilItsLastUpdate() {
        Run run = run(1, RunStatus.COMPLETED, NOON, NOON.plusSeconds(10), NOON.plusSeconds(20));

        assertThat(run.durationAt(NOON.plusSeconds(7000))).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void countsFromItsCreationWhenNoStartIsTold() {
        assertThat(run(1, RunStatus.QUEUED, NOON, null, null).durationAt(NOON.plusSeconds(5)))
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aFinishedRunOfWhichNobodyTellsTheEndHasNoRunningClock() {
        assertThat(run(1, RunStatus.COMPLETED, NOON, NOON, null).durationAt(NOON.plusSeconds(5))).isZero();
    }

    @Test
    void aFinishedRunLastedUntilItFinishedWhateverChangedInItLater() {
        Run told = finished(RunStatus.COMPLETED, NOON.plusSeconds(30));
        assertThat(told.durationAt(NOON.plusSeconds(7000))).isEqualTo(Duration.ofSeconds(20));
        assertThat(finished(RunStatus.COMPLETED, null).durationAt(NOON.plusSeconds(7000)))
                .isEqualTo(Duration.ofSeconds(80));
    }

    @Test
    void anOldEndDoesNotStopTheClockOfARunThatGoesOnAgain() {
        assertThat(finished(RunStatus.IN_PROGRESS, NOON.plusSeconds(30)).durationAt(NOON.plusSeconds(100)))
                .isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void aFinishedRunTookWhatWasWorkedOnItWithoutWhatItWaitedForPeople() {
        assertThat(worked(RunStatus.COMPLETED, Duration.ofSeconds(12)).durationAt(NOON.plusSeconds(7000)))
                .isEqualTo(Duration.ofSeconds(12));
        assertThat(worked(RunStatus.COMPLETED, Duration.ZERO).durationAt(NOON.plusSeconds(7000))).isZero();
        assertThat(worked(RunStatus.COMPLETED, null).durationAt(NOON.plusSeconds(7000)))
                .isEqualTo(Duration.ofSeconds(20));
        assertThat(worked(RunStatus.IN_PROGRESS, Duration.ofSeconds(12)).durationAt(NOON.plusSeconds(100)))
                .as("it goes on").isEqualTo(Duration.ofSeconds(90));
    }

    private static Run worked(RunStatus status, @Nullable Duration worked) {
        Run run = finished(status, NOON.plusSeconds(30));
        return new Run(
                run.id(), run.attempt(), run.workflow(), run.workflowName(), run.workflowPath(), run.number(),
                run.title(), run.event(), run.status(), run.conclusion(), run.branch(), run.headSha(), run.actor(),
                run.triggeredBy(), run.createdAt(), run.startedAt(), run.updatedAt(), run.page(), run.coverage(),
                run.finishedAt(), worked);
    }

    /// Started ten seconds after noon, changed last ninety seconds after it.
    private static Run finished(RunStatus status, @Nullable Instant at) {
        return new Run(
                Examples.runId(641), 1, 0, "Pipeline", ".gitlab-ci.yml", 641, "title", "push", status,
                Conclusion.NONE, "main", "abc", "ada", "ada", NOON, NOON.plusSeconds(10), NOON.plusSeconds(90), null,
                null, at);
    }

    @Test
    void lastsNoTimeWhenNoTimeIsToldOrTheClocksDisagree() {
        assertThat(run(1, RunStatus.QUEUED, null, null, NOON).durationAt(NOON)).isZero();
        assertThat(run(1, RunStatus.IN_PROGRESS, NOON, NOON, NOON).durationAt(NOON.minusSeconds(30))).isZero();
        assertThat(run(1, RunStatus.COMPLETED, NOON, NOON, NOON.minusSeconds(30)).durationAt(NOON)).isZero();
    }

    @Test
    void aHigherAttemptIsNewerWhateverItsTimes() {
        Run first = run(1, RunStatus.COMPLETED, NOON, NOON, NOON.plusSeconds(600));
        Run second = run(2, RunStatus.QUEUED, NOON, null, null);

        assertThat(second.isNewerThan(first)).isTrue();
        assertThat(first.isNewerThan(second)).isFalse();
    }

    @Test
    void withinAnAttemptTheLaterUpdateIsNewerAndAnEqualOneReplaces() {
        Run early = run(1, RunStatus.QUEUED, NOON, NOON, NOON);
        Run late = run(1, RunStatus.IN_PROGRESS, NOON, NOON, NOON.plusMillis(1));

        assertThat(late.isNewerThan(early)).isTrue();
        assertThat(early.isNewerThan(late)).isFalse();
        assertThat(early.isNewerThan(run(1, RunStatus.IN_PROGRESS, NOON, NOON, NOON))).isTrue();
    }

    @Test
    void anAnswerWithoutATimeNeverReplacesOneWithATime() {
        Run timed = run(1, RunStatus.COMPLETED, NOON, NOON, NOON);
        Run untimed = run(1, RunStatus.QUEUED, NOON, NOON, null);

        assertThat(untimed.isNewerThan(timed)).isFalse();
        assertThat(timed.isNewerThan(untimed)).isTrue();
        assertThat(untimed.isNewerThan(untimed)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = RunStatus.class, names = {"REQUESTED", "QUEUED", "PENDING", "WAITING", "IN_PROGRESS"})
    void somethingMayStillHappenToARunThatHasNotEnded(RunStatus status) {
        assertThat(status.isUnfinished()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = RunStatus.class, names = {"COMPLETED", "UNKNOWN"})
    void nothingIsPromisedOfARunThatEndedOrIsNotUnderstood(RunStatus status) {
        assertThat(status.isUnfinished()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Conclusion.class, names = {"FAILURE", "TIMED_OUT", "STARTUP_FAILURE", "ACTION_REQUIRED"})
    void peopleLookAtWhatWentWrong(Conclusion conclusion) {
        assertThat(conclusion.isBad()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Conclusion.class, names = {"FAILURE", "TIMED_OUT", "STARTUP_FAILURE",
        "ACTION_REQUIRED"}, mode = EnumSource.Mode.EXCLUDE)
    void peopleAreNotCalledForTheRest(Conclusion conclusion) {
        assertThat(conclusion.isBad()).isFalse();
    }
}
