package dev.signalbox.ui.shell;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.HistoryProgress;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.widget.Tone;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class FooterRowsTest {

    @Test
    void saysThatEverythingIsLiveAndHowOldTheOldestIs() {
        Connection prod =
                Connection.fresh(SampleStates.PROD, Connection.Kind.KUBERNETES, "x").live(NOW.minusSeconds(2));
        FooterRow row = of(SampleStates.full().connection(prod).state());
        assertThat(row.fresh()).isEqualTo("everything live, oldest 3 s");
        assertThat(row.tone()).isEqualTo(Tone.OK);
    }

    @Test
    void namesWhatIsNotLive() {
        FooterRow row = of(SampleStates.rich());
        assertThat(row.fresh()).isEqualTo("prod-eu is 24 s old");
        assertThat(row.tone()).isEqualTo(Tone.WARN);
    }

    @Test
    void listsTheLastActionsAndCountsThoseInFlight() {
        FooterRow row = of(SampleStates.rich());
        assertThat(row.last()).containsExactly(
                "13:42:58 Restart mailer: done", "13:02:21 Approve web-frontend for production: stopped");
        assertThat(row.flight()).isEqualTo("1 action in flight · 1 outcome unknown");
    }

    @Test
    void aTokenThatTheConsoleHoldsIsNotToldToTheEndNorCutInTwo() {
        Redaction known = new Redaction(List.of("Approve web-frontend"));
        assertThat(FooterRows.of(SampleStates.rich(), NOW, new TimeOfDay(ZoneOffset.UTC), known).last())
                .containsExactly("13:42:58 Restart mailer: done", "13:02:21 ••• for production: stopped");
    }

    @Test
    void saysWhenTheJournalDoesNotWork() {
        FooterRow row = of(SampleStates.full().journalProblem("disk full").state());
        assertThat(row.journal()).isEqualTo("journal does not work");
        assertThat(row.journalTone()).isEqualTo(Tone.BAD);
        assertThat(of(SampleStates.rich()).journal()).isEqualTo("journal in sync");
    }

    @Test
    void saysQuietlyHowFarTheHistoryReaches() {
        assertThat(history(new HistoryProgress(12, 3, Instant.parse("2026-10-12T08:00:00Z"), "")))
                .isEqualTo("history: 3 of 12 repositories, back to 12 Oct");
        assertThat(history(new HistoryProgress(12, 0, null, ""))).isEqualTo("history: 0 of 12 repositories");
        assertThat(history(new HistoryProgress(12, 12, null, ""))).isEmpty();
        assertThat(history(new HistoryProgress(12, 12, null, 340, "")))
                .isEqualTo("history: jobs of 340 older runs to read");
        assertThat(history(new HistoryProgress(12, 3, null, 340, ""))).as("one thing at a time")
                .isEqualTo("history: 3 of 12 repositories");
        assertThat(history(HistoryProgress.NONE)).isEmpty();
    }

    @Test
    void saysWhyTheHistoryCannotBeKept() {
        assertThat(history(new HistoryProgress(12, 12, null, "The disk is full.")))
                .isEqualTo("history: The disk is full.");
    }

    private static String history(HistoryProgress progress) {
        ConsoleState state = new Reducer().apply(SampleStates.rich(), List.of(
                new Change.HistoryChecked(progress.problem()), new Change.HistoryProgressed(progress)));
        return of(state).history();
    }

    @Test
    void saysThatNothingIsConnected() {
        FooterRow row = of(ConsoleState.EMPTY);
        assertThat(row.fresh()).isEqualTo("nothing connected");
        assertThat(row.flight()).isEmpty();
        assertThat(row.last()).isEmpty();
    }

    private static FooterRow of(ConsoleState state) {
        return FooterRows.of(state, NOW, new TimeOfDay(ZoneOffset.UTC), Redaction.SHAPES_ONLY);
    }
}
