package dev.signalbox.ui.runs;

import static dev.signalbox.ui.runs.Jobs.at;
import static dev.signalbox.ui.runs.Jobs.done;
import static dev.signalbox.ui.runs.Jobs.ended;
import static dev.signalbox.ui.runs.Jobs.going;
import static dev.signalbox.ui.runs.Jobs.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.RunStatus;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class JobTimesTest {

    @Test
    void splitsWaitingFromWorking() {
        JobTimes times = times(done(1, 0, 12, 40)).getFirst();
        assertThat(times.waited()).isEqualTo(Duration.ofSeconds(12));
        assertThat(times.took()).isEqualTo(Duration.ofSeconds(28));
    }

    @Test
    void doesNotCallAQueuedSkippedOrWaitingJobOneThatRan() {
        assertThat(times(
                going(1, RunStatus.QUEUED, 0, -1), ended(2, Conclusion.SKIPPED, 0, 0, 0),
                going(3, RunStatus.WAITING, 0, 8),
                job(4, RunStatus.COMPLETED, Conclusion.CANCELLED, at(0), null, at(3))))
                .noneMatch(JobTimes::ran);
    }

    @Test
    void takesTheStartForAMissingTimeOfCreation() {
        Job job = job(1, RunStatus.COMPLETED, Conclusion.SUCCESS, null, at(5), at(9));
        assertThat(times(job).getFirst().queued()).isEqualTo(at(5));
    }

    @Test
    void findsTheChainThatLedToTheEnd() {
        //  1 ──────┐ 20
        //  2 ────────────┐ 50
        //          3 ─ 30│           3 followed 1, but nothing waited for it
        //                4 ─────── 90
        assertThat(JobTimes
                .criticalPath(times(done(1, 0, 1, 20), done(2, 0, 1, 50), done(3, 21, 22, 30), done(4, 51, 55, 90))))
                .containsExactlyInAnyOrder(2L, 4L);
    }

    @Test
    void forgivesClocksThatDifferByAFewSeconds() {
        assertThat(JobTimes.criticalPath(times(done(1, 0, 1, 53), done(2, 50, 55, 90)))).containsExactlyInAnyOrder(1L,
                2L);
        assertThat(JobTimes.criticalPath(times(done(1, 0, 1, 70), done(2, 50, 55, 90)))).containsExactly(2L);
    }

    @Test
    void endsWithJobsThatAllBeganTogether() {
        Job[] all = LongStream.range(0, 40).mapToObj(i -> done(i, 0, 0, 3)).toArray(Job[]::new);
        assertThat(JobTimes.criticalPath(times(all))).hasSize(1);
    }

    @Test
    void hasNoPathWhenNothingRan() {
        assertThat(JobTimes.criticalPath(times(going(1, RunStatus.QUEUED, 0, -1)))).isEmpty();
    }

    @Test
    void measuresHowMuchRanSideBySide() {
        assertThat(JobTimes.parallel(times(done(1, 0, 0, 50), done(2, 0, 50, 100)))).isZero();
        assertThat(JobTimes.parallel(times(done(1, 0, 0, 100), done(2, 0, 0, 100)))).isEqualTo(100);
        assertThat(JobTimes.parallel(times(done(1, 0, 0, 100), done(2, 0, 75, 100), done(3, 0, 90, 100))))
                .isEqualTo(25);
        assertThat(JobTimes.parallel(List.of())).isZero();
    }

    @Test
    void leavesPausesOutOfTheShare() {
        assertThat(JobTimes.parallel(times(done(1, 0, 0, 10), done(2, 0, 0, 10), done(3, 900, 900, 910))))
                .isEqualTo(50);
    }

    private static List<JobTimes> times(Job... jobs) {
        return JobTimes.of(List.of(jobs), at(100));
    }
}
