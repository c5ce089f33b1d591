package dev.signalbox.ui.runs;

import static dev.signalbox.ui.runs.Jobs.BEGIN;
import static dev.signalbox.ui.runs.Jobs.at;
import static dev.signalbox.ui.runs.Jobs.done;
import static dev.signalbox.ui.runs.Jobs.ended;
import static dev.signalbox.ui.runs.Jobs.going;
import static dev.signalbox.ui.runs.Jobs.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.ui.runs.ClockRow.Key;
import dev.signalbox.ui.widget.Mark;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockRowsTest {

    private static final List<Job> RUN = List.of(
            done(1, 0, 10, 60), done(2, 0, 20, 120), ended(3, Conclusion.FAILURE, 121, 131, 220),
            ended(4, Conclusion.SKIPPED, 220, 220, 220));

    @Test
    void saysCriticalPathQueueTimeAndParallelism() {
        // On the path: jobs 2 (0–120) and 3 (121–220). Two jobs ran from 20 to 60, at least one from 10 to 120 and 131 to 220.
        assertThat(Jobs.clock(RUN, at(300)).heading())
                .isEqualTo("Jobs on the clock · critical path 3 m 39 s · 40 s queued · 20 % parallel"
                        + " · longest wait 20 s before job 2");
    }

    @Test
    void namesTheTwoLongestWaitsWhenBothAreLong() {
        assertThat(Jobs.clock(List.of(done(1, 0, 40, 60), done(2, 0, 25, 120), done(3, 0, 16, 90)), at(300)).heading())
                .endsWith("longest wait 40 s before job 1, 25 s before job 2");
        assertThat(Jobs.clock(List.of(done(1, 0, 40, 60), done(2, 0, 16, 120)), at(300)).heading())
                .endsWith("longest wait 40 s before job 1");
        assertThat(Jobs.clock(List.of(done(1, 0, 14, 60)), at(300)).heading()).doesNotContain("wait");
    }

    @Test
    void putsTheJobsOfAMatrixBelowALineOfTheirOwn() {
        List<ClockRow> rows = Jobs.clock(List.of(
                done(1, 0, 5, 30), named("test (1/2)", done(2, 1, 10, 60)), done(3, 2, 8, 40),
                named("test (2/2)", ended(4, Conclusion.FAILURE, 3, 20, 95))), at(200)).rows();
        assertThat(rows).extracting(ClockRow::name)
                .containsExactly("job 1", "test", "test (1/2)", "test (2/2)", "job 3");
        ClockRow heading = rows.get(1);
        assertThat(heading.key()).isEqualTo(Key.group("test"));
        assertThat(heading.mark()).isEqualTo(Mark.BAD);
        assertThat(heading.count()).isEqualTo("2 jobs");
        assertThat(heading.took()).isEqualTo("1 m 25 s");
        assertThat(heading.words())
                .isEqualTo("test, 2 jobs: 1 failed, 1 passed, 1 m 25 s from first to last, on the critical path"
                        + ", unfolded");
        assertThat(rows.get(3).group()).isEqualTo("test");
    }

    @Test
    void hidesTheJobsOfAFoldedGroup() {
        List<Job> jobs = List.of(named("a / b", done(1, 0, 5, 30)), named("a / c", done(2, 0, 5, 60)));
        List<ClockRow> rows = ClockRows.of(
                new ClockFacts(jobs, Map.of("a", true), null, null, Map.of(), at(100))).rows();
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.fold()).isEqualTo(ClockRow.Fold.FOLDED);
            assertThat(row.critical()).isTrue();
            assertThat(row.words()).endsWith("folded");
        });
        assertThat(Jobs.clock(jobs, at(100)).rows()).extracting(ClockRow::name).containsExactly("a", "b", "c");
    }

    @Test
    void leavesOutTheTimeOfJobsThatWereKeptFromAnEarlierAttempt() {
        List<Job> jobs = List.of(done(1, 0, 10, 60), done(2, 1_000, 1_010, 1_060));
        ClockCard card =
                ClockRows.of(new ClockFacts(jobs, Map.of(), at(990), null, Map.of(), at(2_000)));
        assertThat(card.ticks().getLast().label()).isEqualTo("1 m");
        assertThat(card.rows().getFirst().ran()).isFalse();
        assertThat(card.rows().getFirst().took()).isEqualTo("kept");
        assertThat(card.rows().getFirst().words()).isEqualTo("job 1, passed, kept from an earlier attempt");
        assertThat(card.rows().get(1).endedAt()).isCloseTo(1, within(0.001));
        assertThat(card.heading()).contains("critical path 1 m 00 s");
    }

    @Test
    void makesRoomForTheEndThatIsExpected() {
        List<Job> jobs = List.of(going(1, RunStatus.IN_PROGRESS, 0, 10));
        ClockCard early = ClockRows.of(new ClockFacts(jobs, Map.of(), null, at(119), Map.of(), at(60)));
        assertThat(early.ghost()).isNotNull().extracting(ClockCard.Tick::at).isEqualTo(119_000 / 119_001.0);
        assertThat(early.rows().getFirst().endedAt()).isCloseTo(60 / 119.0, within(0.001));
        ClockCard late = ClockRows.of(new ClockFacts(jobs, Map.of(), null, at(30), Map.of(), at(60)));
        assertThat(late.ghost()).isNotNull().extracting(ClockCard.Tick::at).isEqualTo(30_000 / 60_001.0);
        assertThat(Jobs.clock(jobs, at(60)).ghost()).isNull();
    }

    @Test
    void saysWhatAJobUsuallyTakes() {
        ClockFacts facts = new ClockFacts(
                List.of(done(1, 0, 10, 60)), Map.of(), null, null, Map.of("job 1", Duration.ofSeconds(70)), at(99));
        assertThat(ClockRows.of(facts).rows().getFirst().words())
                .isEqualTo("job 1, passed, queued 10 s, ran 50 s, usually 1 m 10 s, on the critical path");
    }

    @Test
    void marksTheJobsThatTheEndWaitedFor() {
        assertThat(Jobs.clock(RUN, at(300)).rows()).extracting(ClockRow::critical)
                .containsExactly(false, true, true, false);
    }

    @Test
    void placesQueueAndWorkOnTheAxis() {
        ClockRow row = Jobs.clock(RUN, at(300)).rows().get(2);
        assertThat(row.queuedFrom()).isCloseTo(121 / 220.0, within(0.001));
        assertThat(row.startedAt()).isCloseTo(131 / 220.0, within(0.001));
        assertThat(row.endedAt()).isCloseTo(1, within(0.001));
        assertThat(row.mark()).isEqualTo(Mark.BAD);
        assertThat(row.took()).isEqualTo("1 m 29 s");
        assertThat(row.words()).isEqualTo("job 3, failed, queued 10 s, ran 1 m 29 s, on the critical path");
    }

    @Test
    void onlyOutlinesAJobThatDidNotRun() {
        ClockRow row = Jobs.clock(RUN, at(300)).rows().getLast();
        assertThat(row.ran()).isFalse();
        assertThat(row.took()).isEmpty();
        assertThat(row.words()).isEqualTo("job 4, skipped");
    }

    @Test
    void letsWhatGoesOnReachTheNow() {
        ClockCard card = Jobs.clock(
                List.of(done(1, 0, 0, 50), going(2, RunStatus.IN_PROGRESS, 50, 60), going(3, RunStatus.QUEUED, 50, -1)),
                at(100));
        assertThat(card.rows()).extracting(ClockRow::took).containsExactly("50 s", "40 s", "");
        assertThat(card.rows()).allSatisfy(row -> assertThat(row.endedAt()).isLessThanOrEqualTo(1));
        assertThat(card.rows().get(2).words()).isEqualTo("job 3, queued, queued 50 s");
        assertThat(card.rows().get(2).ran()).isFalse();
    }

    @Test
    void showsHowLongAJobHasWaitedForPeopleAsAnOutline() {
        ClockRow row =
                Jobs.clock(List.of(done(1, 0, 0, 50), going(2, RunStatus.WAITING, 50, 58)), at(100)).rows().get(1);
        assertThat(row.ran()).isFalse();
        assertThat(row.startedAt()).isCloseTo(0.5, within(0.001));
        assertThat(row.words()).isEqualTo("job 2, waiting");
    }

    @Test
    void aJobThatWaitsForDaysLeavesTheWorkHalfOfTheAxis() {
        ClockCard card = Jobs.clock(
                List.of(done(1, 0, 0, 50), going(2, RunStatus.WAITING, 50, -1)), at(100_000));
        assertThat(card.rows().getFirst().endedAt()).isCloseTo(0.5, within(0.001));
        assertThat(card.rows().get(1).startedAt()).isCloseTo(0.5, within(0.001));
        assertThat(card.rows().get(1).endedAt()).isEqualTo(1);
        assertThat(card.ticks()).extracting(ClockCard.Tick::label).doesNotContain("1 h 00 m");
    }

    @Test
    void whereNothingHasRunYetTheWaitingIsAllThereIs() {
        ClockCard card = Jobs.clock(List.of(going(2, RunStatus.WAITING, 0, -1)), at(600));
        assertThat(card.rows().getFirst().endedAt()).isCloseTo(1, within(0.001));
        assertThat(card.ticks()).extracting(ClockCard.Tick::label).contains("10 m");
    }

    @Test
    void survivesTimesThatMakeNoSense() {
        ClockCard card = Jobs.clock(
                List.of(
                        ended(1, Conclusion.SUCCESS, 100, 50, 20),
                        Jobs.job(2, RunStatus.COMPLETED, Conclusion.SUCCESS, null, null, null),
                        Jobs.job(3, RunStatus.COMPLETED, Conclusion.CANCELLED, BEGIN, null, null)),
                BEGIN);
        assertThat(card.rows()).hasSize(2).allSatisfy(row -> {
            assertThat(row.startedAt()).isBetween(0.0, 1.0);
            assertThat(row.endedAt()).isBetween(row.startedAt(), 1.0);
        });
    }

    @Test
    void hasNothingToShowWithoutJobs() {
        assertThat(Jobs.clock(List.of(), BEGIN)).isEqualTo(ClockCard.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({"7, 1 s", "60, 10 s", "220, 30 s", "600, 2 m", "3600, 10 m", "90000, 6 h 00 m"})
    void choosesRoundSteps(long seconds, String second) {
        List<ClockCard.Tick> ticks = Jobs.clock(List.of(done(1, 0, 0, seconds)), BEGIN).ticks();
        assertThat(ticks).hasSizeBetween(2, 9);
        assertThat(ticks.getFirst().label()).isEqualTo("0");
        assertThat(ticks.get(1).label()).isEqualTo(second);
    }

    @Test
    void makesNamesSafe() {
        Job job = done(1, 0, 1, 2);
        Job hostile = new Job(
                job.run(), 1, 1, "lint\u202E\n", job.status(), job.conclusion(), job.createdAt(), job.startedAt(),
                job.completedAt(), List.of(), null, List.of(), null);
        assertThat(Jobs.clock(List.of(hostile), BEGIN).rows().getFirst().name()).isEqualTo("lint‹U+202E›‹LF›");
    }
}
