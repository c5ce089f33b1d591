package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.run;
import static dev.signalbox.testing.Examples.runId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.state.Change;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogKeeperTest {

    private static final JobKey JOB = new JobKey(runId(641), 77);
    private static final Path FILE = Path.of("logs", "641-77.log");
    private static final Run RUN = run(641, 1, RunStatus.COMPLETED, Conclusion.FAILURE, NOON);

    private final FakeKeptLogs logs = new FakeKeptLogs();
    private final FakeCi ci = new FakeCi();
    private final Store store = new Store(new Reducer(), Runnable::run);
    private Instant now = NOON;
    private final LogKeeper keeper =
            new LogKeeper(logs, store, new Troubles(store), () -> now, Runnable::run);

    @Test
    void keepsALogThatWasFetchedWithWhatItIsOf() {
        fetched();
        jobs();
        keeper.step();
        keeper.step();
        assertThat(logs.kept).containsExactly(new KeptLog(
                JOB, "Release", 641, "unit-tests", Conclusion.FAILURE, "main", NOON.minusSeconds(5)));
        assertThat(logs.files).containsExactly(FILE);
    }

    @Test
    void waitsUntilItKnowsWhatALogIsOf() {
        fetched();
        keeper.step();
        assertThat(logs.kept).isEmpty();
        jobs();
        keeper.step();
        assertThat(logs.kept).hasSize(1);
    }

    @Test
    void keepsNothingOfALogThatCouldNotBeFetched() {
        jobs();
        store.offer(new Change.LogRead(JOB, new Answer.Bad<>(new RemoteProblem.NotFound("gone"), NOON)));
        keeper.step();
        assertThat(logs.kept).isEmpty();
    }

    @Test
    void saysWhyLogsCannotBeKeptAndTriesAgainLater() {
        fetched();
        jobs();
        logs.problem = "The disk is full: no log can be kept.";
        keeper.step();
        assertThat(store.current().past().progress().problem()).startsWith("The disk is full");
        logs.problem = "";
        keeper.step();
        assertThat(logs.kept).isEmpty();
        now = now.plusSeconds(31);
        keeper.step();
        assertThat(logs.kept).hasSize(1);
        assertThat(store.current().past().progress().problem()).isEmpty();
    }

    @Test
    void takesALogFromTheKeptOnesWhenTheProviderHasItNoMore() throws Exception {
        RememberedRuns runs = new RememberedRuns(ci, logs);
        assertThat(runs.log(JOB, FILE)).isEqualTo(new LogFile(FILE, 0));
        ci.problem = new RemoteProblem.NotFound("the log is gone");
        assertThatExceptionOfType(RemoteFailure.class).isThrownBy(() -> runs.log(JOB, FILE));
        logs.keep(new KeptLog(JOB, "CI", 641, "unit-tests", Conclusion.FAILURE, "", NOON), FILE);
        assertThat(runs.log(JOB, FILE)).isEqualTo(new LogFile(FILE, 7));
    }

    @Test
    void saysWhatTheProviderSaidWhenKeptLogsCannotBeUsedEither() {
        logs.problem = "damaged";
        ci.problem = new RemoteProblem.NotFound("the log is gone");
        assertThatExceptionOfType(RemoteFailure.class)
                .isThrownBy(() -> new RememberedRuns(ci, logs).log(JOB, FILE))
                .satisfies(failure -> assertThat(failure.problem()).isEqualTo(ci.problem));
    }

    @Test
    void doesNotTakeAKeptLogWhenTheProviderIsOnlyOutOfReach() throws Exception {
        logs.keep(new KeptLog(JOB, "CI", 641, "unit-tests", Conclusion.FAILURE, "", NOON), FILE);
        ci.problem = new RemoteProblem.ServerFault("no answer", 502);
        assertThatExceptionOfType(RemoteFailure.class)
                .isThrownBy(() -> new RememberedRuns(ci, logs).log(JOB, FILE));
    }

    @Test
    void handsEverythingElseOnToTheProvider() throws Exception {
        ci.runs = List.of(RUN);
        RememberedRuns runs = new RememberedRuns(ci, logs);
        assertThat(runs.recent(RUN.id().repository())).containsExactly(RUN);
        assertThat(runs.one(RUN.id())).isEqualTo(RUN);
        assertThat(runs.attempt(RUN.id(), 1)).isEqualTo(RUN);
        assertThat(runs.jobs(RUN.id(), 1)).isEmpty();
        assertThat(runs.created(RUN.id().repository(), NOON, NOON)).isEmpty();
        assertThat(ci.asked).containsExactly("runs", "run", "attempt", "jobs", "created");
    }

    private void fetched() {
        store.offer(new Change.LogRead(JOB, new Answer.Good<>(new LogFile(FILE, 100), NOON)));
    }

    private void jobs() {
        store.offer(new Change.RunRead(RUN.id(), new Answer.Good<>(RUN, NOON)));
        store.offer(new Change.JobsRead(RUN.id(), 1, new Answer.Good<>(List.of(new Job(
                RUN.id(), 77, 1, "unit-tests", RunStatus.COMPLETED, Conclusion.FAILURE, NOON, NOON,
                NOON.minusSeconds(5), List.of(), null, List.of(), null)), NOON)));
    }
}
