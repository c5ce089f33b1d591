package dev.signalbox.ui.runs;

import static dev.signalbox.testing.SampleRuns.SEARCH_FAILED;
import static dev.signalbox.testing.SampleStates.NOW;
import static dev.signalbox.ui.runs.Jobs.at;
import static dev.signalbox.ui.runs.Jobs.done;
import static dev.signalbox.ui.runs.Jobs.ended;
import static dev.signalbox.ui.runs.Jobs.going;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Annotation;
import dev.signalbox.domain.ci.Annotation.Level;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.widget.Mark;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NoteRowsTest {

    private static final Job PASSED = done(1, 0, 0, 9);
    private static final Job FAILED = ended(2, Conclusion.FAILURE, 0, 0, 9);

    @Test
    void asksForWhatFailedAndForTheChosenJobOnly() {
        List<Job> jobs = List.of(PASSED, FAILED, done(3, 0, 0, 9), ended(4, Conclusion.SKIPPED, 0, 0, 0));
        assertThat(NoteRows.of(ConsoleState.EMPTY, jobs, PASSED, NOW).wanted())
                .containsExactlyInAnyOrder(key(1), key(2));
        assertThat(NoteRows.of(ConsoleState.EMPTY, jobs, jobs.getLast(), NOW).wanted())
                .as("a skipped job said nothing").containsExactly(key(2));
        Job runs = going(5, RunStatus.IN_PROGRESS, 0, 1);
        assertThat(NoteRows.of(ConsoleState.EMPTY, List.of(runs), runs, NOW).wanted()).isEmpty();
    }

    @Test
    void asksForNoMoreThanSixFailedJobs() {
        List<Job> jobs = LongStream.rangeClosed(1, 40)
                .mapToObj(n -> ended(n, Conclusion.FAILURE, 0, 0, 9)).toList();
        assertThat(NoteRows.of(ConsoleState.EMPTY, jobs, null, NOW).wanted()).hasSize(6);
    }

    @Test
    void showsTheGravestFirstWithItsPlace() {
        NotesCard card = NoteRows.of(
                told(2, note(Level.NOTICE, "", 0, "", "look"), note(Level.WARNING, ".github", 1, "", "deprecated"),
                        note(Level.FAILURE, "src/RankingIT.java", 88, "Ranking", "expected a")),
                List.of(FAILED), FAILED, NOW);
        assertThat(card.heading()).isEqualTo("Annotations · 1 error, 1 warning, 1 notice");
        assertThat(card.notes()).extracting(NotesCard.Note::mark)
                .containsExactly(Mark.BAD, Mark.WARNING, Mark.IDLE);
        NotesCard.Note first = card.notes().getFirst();
        assertThat(first.place()).isEqualTo("src/RankingIT.java:88");
        assertThat(first.text()).isEqualTo("Ranking\nexpected a");
        assertThat(first.job()).as("only one job").isEmpty();
        assertThat(first.words()).isEqualTo("error at src/RankingIT.java:88: Ranking\nexpected a");
        assertThat(card.notes().get(1).place()).as("the runner means no file").isEmpty();
        assertThat(card.notes().get(1).words()).isEqualTo("warning: deprecated");
    }

    @Test
    void namesTheJobWhenThereAreSeveral() {
        NotesCard card = NoteRows.of(
                told(2, note(Level.FAILURE, "a.java", 0, "", "no")), List.of(PASSED, FAILED), PASSED, NOW);
        assertThat(card.notes().getFirst().job()).isEqualTo("job 2");
        assertThat(card.notes().getFirst().words()).isEqualTo("error at a.java, job 2: no");
    }

    @Test
    void hostileTextCannotReadAsAnythingElse() {
        NotesCard card = NoteRows.of(
                told(2, note(Level.UNKNOWN, "a\u202Etxt\n", 1, "t\u0007", "one\rtwo\u001b[2J\nthree")),
                List.of(FAILED), FAILED, NOW);
        NotesCard.Note only = card.notes().getFirst();
        assertThat(only.mark()).isEqualTo(Mark.UNKNOWN);
        assertThat(only.place()).isEqualTo("a‹U+202E›txt‹LF›:1");
        assertThat(only.text()).doesNotContain("\u0007").doesNotContain("\u001b").doesNotContain("\r")
                .contains("\nthree");
        assertThat(NoteRows.of(
                told(2, note(Level.FAILURE, "p".repeat(9_000), 1, "", "m".repeat(9_000))), List.of(FAILED), FAILED, NOW)
                .notes().getFirst().words().length()).isLessThan(700);
    }

    @Test
    void saysHowManyAreNotShownAndWhySomeCouldNotBeRead() {
        Annotation one = note(Level.WARNING, "a", 1, "", "m");
        NotesCard many = NoteRows.of(
                told(2, Collections.nCopies(45, one).toArray(Annotation[]::new)), List.of(FAILED), FAILED, NOW);
        assertThat(many.notes()).hasSize(30);
        assertThat(many.words()).isEqualTo("And 15 more.");
        NotesCard refused = NoteRows.of(
                RunsFixture.with(ConsoleState.EMPTY, new Change.AnnotationsRead(
                        key(2), new Answer.Bad<>(new RemoteProblem.Forbidden("no checks", "checks=read"), NOW))),
                List.of(FAILED), FAILED, NOW);
        assertThat(refused.words()).isNotEmpty();
        assertThat(refused.heading()).isEqualTo("Annotations");
    }

    private static ConsoleState told(long job, Annotation... notes) {
        return RunsFixture.with(ConsoleState.EMPTY, new Change.AnnotationsRead(
                key(job), new Answer.Good<>(List.of(notes), at(0))));
    }

    private static Annotation note(Level level, String path, int line, String title, String message) {
        return new Annotation(path, line, line, level, title, message);
    }

    private static JobKey key(long job) {
        return new JobKey(SEARCH_FAILED, job);
    }
}
