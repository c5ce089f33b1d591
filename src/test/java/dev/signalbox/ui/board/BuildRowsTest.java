package dev.signalbox.ui.board;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.run;
import static dev.signalbox.ui.board.BoardStates.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.ui.widget.Tone;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BuildRowsTest {

    private static BuildRow row(Run... runs) {
        return BuildRows.of(SERVICE, new BoardStates().runs(runs).state().repository(CHECKOUT), NOON.plusSeconds(60));
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
        assertThat(BuildRows.of(SERVICE, new BoardStates().state().repository(CHECKOUT), NOON).line())
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
