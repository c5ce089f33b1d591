package dev.signalbox.ui.runs;

import static dev.signalbox.testing.SampleRuns.SEARCH_FAILED;
import static dev.signalbox.testing.SampleStates.NOW;
import static dev.signalbox.ui.runs.Jobs.at;
import static dev.signalbox.ui.runs.Jobs.done;
import static dev.signalbox.ui.runs.Jobs.ended;
import static dev.signalbox.ui.runs.Jobs.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.runs.RunCard.Offer;
import dev.signalbox.ui.widget.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A job that was tried again in the same run is seen, and makes nothing red.
class TriedAgainTest {

    private static final Job BUILD = named("build", done(1, 0, 1, 60));
    private static final Job FIRST = named("test", ended(2, Conclusion.FAILURE, 60, 61, 160)).asReplaced();
    private static final Job SECOND = named("test", done(3, 200, 205, 300));
    private static final List<Job> ALL = List.of(BUILD, FIRST, SECOND);

    @Test
    void bothTriesAreOnTheClockAndTheEarlierOneSaysSo() {
        ClockCard clock = Jobs.clock(ALL, at(400));

        assertThat(clock.rows()).extracting(ClockRow::name).containsExactly("build", "test", "test");
        ClockRow first = clock.rows().get(1);
        assertThat(first.count()).isEqualTo("earlier try");
        assertThat(first.mark()).isEqualTo(Mark.STOPPED);
        assertThat(first.words()).startsWith("test, failed, tried again");
        assertThat(first.ran()).isTrue();
        assertThat(clock.rows().get(2).count()).isEmpty();
        assertThat(clock.rows().get(2).mark()).isEqualTo(Mark.GOOD);
    }

    @Test
    void theCriticalPathGoesThroughTheTriesThatCount() {
        Job later = named("test", done(3, 162, 163, 300));
        ClockCard clock = Jobs.clock(List.of(BUILD, FIRST, later), at(400));

        assertThat(clock.rows()).extracting(ClockRow::critical).containsExactly(true, false, true);
        assertThat(clock.heading()).contains("0 % parallel");
    }

    @Test
    void theClockBeginsWithWhatRanFirstThoughItWasTriedAgain() {
        ClockCard clock = Jobs.clock(List.of(FIRST, SECOND), at(300));
        assertThat(clock.rows().getFirst().startedAt()).isLessThan(0.01);
        assertThat(clock.rows().getLast().endedAt()).isGreaterThan(0.99);
    }

    @Test
    void aStageCountsItsJobsOnceAndTakesTheStateOfTheirLastTries() {
        List<Job> staged = ALL.stream().map(TriedAgainTest::inStage).toList();
        JobGroups.Members stage = JobGroups.of(JobTimes.of(staged, NOW)).getFirst();

        assertThat(stage.worst()).isEqualTo(Mark.GOOD);
        assertThat(stage.counting()).hasSize(2);
        assertThat(stage.tally()).isEqualTo("2 passed, 1 tried again");
        assertThat(Jobs.clock(staged, at(400)).rows().getFirst().count()).isEqualTo("2 jobs");
        assertThat(ClockWords.group(stage, "", false, false))
                .isEqualTo("test, 2 jobs: 2 passed, 1 tried again, unfolded");
    }

    @Test
    void aStageOfOneJobSaysOneJob() {
        List<Job> staged = List.of(inStage(FIRST), inStage(SECOND));
        assertThat(Jobs.clock(staged, at(400)).rows().getFirst().count()).isEqualTo("1 job");
    }

    @Test
    void nothingOfItHasFailedSoNothingIsOfferedToRunAgain() {
        RunCard card = RunCards.of(state(ALL), SEARCH_FAILED, RunChoice.NONE, NOW).orElseThrow();

        assertThat(card.job().number()).as("the one to look at first").isNotEqualTo(FIRST.number());
        assertThat(offer(card, Offer.Kind.RERUN_JOB).enabled()).isTrue();
    }

    @Test
    void theEarlierTryIsNotRunAgain() {
        RunCard card = RunCards.of(
                state(ALL), SEARCH_FAILED, RunChoice.NONE.on(ClockRow.Key.job(FIRST.number())), NOW)
                .orElseThrow();

        assertThat(card.job().number()).isEqualTo(FIRST.number());
        assertThat(card.job().key()).as("its log can be read").isNotNull();
        assertThat(offer(card, Offer.Kind.RERUN_JOB).reason())
                .isEqualTo("It was tried again already; choose its later try.");
    }

    @Test
    void nobodyAsksForNotesOfAFailureThatWasTriedAgain() {
        assertThat(NoteRows.of(SampleStates.rich(), ALL, null, NOW).wanted()).isEmpty();
        assertThat(NoteRows.of(SampleStates.rich(), List.of(unreplaced()), null, NOW).wanted()).hasSize(1);
    }

    private static Job unreplaced() {
        return named("test", ended(2, Conclusion.FAILURE, 60, 61, 160));
    }

    private static Job inStage(Job job) {
        return new Job(
                job.run(), job.number(), job.attempt(), job.name(), job.status(), job.conclusion(), job.createdAt(),
                job.startedAt(), job.completedAt(), job.labels(), job.runner(), job.steps(), job.page(), "test",
                job.replaced());
    }

    /// A pipeline of two stages; the second has a job that passed when it was tried again.
    static ConsoleState atGitLab() {
        List<Job> jobs = List.of(
                BUILD, inStage(named("unit-tests", done(4, 60, 63, 140))), inStage(FIRST), inStage(SECOND));
        return RunsFixture.with(
                RunsFixture.requested(Connection.Kind.GITLAB),
                new Change.JobsRead(SEARCH_FAILED, 1, new Answer.Good<>(jobs, NOW)));
    }

    @Test
    void thePicturedPipelineHasOneEarlierTry() {
        assertThat(atGitLab().run(SEARCH_FAILED).jobsOf(1).or(List.of())).filteredOn(Job::replaced).hasSize(1);
    }

    private static ConsoleState state(List<Job> jobs) {
        return RunsFixture.with(
                SampleStates.rich(), new Change.JobsRead(SEARCH_FAILED, 1, new Answer.Good<>(jobs, NOW)));
    }

    private static Offer offer(RunCard card, Offer.Kind kind) {
        return card.offers().stream().filter(o -> o.kind() == kind).findFirst().orElseThrow();
    }
}
