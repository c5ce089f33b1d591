package dev.signalbox.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Tone;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The three outcomes must not be taken for one another, by eye or by ear.
class PhasesTest {

    @ParameterizedTest
    @CsvSource({
        "CHECKING,MOVING,checking", "SENDING,MOVING,sending", "VERIFYING,MOVING,verifying", "DONE,GOOD,done",
        "FAILED,BAD,failed", "STOPPED,STOPPED,stopped", "UNKNOWN,UNKNOWN,outcome unknown",
        "CLOSED,IDLE,closed unsettled"
    })
    void namesWhereAnActionStands(Phase phase, Mark mark, String word) {
        assertThat(Phases.mark(phase)).isEqualTo(mark);
        assertThat(Phases.word(phase)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING,QUEUED,not yet", "INTENDED,MOVING,being sent", "APPLIED,MOVING,accepted", "VERIFIED,GOOD,verified",
        "NOT_APPLIED,BAD,refused", "NOT_VERIFIED,BAD,not seen to work", "UNKNOWN,UNKNOWN,unknown",
        "NOT_SENT,STOPPED,not sent"
    })
    void namesWhatBecameOfAStep(Fate fate, Mark mark, String word) {
        assertThat(Phases.mark(fate)).isEqualTo(mark);
        assertThat(Phases.word(fate)).isEqualTo(word);
    }

    @Test
    void endsLookAndReadDifferently() {
        assertThat(Arrays.stream(Phase.values()).filter(Phase::isEnd).map(Phases::mark)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Phase.values()).map(Phases::word)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Phase.values()).map(Phases::meaning)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Fate.values()).map(Phases::word)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = "DONE", mode = EnumSource.Mode.EXCLUDE)
    void nothingButWhatIsDoneIsGreen(Phase phase) {
        assertThat(Phases.mark(phase).tone()).isNotEqualTo(Tone.OK);
    }

    @ParameterizedTest
    @EnumSource(value = Fate.class, names = "VERIFIED", mode = EnumSource.Mode.EXCLUDE)
    void nothingButWhatWasVerifiedIsGreen(Fate fate) {
        assertThat(Phases.mark(fate).tone()).isNotEqualTo(Tone.OK);
    }

    @Test
    void saysForEveryEndWhetherSomethingWasSent() {
        assertThat(Phases.meaning(Phase.STOPPED)).contains("Nothing was sent").contains("Why stands above")
                .as("a colleague may hold it, or it could not be read again").doesNotContain("moved");
        assertThat(Phases.meaning(Phase.UNKNOWN)).contains("was sent").contains("not sent again");
        assertThat(Phases.meaning(Phase.FAILED)).contains("nothing is sent again");
    }
}
