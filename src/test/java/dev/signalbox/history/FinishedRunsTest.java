package dev.signalbox.history;

import static dev.signalbox.history.SampleHistory.NOON;
import static dev.signalbox.history.SampleHistory.green;
import static dev.signalbox.history.SampleHistory.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.Usual;
import dev.signalbox.port.RunHistory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run is changed after it has finished: a job of it is started by hand, somebody comments on it. It took no longer for
/// that.
class FinishedRunsTest {

    private static final InstantSource CLOCK = InstantSource.fixed(NOON);

    @TempDir
    Path folder;

    @Test
    void aRunTookUntilItFinishedThoughItChangedLater() throws Exception {
        try (History history = History.open(folder, CLOCK)) {
            keep(history, finished(green(1, 900), 100), finished(green(2, 900), 110), finished(green(3, 900), 120));
            assertThat(usual(history)).isEqualTo(new Usual(Duration.ofSeconds(110), Duration.ofSeconds(120), 3));
        }
    }

    @Test
    void whereNobodyTellsItTookUntilItChangedLast() throws Exception {
        try (History history = History.open(folder, CLOCK)) {
            keep(history, green(1, 100), green(2, 110), green(3, 120));
            assertThat(usual(history)).isEqualTo(new Usual(Duration.ofSeconds(110), Duration.ofSeconds(120), 3));
        }
    }

    @Test
    void aListThatDoesNotTellKeepsWhatWasTold() throws Exception {
        try (History history = History.open(folder, CLOCK)) {
            keep(history, finished(green(1, 900), 100), finished(green(2, 900), 100), finished(green(3, 900), 100));
            keep(history, green(1, 900), green(2, 900), green(3, 900));
            assertThat(usual(history)).isEqualTo(new Usual(Duration.ofSeconds(100), Duration.ofSeconds(100), 3));
        }
    }

    @Test
    void whatWasToldLaterIsKept() throws Exception {
        try (History history = History.open(folder, CLOCK)) {
            keep(history, green(1, 900), green(2, 900), green(3, 900));
            keep(history, finished(green(1, 900), 100), finished(green(2, 900), 100), finished(green(3, 900), 100));
            assertThat(usual(history)).isEqualTo(new Usual(Duration.ofSeconds(100), Duration.ofSeconds(100), 3));
        }
    }

    @Test
    void whatItWaitedForPeopleDoesNotCountWhereTheWorkIsTold() throws Exception {
        try (History history = History.open(folder, CLOCK)) {
            keep(history, worked(green(1, 900), 30), worked(green(2, 900), 30), worked(green(3, 900), 40));
            keep(history, green(1, 900), green(2, 900), finished(green(3, 900), 800));
            assertThat(usual(history)).isEqualTo(new Usual(Duration.ofSeconds(30), Duration.ofSeconds(40), 3));
            keep(history, green(1, 950), green(2, 950), green(3, 950));
            assertThat(usual(history)).as("changed since")
                    .isEqualTo(new Usual(Duration.ofSeconds(950), Duration.ofSeconds(950), 3));
        }
    }

    @Test
    void aRunThatOnlyAListWithoutTimesToldOfIsNoMeasure() throws Exception {
        try (History history = History.open(folder, CLOCK)) {
            keep(history, listed(green(1, 90_000)), listed(green(2, 90_000)), listed(green(3, 90_000)));
            assertThat(usual(history)).isNull();
            keep(history, worked(green(4, 900), 30), worked(green(5, 900), 30), worked(green(6, 900), 40));
            assertThat(usual(history)).isEqualTo(new Usual(Duration.ofSeconds(30), Duration.ofSeconds(40), 3));
        }
    }

    private static Run listed(Run run) {
        return new Run(
                run.id(), run.attempt(), run.workflow(), run.workflowName(), run.workflowPath(), run.number(),
                run.title(), run.event(), run.status(), run.conclusion(), run.branch(), run.headSha(), run.actor(),
                run.triggeredBy(), run.createdAt(), null, run.updatedAt(), run.page());
    }

    private static Run worked(Run run, long seconds) {
        return new Run(
                run.id(), run.attempt(), run.workflow(), run.workflowName(), run.workflowPath(), run.number(),
                run.title(), run.event(), run.status(), run.conclusion(), run.branch(), run.headSha(), run.actor(),
                run.triggeredBy(), run.createdAt(), run.startedAt(), run.updatedAt(), run.page(), run.coverage(), null,
                Duration.ofSeconds(seconds));
    }

    @Test
    void aChangeSinceMakesAnOldFinishWorthless() throws Exception {
        try (History history = History.open(folder, CLOCK)) {
            keep(history, finished(green(1, 200), 100), finished(green(2, 200), 100), finished(green(3, 200), 100));
            keep(history, green(1, 300), green(2, 300), green(3, 300));
            assertThat(usual(history)).isEqualTo(new Usual(Duration.ofSeconds(300), Duration.ofSeconds(300), 3));
        }
    }

    @Test
    void aFileWithoutTheseTimesIsBroughtUpToDateAndLosesNothing() throws Exception {
        Schema before = new Schema(Schema.STEPS.subList(0, 4));
        try (Database database = HistoryFile.open(folder, CLOCK, HistoryFile.NO_LIMIT, before)) {
            assertThat(database.problem()).isEmpty();
        }
        asItWasWritten(1, 100);
        asItWasWritten(2, 110);
        asItWasWritten(3, 120);

        try (History history = History.open(folder, CLOCK)) {
            assertThat(history.problem()).isEmpty();
            assertThat(history.notices()).isEmpty();
            assertThat(usual(history)).isEqualTo(new Usual(Duration.ofSeconds(110), Duration.ofSeconds(120), 3));
            keep(history, finished(green(4, 900), 130));
            assertThat(usual(history)).isEqualTo(new Usual(Duration.ofSeconds(110), Duration.ofSeconds(130), 4));
        }
    }

    @Test
    void pipelinesOfMergeRequestsAreComparedAmongThemselves() throws Exception {
        try (History history = History.open(folder, CLOCK)) {
            keep(history, requested(1, 50), requested(2, 50), requested(3, 50), green(4, 400), green(5, 400),
                    green(6, 400));
            assertThat(history.runs().past(requested(9, 0), "main").usual())
                    .isEqualTo(new Usual(Duration.ofSeconds(50), Duration.ofSeconds(50), 3));
            assertThat(usual(history)).isEqualTo(new Usual(Duration.ofSeconds(400), Duration.ofSeconds(400), 3));
        }
    }

    private static Run requested(long number, long seconds) {
        return run(number, 1, "merge_request_event", "main", Conclusion.SUCCESS, seconds);
    }

    private static void keep(History history, Run... runs) throws Exception {
        history.runs().keep(List.of(runs), List.of(), List.of());
    }

    private static @Nullable Usual usual(History history) throws Exception {
        RunHistory runs = history.runs();
        return runs.past(green(20, 0), "main").usual();
    }

    /// The same run, finished so many seconds after it began.
    private static Run finished(Run run, long seconds) {
        Instant end = Objects.requireNonNull(run.startedAt()).plusSeconds(seconds);
        return new Run(
                run.id(), run.attempt(), run.workflow(), run.workflowName(), run.workflowPath(), run.number(),
                run.title(), run.event(), run.status(), run.conclusion(), run.branch(), run.headSha(), run.actor(),
                run.triggeredBy(), run.createdAt(), run.startedAt(), run.updatedAt(), run.page(), run.coverage(), end);
    }

    /// A row as the console wrote it before it knew when runs finish.
    private void asItWasWritten(long number, long seconds) throws Exception {
        Run run = green(number, seconds);
        long start = SqlJournal.micros(Objects.requireNonNull(run.startedAt()));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("insert or ignore into repository(id, connection, owner, name)"
                    + " values (1, 'github', 'acme', 'checkout')");
            statement
                    .execute(("insert into run(repository, id, attempt, workflow, workflow_name, workflow_path, number,"
                            + " title, event, status, conclusion, branch, sha, actor, created_at, started_at, updated_at)"
                            + " values (1, %s, 1, 7, 'CI', 'ci.yml', %s, 't', 'push', 'COMPLETED', 'SUCCESS', 'main', 's', 'ada',"
                            + " %s, %s, %s)").formatted(
                                    run.id().number(), number, start, start, start + seconds * 1_000_000));
        }
    }
}
