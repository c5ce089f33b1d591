package dev.signalbox.history;

import static dev.signalbox.history.SampleHistory.CHECKOUT;
import static dev.signalbox.history.SampleHistory.NOON;
import static dev.signalbox.history.SampleHistory.deployment;
import static dev.signalbox.history.SampleHistory.green;
import static dev.signalbox.history.SampleHistory.job;
import static dev.signalbox.history.SampleHistory.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.Backfill;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.LastGreen;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunPast;
import dev.signalbox.domain.ci.Usual;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.RunHistory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlRunHistoryTest {

    @TempDir
    Path folder;

    private History history;
    private RunHistory runs;

    @BeforeEach
    void open() {
        history = History.open(folder, InstantSource.fixed(NOON));
        runs = history.runs();
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void knowsNothingOfARepositoryThatWasNeverSeen() throws Exception {
        assertThat(runs.past(green(1, 60), "main")).isEqualTo(RunPast.NOTHING);
        assertThat(runs.oldest(CHECKOUT)).isEmpty();
        assertThat(runs.backfill(CHECKOUT)).isEqualTo(Backfill.notBegun(CHECKOUT));
    }

    @Test
    void tellsTheUsualDurationFromGoodRunsOfTheSameKindOfBranchOnly() throws Exception {
        keep(green(1, 100), green(2, 200), green(3, 300),
                run(4, 1, "push", "main", Conclusion.FAILURE, 5),
                run(5, 1, "pull_request", "fix", Conclusion.SUCCESS, 900),
                run(6, 1, "pull_request", "fix", Conclusion.SUCCESS, 800),
                run(7, 1, "pull_request", "fix", Conclusion.SUCCESS, 700),
                run(8, 2, "push", "main", Conclusion.SUCCESS, 9));
        assertThat(runs.past(green(20, 0), "main").usual())
                .isEqualTo(new Usual(Duration.ofSeconds(200), Duration.ofSeconds(300), 3));
        assertThat(runs.past(run(20, 1, "pull_request_target", "x", Conclusion.NONE, 0), "main").usual())
                .isEqualTo(new Usual(Duration.ofSeconds(800), Duration.ofSeconds(900), 3));
    }

    @Test
    void takesRunsOfOtherBranchesWhenThereAreTooFewOfTheSameKind() throws Exception {
        keep(green(1, 100), green(2, 200), run(3, 1, "push", "topic", Conclusion.SUCCESS, 50));
        assertThat(runs.past(run(9, 1, "push", "other", Conclusion.NONE, 0), "main").usual())
                .isEqualTo(new Usual(Duration.ofSeconds(100), Duration.ofSeconds(200), 3));
    }

    @Test
    void countsOnlyWhatWasBeforeTheRun() throws Exception {
        keep(green(1, 100), green(2, 100), green(3, 100), green(4, 900), green(5, 900), green(6, 900));
        RunPast past = runs.past(green(4, 0), "main");
        assertThat(past.usual()).isEqualTo(new Usual(Duration.ofSeconds(100), Duration.ofSeconds(100), 3));
        assertThat(past.lastGreen()).isEqualTo(lastGreen(3, 100));
    }

    @Test
    void looksAtTheNewestFortyRunsOnly() throws Exception {
        runs.keep(LongStream.rangeClosed(1, 100).mapToObj(n -> green(n, n <= 60 ? 1_000 : 60)).toList(), List.of(),
                List.of());
        assertThat(runs.past(green(200, 0), "main").usual())
                .isEqualTo(new Usual(Duration.ofSeconds(60), Duration.ofSeconds(60), 40));
    }

    @Test
    void findsTheLastGreenRunOfTheSameBranch() throws Exception {
        keep(green(1, 60), run(2, 1, "push", "topic", Conclusion.SUCCESS, 60),
                run(3, 1, "push", "main", Conclusion.FAILURE, 60));
        assertThat(runs.past(green(4, 0), "main").lastGreen()).isEqualTo(lastGreen(1, 60));
        assertThat(runs.past(green(1, 0), "main").lastGreen()).isNull();
    }

    @Test
    void takesARunThatPassedOnItsSecondAttemptForGreen() throws Exception {
        keep(run(3, 1, "push", "main", Conclusion.FAILURE, 60), run(3, 2, "push", "main", Conclusion.SUCCESS, 90));
        assertThat(runs.past(green(4, 0), "main").lastGreen()).isEqualTo(lastGreen(3, 90));
    }

    @Test
    void tellsWhatEachJobUsuallyTakes() throws Exception {
        Run first = green(1, 100);
        Run second = green(2, 100);
        runs.keep(
                List.of(first, second),
                List.of(
                        job(first, 1, "lint", Conclusion.SUCCESS, 10), job(second, 2, "lint", Conclusion.SUCCESS, 30),
                        job(second, 3, "test", Conclusion.SUCCESS, 70), job(second, 4, "docs", Conclusion.SKIPPED, 0)),
                List.of());
        RunPast past = runs.past(green(3, 0), "main");
        assertThat(past.jobs()).containsOnlyKeys("lint", "test");
        assertThat(past.job("lint"))
                .contains(new Usual(Duration.ofSeconds(10), Duration.ofSeconds(30), 2));
        assertThat(past.job("nothing")).isEmpty();
    }

    @Test
    void neverLetsAnOlderSightReplaceANewerOne() throws Exception {
        keep(green(1, 100));
        keep(run(1, 1, "push", "main", Conclusion.NONE, 20));
        runs.keep(List.of(), List.of(job(green(1, 1), 5, "lint", Conclusion.SUCCESS, 40)), List.of());
        runs.keep(List.of(), List.of(job(green(1, 1), 5, "lint", Conclusion.NONE, 0)), List.of());
        RunPast past = runs.past(green(2, 0), "main");
        assertThat(past.lastGreen()).isEqualTo(lastGreen(1, 100));
        assertThat(past.job("lint")).isPresent();
    }

    @Test
    void keepsTheNewestStateOfADeployment() throws Exception {
        runs.keep(List.of(), List.of(), List.of(deployment(4, Deployment.State.PENDING)));
        runs.keep(List.of(), List.of(), List.of(deployment(4, Deployment.State.SUCCESS)));
        runs.keep(List.of(), List.of(), List.of(deployment(4, Deployment.State.UNKNOWN)));
        assertThat(text("select state || count(*) from deployment")).isEqualTo("SUCCESS1");
    }

    @Test
    void remembersHowFarOlderRunsWereFetchedOverARestart() throws Exception {
        Backfill reached = new Backfill(CHECKOUT, NOON.minusSeconds(86_400), NOON, false);
        runs.keep(reached, List.of(green(1, 60)));
        history.close();
        open();
        assertThat(runs.backfill(CHECKOUT)).isEqualTo(reached);
        assertThat(runs.oldest(CHECKOUT)).contains(green(1, 0).createdAt());
        Backfill end = new Backfill(CHECKOUT, NOON.minusSeconds(90_000), NOON.plusSeconds(60), true);
        runs.keep(end, List.of());
        assertThat(runs.backfill(CHECKOUT)).isEqualTo(end);
    }

    @Test
    void tellsRepositoriesOfTwoConnectionsApart() throws Exception {
        keep(green(1, 60));
        RepositoryId twin = new RepositoryId(new ConnectionId("other"), CHECKOUT.owner(), CHECKOUT.name());
        assertThat(runs.oldest(twin)).isEmpty();
    }

    @Test
    void forgetsWhatIsTooOldWithItsJobsAndDeployments() throws Exception {
        runs.keep(
                List.of(green(1, 60), green(30, 60)),
                List.of(job(green(1, 0), 1, "lint", Conclusion.SUCCESS, 5),
                        job(green(30, 0), 2, "lint", Conclusion.SUCCESS, 5)),
                List.of(deployment(4, Deployment.State.SUCCESS)));
        assertThat(runs.forget(NOON.plus(Duration.ofHours(10)), 1_000)).isEqualTo(1);
        assertThat(runs.oldest(CHECKOUT)).contains(green(30, 0).createdAt());
        assertThat(text("select count(*) from job")).isEqualTo("1");
        assertThat(text("select count(*) from deployment")).isEqualTo("0");
    }

    @Test
    void forgetsTheOldestWhenThereAreTooMany() throws Exception {
        runs.keep(LongStream.rangeClosed(1, 30).mapToObj(n -> green(n, 60)).toList(), List.of(), List.of());
        assertThat(runs.forget(NOON.minusSeconds(1), 10)).isEqualTo(20);
        assertThat(runs.oldest(CHECKOUT)).contains(green(21, 0).createdAt());
        assertThat(runs.forget(NOON.minusSeconds(1), 10)).isZero();
    }

    @Test
    void refusesInWordsWhenTheFolderIsInUse() {
        try (History second = History.open(folder, InstantSource.fixed(NOON))) {
            assertThatExceptionOfType(JournalFailure.class)
                    .isThrownBy(() -> second.runs().past(green(1, 0), "main"))
                    .withMessageStartingWith("Another console");
        }
    }

    @Test
    void namesTheNewestRunsOfEachWorkflowWithoutJobsAndAllThatFailed() throws Exception {
        keep(green(1, 60), run(2, 1, "push", "main", Conclusion.FAILURE, 5), green(3, 60), green(4, 60),
                run(5, 1, "push", "main", Conclusion.TIMED_OUT, 5), green(6, 60), green(7, 60), other(8), other(1));
        assertThat(withoutJobs(2)).as("workflows take turns, then what failed").containsExactly(8L, 7L, 6L, 0L, 5L, 2L);
        assertThat(runs.withoutJobs(CHECKOUT, NOON, 50, 3)).hasSize(3);
    }

    @Test
    void leavesOutRunsWithoutUsefulJobsAndThoseBeyondTheTimeThatIsWanted() throws Exception {
        keep(run(1, 1, "push", "main", Conclusion.SKIPPED, 5), run(2, 1, "push", "main", Conclusion.CANCELLED, 5),
                run(3, 1, "push", "main", Conclusion.STARTUP_FAILURE, 5),
                run(4, 1, "push", "main", Conclusion.NONE, 5), green(5, 60));
        assertThat(withoutJobs(50)).containsExactly(5L);
        assertThat(runs.withoutJobs(CHECKOUT, NOON.plusSeconds(5 * 3_600 + 1), 50, 50)).isEmpty();
    }

    @Test
    void asksForTheJobsOfARunOnce() throws Exception {
        Run read = green(1, 60);
        Run none = green(2, 60);
        keep(read, none, green(3, 60), run(3, 2, "push", "main", Conclusion.SUCCESS, 60));
        runs.keepJobs(new AttemptKey(read.id(), 1), List.of(job(read, 11, "build", Conclusion.SUCCESS, 40)));
        runs.keepJobs(new AttemptKey(none.id(), 1), List.of());
        keep(read, none);
        assertThat(runs.withoutJobs(CHECKOUT, NOON, 50, 50)).containsExactly(
                new AttemptKey(green(3, 60).id(), 2), new AttemptKey(green(3, 60).id(), 1));
        assertThat(runs.past(green(9, 60), "main").jobs())
                .containsEntry("build", new Usual(Duration.ofSeconds(40), Duration.ofSeconds(40), 1));
        runs.keep(List.of(), List.of(job(green(3, 60), 31, "build", Conclusion.SUCCESS, 44)), List.of());
        assertThat(runs.withoutJobs(CHECKOUT, NOON, 50, 50)).as("what somebody looked at is kept")
                .containsExactly(new AttemptKey(green(3, 60).id(), 2));
    }

    @Test
    void namesEarlierAttemptsThatAreNotKeptNewestRunFirst() throws Exception {
        keep(green(1, 60), again(2, 3), again(5, 4), run(5, 2, "push", "main", Conclusion.FAILURE, 60), again(6, 2));

        assertThat(missing(NOON, 50)).containsExactly("6/1", "5/1", "5/3", "2/1", "2/2");
        assertThat(missing(NOON, 3)).containsExactly("6/1", "5/1", "5/3");
        assertThat(missing(NOON.plusSeconds(5 * 3_600 + 1), 50)).as("the older ones are left out")
                .containsExactly("6/1");
        keep(run(6, 1, "push", "main", Conclusion.FAILURE, 60));
        assertThat(missing(NOON.plusSeconds(5 * 3_600 + 1), 50)).isEmpty();
        assertThat(runs.missingAttempts(new RepositoryId(CHECKOUT.connection(), "acme", "other"), NOON, 9)).isEmpty();
    }

    @Test
    void countsToNoNumberOfAttemptsThatNobodyCanHave() throws Exception {
        keep(again(1, Integer.MAX_VALUE));

        assertThat(missing(NOON, 5_000)).hasSize(50).startsWith("1/1").endsWith("1/50");
    }

    private static Run again(long number, int attempt) {
        return run(number, attempt, "push", "main", Conclusion.SUCCESS, 60);
    }

    private List<String> missing(Instant oldest, int atMost) throws JournalFailure {
        return runs.missingAttempts(CHECKOUT, oldest, atMost).stream()
                .map(attempt -> attempt.run().number() - 9_000 + "/" + attempt.number())
                .toList();
    }

    private List<Long> withoutJobs(int newest) throws JournalFailure {
        return runs.withoutJobs(CHECKOUT, NOON, newest, 50).stream()
                .map(attempt -> attempt.run().number() - 9_000)
                .toList();
    }

    /// A good run of another workflow.
    private static Run other(long number) {
        Run like = green(number, 60);
        return new Run(
                new RunId(CHECKOUT, 9_000 + (number == 1 ? 0 : number)), 1, 8, "Docs", "docs.yml", number, "", "push",
                like.status(), like.conclusion(), like.branch(), like.headSha(), "ada", "ada", like.createdAt(),
                like.startedAt(), like.updatedAt(), null);
    }

    private void keep(Run... some) throws JournalFailure {
        runs.keep(List.of(some), List.of(), List.of());
    }

    private static LastGreen lastGreen(long number, long seconds) {
        Run run = green(number, seconds);
        return new LastGreen(run.id(), number, run.headSha(), run.updatedAt());
    }

    private String text(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.getString(1);
        }
    }
}
