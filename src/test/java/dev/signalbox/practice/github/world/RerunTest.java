package dev.signalbox.practice.github.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RerunTest {

    private final SampleWorld sample = new SampleWorld();
    private final World world = sample.world();
    private final Repository checkout = sample.repository("checkout");

    private Run ci(Attempt.@Nullable Failure failure) {
        return world.push(checkout, sample.people().developers().getFirst(), "Try it", sample.instant(), failure)
                .getFirst();
    }

    @Test
    void rerunningFailedJobsKeepsTheGoodOnes() {
        Run run = ci(new Attempt.Failure("integration-tests"));
        sample.pass(Duration.ofSeconds(90));
        Job lint = run.latest().job("lint").orElseThrow();
        world.rerun(run, job -> job.conclusion() == Conclusion.FAILURE, sample.people().you(), sample.instant(), false);
        sample.pass(Duration.ofSeconds(40));
        assertThat(run.latest().number()).isEqualTo(2);
        assertThat(run.latest().job("lint")).containsSame(lint);
        assertThat(run.conclusion(run.latest())).isEqualTo(Conclusion.SUCCESS);
        assertThat(run.conclusion(run.attempts().getFirst())).isEqualTo(Conclusion.FAILURE);
    }

    @Test
    void aRunningRunIsNotRepeated() {
        Run run = ci(null);
        assertThatThrownBy(() -> world.rerun(run, job -> true, sample.people().you(), sample.instant(), false))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("already running");
    }

    @Test
    void repeatsAChosenJobAndAllThatNeedsIt() {
        Run run = ci(null);
        sample.pass(Duration.ofSeconds(90));
        world.rerun(run, job -> job.plan().name().equals("build image"), sample.people().you(), sample.instant(),
                false);
        sample.pass(Duration.ofSeconds(60));

        assertThat(run.latest().jobs()).filteredOn(job -> job.attempt() == 2).extracting(job -> job.plan().name())
                .containsExactlyInAnyOrder("build image", "integration-tests");
        assertThat(run.latest().jobs()).hasSize(6);
        assertThat(run.conclusion(run.latest())).isEqualTo(Conclusion.SUCCESS);
    }

    @Test
    void repeatsNothingWhenNothingIsChosen() {
        Run run = ci(null);
        sample.pass(Duration.ofSeconds(90));

        assertThatThrownBy(() -> world.rerun(run, job -> job.conclusion() == Conclusion.FAILURE,
                sample.people().you(), sample.instant(), false))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.status()).isEqualTo(403));
        assertThat(run.attempts()).hasSize(1);
    }

    @Test
    void aSecondAttemptDoesNotFailAsTheFirstWasToldTo() {
        Run run = ci(new Attempt.Failure("lint"));
        sample.pass(Duration.ofSeconds(60));
        world.rerun(run, job -> true, sample.people().colleague(), sample.instant(), false);
        Instant again = sample.instant();
        sample.pass(Duration.ofSeconds(90));

        assertThat(run.conclusion(run.latest())).isEqualTo(Conclusion.SUCCESS);
        assertThat(run.latest().triggeredBy()).isEqualTo(sample.people().colleague());
        assertThat(run.latest().startedAt()).isEqualTo(again);
        assertThat(run.latest().jobs()).allMatch(job -> !job.createdAt().isBefore(again));
        assertThat(run.attempt(1)).hasValueSatisfying(
                first -> assertThat(run.conclusion(first)).isEqualTo(Conclusion.FAILURE));
        assertThat(run.attempt(3)).isEmpty();
        assertThat(run.attempt((1L << 32) + 1)).isEmpty();
    }

    @Test
    void aCancelledRunCanBeRepeatedWhereItStopped() {
        Run run = ci(null);
        sample.pass(Duration.ofSeconds(25));
        world.cancel(run, sample.instant(), true);
        long kept = run.latest().jobs().stream().filter(job -> job.conclusion() == Conclusion.SUCCESS).count();
        world.rerun(run, job -> job.conclusion() != Conclusion.SUCCESS, sample.people().you(), sample.instant(), false);
        sample.pass(Duration.ofSeconds(90));

        assertThat(kept).isPositive();
        assertThat(run.latest().jobs()).filteredOn(job -> job.attempt() == 1).hasSize((int) kept);
        assertThat(run.conclusion(run.latest())).isEqualTo(Conclusion.SUCCESS);
    }
}
