package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.known;
import static dev.signalbox.testing.Examples.run;
import static dev.signalbox.testing.Examples.runId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ApiBudget;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RepositoryPicks;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.Examples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrandsTest {

    private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(3));

    private final Errands errands = new Errands(GITHUB, List.of("acme"), () -> NOON);
    private final List<Change> changes = new ArrayList<>(List.of(
            new Change.ConnectionAdded(Connection.fresh(GITHUB, Connection.Kind.GITHUB, "api.github.com")),
            new Change.RepositoriesRead(GITHUB, "acme", new Answer.Good<>(List.of(known(CHECKOUT, LONG_AGO)), NOON))));

    private Map<Errand, Duration> wanted() {
        ConsoleState state = new Reducer().apply(ConsoleState.EMPTY, changes);
        return errands.wanted(state, NOON);
    }

    private void listed(Run run) {
        changes.add(new Change.RunsRead(CHECKOUT, new Answer.Good<>(List.of(run), NOON)));
    }

    private void focusOn(Focus focus) {
        changes.add(new Change.FocusMoved("runs", focus));
    }

    @Test
    void releasesAreReadOnlyWhileSomebodyLooksAtThem() {
        Errand releases = new Errand.ListReleases(CHECKOUT);
        assertThat(wanted()).doesNotContainKey(releases);
        focusOn(Focus.NOWHERE
                .withReleases(Set.of(CHECKOUT, new RepositoryId(new ConnectionId("other"), "acme", "checkout"))));
        assertThat(wanted()).containsEntry(releases, Duration.ofMinutes(5));
        assertThat(wanted().keySet()).filteredOn(Errand.ListReleases.class::isInstance)
                .as("another connection's are none of ours").containsExactly(releases);
    }

    @Test
    void whatWasPickedIsReadAndNothingElseOfTheOwner() {
        RepositoryId other = new RepositoryId(GITHUB, "acme", "other");
        RepositoryId unseen = new RepositoryId(GITHUB, "acme", "unseen");
        changes.add(new Change.RepositoriesRead(
                GITHUB, "acme", new Answer.Good<>(List.of(known(other, LONG_AGO)), NOON)));
        assertThat(wanted()).containsKeys(new Errand.ListRuns(CHECKOUT), new Errand.ListRuns(other));

        errands.only(RepositoryPicks.of(GITHUB, List.of(CHECKOUT.fullName(), "acme/unseen")));

        assertThat(wanted()).containsKeys(
                new Errand.ListRuns(CHECKOUT), new Errand.ListRuns(unseen), new Errand.OneRepository(unseen),
                new Errand.RecentlyPushed("acme"))
                .doesNotContainKeys(new Errand.ListRuns(other), new Errand.AllRepositories("acme"));
        assertThat(wanted().keySet()).noneMatch(errand -> errand.toString().contains("name=other"));
    }

    @Test
    void beginsWithWhoWeAreAndWhatThereIs() {
        assertThat(errands.wanted(ConsoleState.EMPTY, NOON))
                .containsOnlyKeys(
                        new Errand.WhoAmI(), new Errand.AllRepositories("acme"), new Errand.RecentlyPushed("acme"));
    }

    @Test
    void readsAnActiveRepositoryMoreOftenThanAQuietOne() {
        listed(run(1, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, LONG_AGO));
        Duration quiet = wanted().get(new Errand.ListRuns(CHECKOUT));
        listed(run(2, 1, RunStatus.IN_PROGRESS, Conclusion.NONE, NOON));

        assertThat(wanted().get(new Errand.ListRuns(CHECKOUT))).isEqualTo(PollRates.ACTIVE_MIN).isLessThan(quiet);
    }

    @Test
    void readsARepositoryAtOnceAfterAPush() {
        changes.add(new Change.RepositoriesRead(
                GITHUB, "acme", new Answer.Good<>(List.of(known(CHECKOUT, NOON.minusSeconds(5))), NOON)));

        assertThat(wanted()).containsEntry(new Errand.ListRuns(CHECKOUT), Duration.ofSeconds(1));
    }

    @Test
    void aPushIsRecentByTheClockOfTheServerThatTellsOfIt() {
        changes.add(new Change.RepositoriesRead(
                GITHUB, "acme", new Answer.Good<>(List.of(known(CHECKOUT, NOON.plusSeconds(85))), NOON)));
        Errands ahead = new Errands(GITHUB, List.of("acme"), () -> NOON.plusSeconds(90));

        assertThat(ahead.wanted(new Reducer().apply(ConsoleState.EMPTY, changes), NOON))
                .containsEntry(new Errand.ListRuns(CHECKOUT), Duration.ofSeconds(1));
        assertThat(wanted().get(new Errand.ListRuns(CHECKOUT))).as("by ours").isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void asksWhatAWaitingRunWaitsFor() {
        listed(run(2, 1, RunStatus.WAITING, Conclusion.NONE, LONG_AGO));

        assertThat(wanted()).containsKey(new Errand.ReadPending(runId(2)));
    }

    @Test
    void asksAgainAboutWhatStillSeemsToWaitAndNotAboutOffers() {
        listed(run(2, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, LONG_AGO));
        changes.add(new Change.PendingRead(
                runId(2), new Answer.Good<>(List.of(Examples.offer(2, 9, "docs")), NOON)));
        assertThat(wanted()).doesNotContainKey(new Errand.ReadPending(runId(2)));

        changes.add(new Change.PendingRead(
                runId(2),
                new Answer.Good<>(
                        List.of(Examples.offer(2, 9, "docs"), Examples.approval(2, "production", true)), NOON)));
        assertThat(wanted()).containsEntry(new Errand.ReadPending(runId(2)), Duration.ofSeconds(5));
    }

    /// So many ended runs, of which the first is below those that lists tell of.
    private Errand readOldestOf(int runs) {
        LongStream.rangeClosed(1, runs).forEach(
                number -> listed(run(number, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, LONG_AGO)));
        return new Errand.ReadRun(runId(1));
    }

    private void deployedBy(long run, Deployment.State state) {
        changes.add(new Change.DeploymentsRead(CHECKOUT, new Answer.Good<>(List.of(new Deployment(
                CHECKOUT, 9, "production", "4be02d1", "main", "ada", state, NOON, run, null)), NOON)));
    }

    @ParameterizedTest
    @EnumSource(Deployment.State.class)
    void followsAnOlderRunWhoseDeploymentGoesOn(Deployment.State state) {
        Errand oldest = readOldestOf(30);
        deployedBy(1, state);
        boolean goesOn = state.ordinal() <= Deployment.State.IN_PROGRESS.ordinal();
        assertThat(wanted().get(oldest)).isEqualTo(goesOn ? PollRates.RECENT_MIN : null);
    }

    @Test
    void doesNotFollowARunForEverThatEndedThoughItsDeploymentDidNot() {
        Errand oldest = readOldestOf(30);
        deployedBy(1, Deployment.State.WAITING);
        Run ended = run(1, 1, RunStatus.COMPLETED, Conclusion.CANCELLED, LONG_AGO);
        changes.add(new Change.RunRead(ended.id(), new Answer.Good<>(ended, NOON.plusSeconds(300))));
        assertThat(wanted()).as("it may have been told late").containsKey(oldest);
        changes.add(new Change.RunRead(ended.id(), new Answer.Good<>(ended, NOON.plusSeconds(301))));
        assertThat(wanted()).doesNotContainKey(oldest);
    }

    @Test
    void readsWhatIsInSightMoreOftenThanTheRest() {
        listed(run(1, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, LONG_AGO));
        for (int i = 0; i < 500; i++) {
            changes.add(new Change.RepositoriesRead(GITHUB, "acme", new Answer.Good<>(
                    List.of(known(dev.signalbox.testing.Examples.repository("other-" + i), LONG_AGO)), NOON)));
        }
        Duration unseen = wanted().get(new Errand.ListRuns(CHECKOUT));
        focusOn(Focus.NOWHERE.withRepositories(Set.of(CHECKOUT)));

        assertThat(wanted()).containsEntry(new Errand.ListRuns(CHECKOUT), PollRates.IN_SIGHT_MIN);
        assertThat(unseen).isGreaterThan(Duration.ofMinutes(2));
        assertThat(wanted().get(new Errand.ListRuns(dev.signalbox.testing.Examples.repository("other-7"))))
                .isGreaterThan(Duration.ofMinutes(2));
    }

    @Test
    void whatWaitsAmongOlderRunsIsLookedForNowAndThenOnceThereIsAList() {
        Errand waiting = new Errand.ListWaiting(CHECKOUT);
        assertThat(wanted()).doesNotContainKey(waiting);

        listed(run(1, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, LONG_AGO));

        assertThat(wanted()).containsEntry(waiting, PollRates.SLOW);
    }

    @Test
    void whatHardlyChangesIsReadSeldomOnAVeryLargeBoard() {
        assertThat(PollRates.of(2_000, 0, null, NOON).slow()).isGreaterThan(Duration.ofHours(1));
        assertThat(PollRates.of(100, 0, null, NOON).slow()).isEqualTo(PollRates.SLOW);
        assertThat(PollRates.of(2_000, 0, null, NOON).inSight(20)).isEqualTo(Duration.ofSeconds(16));
    }

    @Test
    void keepsTheRunOnScreenFreshest() {
        focusOn(Focus.NOWHERE.withRuns(Set.of(runId(9))));

        assertThat(wanted()).containsEntry(new Errand.WatchRun(runId(9)), PollRates.FOCUS);
    }

    @Test
    void fetchesALogOnlyOnceItsJobHasEnded() {
        focusOn(Focus.NOWHERE.withLogs(Set.of(new JobKey(runId(9), 77))));
        assertThat(wanted()).doesNotContainKey(new Errand.FetchLog(new JobKey(runId(9), 77)));

        Job ended = new Job(
                runId(9), 77, 1, "lint", RunStatus.COMPLETED, Conclusion.SUCCESS, NOON, NOON, NOON, List.of(), null,
                List.of(), null);
        changes.add(new Change.JobsRead(runId(9), 1, new Answer.Good<>(List.of(ended), NOON)));

        assertThat(wanted()).containsKey(new Errand.FetchLog(new JobKey(runId(9), 77)));
    }

    @Test
    void readsAnEarlierAttemptOnceAndAnnotationsOnceTheJobHasEnded() {
        AttemptKey attempt = new AttemptKey(runId(9), 1);
        JobKey job = new JobKey(runId(9), 77);
        focusOn(Focus.NOWHERE.withAttempts(Set.of(attempt)).withAnnotations(Set.of(job)));
        assertThat(wanted()).containsEntry(new Errand.ReadAttempt(attempt), Duration.ofDays(1))
                .doesNotContainKey(new Errand.ReadAnnotations(job));

        Job ended = new Job(
                runId(9), 77, 1, "lint", RunStatus.COMPLETED, Conclusion.FAILURE, NOON, NOON, NOON, List.of(), null,
                List.of(), null);
        changes.add(new Change.JobsRead(runId(9), 1, new Answer.Good<>(List.of(ended), NOON)));

        assertThat(wanted()).containsEntry(new Errand.ReadAnnotations(job), Duration.ofDays(1));
    }

    @Test
    void theLogOfAFailureThatWasTriedAgainIsNotFetchedByItself() {
        Job failed = new Job(
                runId(9), 77, 1, "lint", RunStatus.COMPLETED, Conclusion.FAILURE, NOON, NOON, NOON, List.of(), null,
                List.of(), null);
        focusOn(Focus.NOWHERE.withRuns(Set.of(runId(9))));
        changes.add(new Change.JobsRead(runId(9), 1, new Answer.Good<>(List.of(failed), NOON)));
        assertThat(wanted()).containsKey(new Errand.FetchLog(new JobKey(runId(9), 77)));

        changes.add(new Change.JobsRead(runId(9), 1, new Answer.Good<>(List.of(failed.asReplaced()), NOON)));
        assertThat(wanted()).doesNotContainKey(new Errand.FetchLog(new JobKey(runId(9), 77)));
    }

    @Test
    void readsNothingWhileTheProviderAskedToWait() {
        changes.add(new Change.ConnectionTroubled(
                GITHUB, new RemoteProblem.RateLimited("wait", NOON.plusSeconds(60)), NOON.plusSeconds(60)));

        assertThat(wanted()).isEmpty();
    }

    @Test
    void asksOnlyWhoWeAreWhileTheCredentialIsRefused() {
        changes.add(new Change.ConnectionTroubled(GITHUB, new RemoteProblem.Unauthorized("bad credentials"), null));

        assertThat(wanted()).containsOnlyKeys(new Errand.WhoAmI());
    }

    @Test
    void leavesTheLastFifthOfTheBudgetToWhatIsLookedAt() {
        changes.add(new Change.BudgetRead(GITHUB, new ApiBudget(5000, 900, NOON.plusSeconds(600), NOON)));
        focusOn(Focus.NOWHERE.withRuns(Set.of(runId(9))));

        assertThat(wanted()).containsOnlyKeys(new Errand.WhoAmI(), new Errand.WatchRun(runId(9)));
    }

    @Test
    void leavesOtherConnectionsAlone() {
        RepositoryId other = new RepositoryId(new ConnectionId("gitlab"), "acme", "checkout");
        changes.add(new Change.RepositoriesRead(
                other.connection(), "acme", new Answer.Good<>(List.of(known(other, LONG_AGO)), NOON)));
        focusOn(Focus.NOWHERE.withComparisons(Set.of(new ComparisonKey(other, "a", "b"))));

        assertThat(wanted()).doesNotContainKeys(
                new Errand.ListRuns(other), new Errand.Compare(new ComparisonKey(other, "a", "b")));
    }
}
