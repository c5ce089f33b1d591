package dev.signalbox.ui.shell;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.widget.Tone;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.ZoneOffset;
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
    void saysWhenTheJournalDoesNotWork() {
        FooterRow row = of(SampleStates.full().journalProblem("disk full").state());
        assertThat(row.journal()).isEqualTo("journal does not work");
        assertThat(row.journalTone()).isEqualTo(Tone.BAD);
        assertThat(of(SampleStates.rich()).journal()).isEqualTo("journal in sync");
    }

    @Test
    void saysThatNothingIsConnected() {
        FooterRow row = of(ConsoleState.EMPTY);
        assertThat(row.fresh()).isEqualTo("nothing connected");
        assertThat(row.flight()).isEmpty();
        assertThat(row.last()).isEmpty();
    }

    private static FooterRow of(ConsoleState state) {
        return FooterRows.of(state, NOW, new TimeOfDay(ZoneOffset.UTC));
    }
}
