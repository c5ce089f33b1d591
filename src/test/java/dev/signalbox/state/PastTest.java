package dev.signalbox.state;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.runId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.RunPast;
import dev.signalbox.domain.ci.Usual;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PastTest {

    private static final RunPast KNOWN =
            new RunPast(new Usual(Duration.ofMinutes(4), Duration.ofMinutes(6), 12), Map.of(), null);

    private final Reducer reducer = new Reducer();

    private ConsoleState after(ConsoleState before, Change... changes) {
        return reducer.apply(before, List.of(changes));
    }

    @Test
    void tellsWhatWasRecalledForARunAndNothingForOthers() {
        ConsoleState state = after(ConsoleState.EMPTY, new Change.PastsRecalled(Map.of(runId(1), KNOWN)));
        assertThat(state.past().of(runId(1))).isEqualTo(KNOWN);
        assertThat(state.past().of(runId(2))).isEqualTo(RunPast.NOTHING);
    }

    @Test
    void aLaterRecallReplacesTheWholeAndKeepsTheProgress() {
        HistoryProgress progress = new HistoryProgress(12, 3, NOON, "");
        ConsoleState first = after(ConsoleState.EMPTY, new Change.PastsRecalled(Map.of(runId(1), KNOWN)),
                new Change.HistoryProgressed(progress));
        ConsoleState second = after(first, new Change.PastsRecalled(Map.of(runId(2), KNOWN)));
        assertThat(second.past().runs()).containsOnlyKeys(runId(2));
        assertThat(second.past().progress()).isEqualTo(progress);
    }

    @Test
    void recallingTheSameAgainChangesNothing() {
        ConsoleState state = after(ConsoleState.EMPTY, new Change.PastsRecalled(Map.of(runId(1), KNOWN)));
        assertThat(after(state, new Change.PastsRecalled(Map.of(runId(1), KNOWN)))).isSameAs(state);
        assertThat(after(state, new Change.HistoryProgressed(HistoryProgress.NONE))).isSameAs(state);
    }

    @Test
    void progressAndProblemDoNotOverwriteEachOther() {
        ConsoleState state = after(ConsoleState.EMPTY, new Change.HistoryChecked("The disk is full."),
                new Change.HistoryProgressed(new HistoryProgress(12, 3, NOON, "")));
        assertThat(state.past().progress()).isEqualTo(new HistoryProgress(12, 3, NOON, "The disk is full."));
        assertThat(after(state, new Change.HistoryChecked("")).past().progress())
                .isEqualTo(new HistoryProgress(12, 3, NOON, ""));
    }

    @Test
    void ofTwoThatWaitOnlyTheNewestIsApplied() {
        assertThat(new Change.PastsRecalled(Map.of()).key())
                .isEqualTo(new Change.PastsRecalled(Map.of(runId(1), KNOWN)).key());
        assertThat(new Change.HistoryProgressed(HistoryProgress.NONE).key())
                .isEqualTo(new Change.HistoryProgressed(new HistoryProgress(1, 1, NOON, "x")).key())
                .isNotEqualTo(new Change.PastsRecalled(Map.of()).key());
    }
}
