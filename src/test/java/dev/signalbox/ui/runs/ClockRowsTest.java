package dev.signalbox.ui.runs;

import static dev.signalbox.ui.runs.Jobs.BEGIN;
import static dev.signalbox.ui.runs.Jobs.at;
import static dev.signalbox.ui.runs.Jobs.done;
import static dev.signalbox.ui.runs.Jobs.ended;
import static dev.signalbox.ui.runs.Jobs.going;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.ui.widget.Mark;
import java.util.List;
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
        assertThat(ClockRows.of(RUN, at(300)).heading())
                .isEqualTo("Jobs on the clock · critical path 3 m 39 s · 40 s queued · 20 % parallel");
    }

    @Test
    void marksTheJobsThatTheEndWaitedFor() {
        assertThat(ClockRows.of(RUN, at(300)).rows()).extracting(ClockRow::critical)
                .containsExactly(false, true, true, false);
    }

    @Test
    void placesQueueAndWorkOnTheAxis() {
        ClockRow row = ClockRows.of(RUN, at(300)).rows().get(2);
        assertThat(row.queuedFrom()).isCloseTo(121 / 220.0, within(0.001));
        assertThat(row.startedAt()).isCloseTo(131 / 220.0, within(0.001));
        assertThat(row.endedAt()).isCloseTo(1, within(0.001));
        assertThat(row.mark()).isEqualTo(Mark.BAD);
        assertThat(row.took()).isEqualTo("1 m 29 s");
        assertThat(row.words()).isEqualTo("job 3, failed, queued 10 s, ran 1 m 29 s, on the critical path");
    }

    @Test
    void onlyOutlinesAJobThatDidNotRun() {
        ClockRow row = ClockRows.of(RUN, at(300)).rows().getLast();
        assertThat(row.ran()).isFalse();
        assertThat(row.took()).isEmpty();
        assertThat(row.words()).isEqualTo("job 4, skipped");
    }

    @Test
    void letsWhatGoesOnReachTheNow() {
        ClockCard card = ClockRows.of(
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
                ClockRows.of(List.of(done(1, 0, 0, 50), going(2, RunStatus.WAITING, 50, 58)), at(100)).rows().get(1);
        assertThat(row.ran()).isFalse();
        assertThat(row.startedAt()).isCloseTo(0.5, within(0.001));
        assertThat(row.words()).isEqualTo("job 2, waiting");
    }

    @Test
    void survivesTimesThatMakeNoSense() {
        ClockCard card = ClockRows.of(
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
        assertThat(ClockRows.of(List.of(), BEGIN)).isEqualTo(ClockCard.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({"7, 1 s", "60, 10 s", "220, 30 s", "600, 2 m", "3600, 10 m", "90000, 6 h 00 m"})
    void choosesRoundSteps(long seconds, String second) {
        List<ClockCard.Tick> ticks = ClockRows.of(List.of(done(1, 0, 0, seconds)), BEGIN).ticks();
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
        assertThat(ClockRows.of(List.of(hostile), BEGIN).rows().getFirst().name()).isEqualTo("lint⟨U+202E⟩␊");
    }
}
