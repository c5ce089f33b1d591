package dev.signalbox.ui.board;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.run;
import static dev.signalbox.ui.board.BoardStates.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunPast;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.ci.Usual;
import dev.signalbox.state.HistoryProgress;
import dev.signalbox.state.Past;
import dev.signalbox.ui.widget.Tone;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BuildRowsTest {

    private static BuildRow row(Run... runs) {
        return row(Past.NONE, runs);
    }

    private static BuildRow row(Past past, Run... runs) {
        return BuildRows.of(
                SERVICE, new BoardStates().runs(runs).state().repository(CHECKOUT), past, NOON.plusSeconds(60));
    }

    private static Run build(long number, RunStatus status, Conclusion conclusion) {
        return run(number, 1, status, conclusion, NOON);
    }

    @Test
    void showsTheNewestBuildInWords() {
        BuildRow row = row(build(977, RunStatus.COMPLETED, Conclusion.SUCCESS));

        assertThat(row.line()).isEqualTo("#977 · main · 1 m ago");
        assertThat(row.duration()).isEqualTo("1 m 20 s");
        assertThat(row.spoken()).isEqualTo("Newest build #977 Release passed, 1 m 20 s");
    }

    @Test
    void aRunningBuildCountsUp() {
        BuildRow row = row(build(978, RunStatus.IN_PROGRESS, Conclusion.NONE));

        assertThat(row.line()).endsWith("· running");
        assertThat(row.duration()).isEqualTo("2 m 20 s");
        assertThat(row.bars().getFirst().tone()).isEqualTo(Tone.RUN);
    }

    @Test
    void aRunningBuildSaysWhenItShouldBeOverAsTheRunScreenDoes() {
        Run moving = build(978, RunStatus.IN_PROGRESS, Conclusion.NONE);

        BuildRow row = row(usually(moving, 420), moving);

        assertThat(row.line()).isEqualTo("#978 · main · about 5 m left");
        assertThat(row.spoken())
                .isEqualTo("Newest build #978 Release running, 2 m 20 s, usually 7 m 00 s, about 5 m left");
        assertThat(row.bars().getLast().words()).endsWith("usually 7 m 00 s, about 5 m left");
        assertThat(row(usually(moving, 60), moving).line()).isEqualTo("#978 · main · 1 m longer than usual");
    }

    @Test
    void saysNothingOfWhatIsUsualOnceABuildIsOverOrWaits() {
        Run over = build(977, RunStatus.COMPLETED, Conclusion.SUCCESS);
        Run waits = build(978, RunStatus.WAITING, Conclusion.NONE);

        assertThat(row(usually(over, 420), over).spoken()).doesNotContain("usually");
        assertThat(row(usually(waits, 60), waits).line()).isEqualTo("#978 · main · waits");
    }

    private static Past usually(Run run, long seconds) {
        Duration median = Duration.ofSeconds(seconds);
        Usual usual = new Usual(median, median.plusSeconds(20), 9);
        return new Past(Map.of(run.id(), new RunPast(usual, Map.of(), null)), HistoryProgress.NONE);
    }

    @Test
    void showsAtMostEightBarsOldestFirst() {
        Run[] runs = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> build(i, RunStatus.COMPLETED, Conclusion.SUCCESS))
                .toArray(Run[]::new);

        List<BuildRow.Bar> bars = row(runs).bars();

        assertThat(bars).hasSize(8);
        assertThat(bars.getFirst().run().number()).isEqualTo(5);
        assertThat(bars.getLast().run().number()).isEqualTo(12);
        assertThat(bars).allSatisfy(b -> assertThat(b.height()).isBetween(0.15, 1.0));
    }

    @Test
    void tellsEndingsApartInWordsAndTone() {
        BuildRow row = row(
                build(1, RunStatus.COMPLETED, Conclusion.FAILURE),
                build(2, RunStatus.COMPLETED, Conclusion.CANCELLED),
                build(3, RunStatus.WAITING, Conclusion.NONE),
                build(4, RunStatus.COMPLETED, Conclusion.UNKNOWN));

        assertThat(row.bars()).extracting(BuildRow.Bar::tone)
                .containsExactly(Tone.BAD, Tone.IDLE, Tone.WARN, Tone.IDLE);
        assertThat(row.bars()).extracting(BuildRow.Bar::words)
                .satisfiesExactly(
                        w -> assertThat(w).contains("failed"),
                        w -> assertThat(w).contains("was cancelled"),
                        w -> assertThat(w).contains("waits"),
                        w -> assertThat(w).contains("unknown way"));
    }

    @Test
    void showsOnlyTheWorkflowThatTheBoardNames() {
        ServiceSpec other = new ServiceSpec("checkout", "g", CHECKOUT, "ci.yml", "release.yml", List.of(), false);
        List<Run> runs = List.of(build(1, RunStatus.COMPLETED, Conclusion.SUCCESS));

        assertThat(BuildRows.buildsOf(other, runs)).isEmpty();
        assertThat(BuildRows.deploysOf(other, runs)).hasSize(1);
    }

    @Test
    void saysWhetherThereAreNoRunsOrTheyWereNotRead() {
        assertThat(row().line()).isEqualTo("no runs yet");
        assertThat(BuildRows.of(SERVICE, new BoardStates().state().repository(CHECKOUT), Past.NONE, NOON).line())
                .isEqualTo("reading…");
    }

    @Test
    void aHostileBranchNameCannotBreakTheLine() {
        Run run = new Run(
                dev.signalbox.testing.Examples.runId(1), 1, 7, "CI", "ci.yml", 1, "t", "push", RunStatus.COMPLETED,
                Conclusion.SUCCESS, "ma\u202ein\u0007\nx", "a".repeat(40), "ada", "ada", NOON, NOON, NOON, null);

        assertThat(row(run).line()).doesNotContain("\u202e").doesNotContain("\u0007").doesNotContain("\n");
    }
}
