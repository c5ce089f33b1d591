package dev.signalbox.ui.runs;

import static dev.signalbox.testing.SampleRuns.SEARCH_FAILED;
import static dev.signalbox.ui.runs.Jobs.at;
import static dev.signalbox.ui.runs.Jobs.done;
import static dev.signalbox.ui.runs.Jobs.ended;
import static dev.signalbox.ui.runs.Jobs.going;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.widget.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptRowsTest {

    private static final List<Job> FIRST = List.of(
            done(1, 0, 0, 100), ended(2, Conclusion.FAILURE, 0, 0, 60), done(3, 0, 0, 30),
            ended(4, Conclusion.FAILURE, 0, 0, 20), done(5, 0, 0, 50));

    /// Jobs 1 and 5 were kept; the others ran again under other numbers.
    private static final List<Job> SECOND = List.of(
            again(11, 1, Conclusion.SUCCESS, 0, 100), again(12, 2, Conclusion.SUCCESS, 200, 255),
            again(13, 3, Conclusion.FAILURE, 200, 290), again(14, 4, Conclusion.FAILURE, 200, 220),
            again(15, 5, Conclusion.SUCCESS, 0, 50));

    private static final ConsoleState STATE = RunsFixture.with(
            SampleStates.rich(),
            new Change.AttemptRead(new AttemptKey(SEARCH_FAILED, 1), good(run(1, Conclusion.FAILURE))),
            new Change.JobsRead(SEARCH_FAILED, 1, good(FIRST)), new Change.JobsRead(SEARCH_FAILED, 2, good(SECOND)));

    @Test
    void hasNothingToChooseInARunWithOneAttempt() {
        assertThat(AttemptRows.of(STATE, run(1, Conclusion.FAILURE), 1, 0, at(400))).isEqualTo(AttemptsCard.ONE);
    }

    @Test
    void listsTheAttemptsWithWhatIsKnownOfThem() {
        AttemptsCard card = AttemptRows.of(STATE, run(3, Conclusion.SUCCESS), 3, 0, at(400));
        assertThat(card.attempts()).containsExactly(
                new AttemptsCard.Choice(1, Mark.BAD, "Attempt 1, failed"),
                new AttemptsCard.Choice(2, Mark.IDLE, "Attempt 2"),
                new AttemptsCard.Choice(3, Mark.GOOD, "Attempt 3, passed"));
    }

    @Test
    void listsNoMoreThanTheNewestTwelve() {
        AttemptsCard card = AttemptRows.of(STATE, run(40, Conclusion.SUCCESS), 40, 0, at(400));
        assertThat(card.attempts()).hasSize(12).first().extracting(AttemptsCard.Choice::number).isEqualTo(29);
    }

    @Test
    void saysWhatBecameGreenAndWhatBecameRed() {
        AttemptsCard card = AttemptRows.of(STATE, run(2, Conclusion.FAILURE), 2, 0, at(400));
        assertThat(card.words()).isEqualTo(
                "Beside attempt 1: 1 job became green, 1 job became red, 1 job failed again, 55 s slower in all.");
        assertThat(card.jobs()).containsExactly(
                new AttemptsCard.Difference(Mark.GOOD, "job 2", "failed before, passed now"),
                new AttemptsCard.Difference(Mark.BAD, "job 3", "passed before, failed now, 1 m 00 s slower"),
                new AttemptsCard.Difference(Mark.BAD, "job 4", "failed again"));
    }

    @Test
    void saysNothingOfTimesWhileTheAttemptGoesOn() {
        ConsoleState state = RunsFixture.with(
                STATE, new Change.JobsRead(SEARCH_FAILED, 2, good(List.of(
                        named(2, going(12, RunStatus.IN_PROGRESS, 200, 201)),
                        named(3, going(13, RunStatus.QUEUED, 200, -1))))));
        AttemptsCard card = AttemptRows.of(state, run(2, Conclusion.NONE), 2, 0, at(400));
        assertThat(card.jobs()).extracting(AttemptsCard.Difference::words)
                .containsExactly("failed before, running now", "passed before, queued now");
        assertThat(card.words()).isEqualTo("Beside attempt 1: no difference worth a word.");
    }

    @Test
    void comparesNothingWithTheFirstAndWaitsForWhatIsNotRead() {
        assertThat(AttemptRows.of(STATE, run(2, Conclusion.FAILURE), 1, 0, at(400)).words()).isEmpty();
        assertThat(AttemptRows.of(STATE, run(3, Conclusion.FAILURE), 3, 0, at(400)).words())
                .isEqualTo("Attempt 2 is being read…");
    }

    @Test
    void comparesAnyTwo() {
        ConsoleState three = RunsFixture.with(STATE, new Change.JobsRead(SEARCH_FAILED, 3, good(List.of(
                again(21, 2, Conclusion.SUCCESS, 300, 360), again(23, 3, Conclusion.SUCCESS, 300, 330)))));
        AttemptsCard card = AttemptRows.of(three, run(3, Conclusion.SUCCESS), 3, 1, at(400));
        assertThat(card.beside()).isEqualTo(1);
        assertThat(card.words()).isEqualTo("Beside attempt 1: 1 job became green.");
        assertThat(AttemptRows.of(three, run(3, Conclusion.SUCCESS), 3, 0, at(400)).beside()).isEqualTo(2);
        AttemptsCard forward = AttemptRows.of(three, run(3, Conclusion.SUCCESS), 1, 3, at(400));
        assertThat(forward.words()).isEqualTo("Attempt 3 beside this one: 1 job became green.");
        assertThat(forward.jobs()).isEqualTo(card.jobs());
        assertThat(AttemptRows.of(three, run(3, Conclusion.SUCCESS), 3, 3, at(400)).beside())
                .as("not with itself").isEqualTo(2);
    }

    @Test
    void readsBothThatAreCompared() {
        RunChoice choice = RunChoice.NONE.at(3).beside(1);
        assertThat(choice.at(2).beside()).as("stays while attempts are looked through").isEqualTo(1);
        assertThat(choice.on(ClockRow.Key.group("g")).beside()).isEqualTo(1);
        assertThat(choice.folded("g", true).beside()).isEqualTo(1);
    }

    private static Run run(int attempt, Conclusion conclusion) {
        return new Run(
                SEARCH_FAILED, attempt, 1, "CI", ".github/workflows/ci.yml", 641, "Tune", "push",
                conclusion == Conclusion.NONE ? RunStatus.IN_PROGRESS : RunStatus.COMPLETED, conclusion, "main", "abc",
                "ada", "ada", at(0), at(attempt == 1 ? 0 : 199), at(400), null);
    }

    private static Job again(long number, long name, Conclusion end, long started, long ended) {
        return named(name, ended(number, end, started, started, ended));
    }

    private static Job named(long name, Job job) {
        return Jobs.named("job " + name, job);
    }

    private static <T> Answer<T> good(T value) {
        return new Answer.Good<>(value, at(400));
    }
}
