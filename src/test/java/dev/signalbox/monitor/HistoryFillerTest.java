package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.known;
import static dev.signalbox.testing.Examples.repository;
import static dev.signalbox.testing.Examples.runId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Backfill;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.Change;
import dev.signalbox.state.HistoryProgress;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryFillerTest {

    private static final Duration WANTED = Duration.ofDays(90);

    private final FakeCi ci = new FakeCi();
    private final FakeRunHistory history = new FakeRunHistory();
    private final Store store = new Store(new Reducer(), Runnable::run);
    private Instant now = NOON;

    @BeforeEach
    void haveARepository() {
        store.offer(new Change.ConnectionAdded(Connection.fresh(GITHUB, Connection.Kind.GITHUB, "fake")));
        know(known(CHECKOUT, NOON));
    }

    @Test
    void fetchesOlderRunsPageByPageUntilThereAreNone() {
        ci.past = runs(250);
        HistoryFiller filler = filler(WANTED);
        step(filler, 10);
        assertThat(history.runs).extracting(Run::number).containsAll(LongStream.rangeClosed(1, 250).boxed().toList());
        assertThat(ci.count("created")).isEqualTo(3);
        assertThat(reached())
                .isEqualTo(new Backfill(CHECKOUT, NOON.minus(WANTED), NOON, true));
        assertThat(store.current().past().progress()).isEqualTo(new HistoryProgress(1, 1, null, ""));
    }

    @Test
    void goesOnWhereItStoppedAfterARestart() {
        ci.past = runs(250);
        step(filler(WANTED), 1);
        assertThat(reached()).isEqualTo(new Backfill(CHECKOUT, ci.past.get(99).createdAt(), NOON, false));
        assertThat(store.current().past().progress())
                .isEqualTo(new HistoryProgress(1, 0, ci.past.get(99).createdAt(), ""));
        ci.asked.clear();
        step(filler(WANTED), 10);
        assertThat(ci.count("created")).isEqualTo(2);
        assertThat(history.runs.stream().distinct()).hasSize(250);
    }

    @Test
    void firstFillsTheGapOfATimeWithoutAConsole() {
        history.reached.put(CHECKOUT, new Backfill(
                CHECKOUT, NOON.minus(Duration.ofDays(89)), NOON.minus(Duration.ofDays(30)), false));
        ci.past = runs(150);
        HistoryFiller filler = filler(WANTED);
        step(filler, 2);
        assertThat(history.runs.stream().distinct()).hasSize(150);
        assertThat(reached().to()).isEqualTo(NOON);
        assertThat(reached().from()).isEqualTo(NOON.minus(Duration.ofDays(89)));
        step(filler, 5);
        assertThat(reached().done()).isTrue();
    }

    @Test
    void takesTheRepositoryThatWasPushedToLastFirst() {
        know(known(repository("busy"), NOON.plusSeconds(5)));
        step(filler(WANTED), 1);
        assertThat(history.reached).containsOnlyKeys(repository("busy"));
        assertThat(store.current().past().progress()).isEqualTo(new HistoryProgress(2, 1, null, ""));
    }

    @Test
    void leavesArchivedRepositoriesAlone() {
        know(new Repository(CHECKOUT, "main", true, Repository.Access.READ, NOON, null));
        step(filler(WANTED), 3);
        assertThat(ci.asked).isEmpty();
    }

    @Test
    void passesOverASecondThatHasMoreRunsThanAPage() {
        Instant burst = NOON.minusSeconds(600);
        ci.past = LongStream.range(0, 180).mapToObj(n -> runAt(1_000 - n, burst)).toList();
        step(filler(WANTED), 6);
        assertThat(reached().done()).isTrue();
    }

    @Test
    void waitsBetweenPagesSoThatItUsesAFewRequestsOfTheHourOnly() {
        ci.past = runs(5_000);
        HistoryFiller filler = filler(WANTED);
        for (int second = 0; second < 600; second++) {
            filler.step();
            now = now.plusSeconds(1);
        }
        assertThat(ci.count("created")).isBetween(50L, 61L);
    }

    @Test
    void pausesWhileSomebodyActs() {
        Draft draft = new Draft.Preparing(
                new DraftId("d"), new Intent.CancelRun(runId(1), 1, false));
        store.offer(new Change.DraftChanged(draft));
        step(filler(WANTED), 3);
        assertThat(ci.asked).isEmpty();
        store.offer(new Change.DraftDiscarded(draft.id()));
        step(filler(WANTED), 1);
        assertThat(ci.count("created")).isEqualTo(1);
    }

    @Test
    void restsEverLongerWhenTheServerFailsAndTellsNoTroubleOfTheHistory() {
        ci.problem = new RemoteProblem.ServerFault("no answer", 502);
        HistoryFiller filler = filler(WANTED);
        for (int second = 0; second < 600; second++) {
            filler.step();
            now = now.plusSeconds(1);
        }
        assertThat(ci.count("created")).isBetween(3L, 4L);
        assertThat(store.current().past().progress().problem()).isEmpty();
    }

    @Test
    void aClockThatIsSetBackStopsNothing() {
        ci.past = runs(5_000);
        HistoryFiller filler = filler(WANTED);
        filler.step();
        now = now.minus(Duration.ofHours(1));
        filler.step();
        filler.step();
        assertThat(ci.count("created")).isEqualTo(2);
    }

    @Test
    void leavesARepositoryOutThatMayNotBeRead() {
        know(known(repository("secret"), NOON.plusSeconds(5)));
        ci.problem = new RemoteProblem.NotFound("no such repository");
        HistoryFiller filler = filler(WANTED);
        step(filler, 1);
        ci.problem = null;
        now = now.plusSeconds(120);
        step(filler, 3);
        assertThat(history.reached).containsOnlyKeys(CHECKOUT);
        assertThat(store.current().past().progress().done()).isEqualTo(2);
    }

    @Test
    void fetchesNothingWhenItIsNotWanted() {
        ci.past = runs(10);
        step(filler(Duration.ZERO), 3);
        assertThat(ci.asked).isEmpty();
    }

    @Test
    void losesNoPageWhenTheHistoryCannotBeWritten() {
        ci.past = runs(250);
        HistoryFiller filler = filler(WANTED);
        step(filler, 1);
        history.problem = "The disk is full.";
        step(filler, 1);
        history.problem = "";
        now = now.plusSeconds(120);
        step(filler, 4);
        assertThat(history.runs.stream().distinct()).hasSize(250);
    }

    private Backfill reached() {
        return history.reached.getOrDefault(CHECKOUT, Backfill.notBegun(CHECKOUT));
    }

    private HistoryFiller filler(Duration wanted) {
        return new HistoryFiller(
                Map.of(GITHUB, ci.provider()), history, store, new Troubles(store), () -> now, Runnable::run, wanted);
    }

    private void step(HistoryFiller filler, int times) {
        Instant begin = now;
        for (int n = 0; n < times; n++) {
            filler.step();
            now = now.plusSeconds(15);
        }
        now = begin;
    }

    private void know(Repository repository) {
        store.offer(new Change.RepositoriesRead(GITHUB, "acme", new Answer.Good<>(List.of(repository), NOON)));
    }

    /// Runs an hour apart, newest first.
    static List<Run> runs(int count) {
        return LongStream.range(0, count)
                .mapToObj(n -> runAt(count - n, NOON.minus(Duration.ofMinutes(30 + 5 * n))))
                .toList();
    }

    static Run runAt(long number, Instant at) {
        return new Run(
                runId(number), 1, 7, "CI", "ci.yml", number, "", "push", RunStatus.COMPLETED, Conclusion.SUCCESS,
                "main", "sha", "ada", "ada", at, at, at.plusSeconds(60), null);
    }
}
