package dev.signalbox.ui.runs;

import static dev.signalbox.testing.SampleRuns.SEARCH_FAILED;
import static dev.signalbox.testing.SampleRuns.WEB_RELEASE;
import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Intent.RerunRun.Scope;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.LargeBoard;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.palette.TypedWords;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the palette can do with runs.
class RunEntriesTest {

    private static final String CANCEL = "Cancel web-frontend · Release #4180";

    private final List<Intent> proposed = new ArrayList<>();
    private final RunEntries entries = new RunEntries(proposed::add);
    private final ConsoleState state = SampleStates.rich();

    @Test
    void aRunThatGoesOnCanBeCancelled() {
        assertThat(acts(state, "cancel web")).filteredOn(entry -> entry.title().equals(CANCEL)).isNotEmpty()
                .allSatisfy(entry -> {
                    assertThat(entry.kind()).isEqualTo(PaletteEntry.Kind.ACTION);
                    assertThat(entry.detail()).contains("Lazy-load basket drawer");
                });
        assertThat(proposed).isEmpty();
    }

    @Test
    void choosingToCancelOpensThePlanOfIt() {
        choose("cancel web", CANCEL);

        assertThat(proposed).containsExactly(new Intent.CancelRun(WEB_RELEASE, 1, false));
    }

    @Test
    void aFailedRunCanBeRunAgain() {
        choose("re-run search", "Re-run failed jobs of search · CI #641");
        choose("re-run search", "Re-run all jobs of search · CI #641");

        assertThat(proposed).containsExactly(
                new Intent.RerunRun(SEARCH_FAILED, 1, new Scope.Failed(), false),
                new Intent.RerunRun(SEARCH_FAILED, 1, new Scope.All(), false));
    }

    @Test
    void forceIsOfferedOnceCancellingHasNotHelped() {
        ConsoleState tried = Cancelling.tried(state, WEB_RELEASE, NOW.minusSeconds(31));

        assertThat(acts(state, "cancel")).extracting(PaletteEntry::title).noneMatch(t -> t.startsWith("Force"));
        assertThat(acts(tried, "cancel")).extracting(PaletteEntry::title)
                .contains("Force-cancel web-frontend · Release #4180");
    }

    @Test
    void whatWentWellIsLeftAlone() {
        assertThat(acts(state, "catalog")).extracting(PaletteEntry::title).noneMatch(t -> t.contains("catalog"));
    }

    @Test
    void nothingIsOfferedThatCouldNotBeSent() {
        assertThat(acts(SampleStates.full().journalProblem("disk full").state(), "cancel")).isEmpty();
    }

    @Test
    void ofVeryManyRunsTheOnesThatAreMeantAreNamed() {
        ConsoleState many = new LargeBoard(2_000, 6).state();
        List<PaletteEntry> acts = entries.acts(TypedWords.of("re-run service-1999"), many, LargeBoard.NOW);

        assertThat(acts).hasSizeLessThan(100).extracting(PaletteEntry::title)
                .anyMatch(title -> title.startsWith("Re-run failed jobs of service-1999 · Release #"));
    }

    private List<PaletteEntry> acts(ConsoleState known, String typed) {
        return entries.acts(TypedWords.of(typed), known, NOW);
    }

    private void choose(String typed, String title) {
        acts(state, typed).stream().filter(entry -> entry.title().equals(title)).findFirst().orElseThrow().choose()
                .run();
    }
}
