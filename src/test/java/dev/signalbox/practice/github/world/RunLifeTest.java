package dev.signalbox.practice.github.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.DeploySink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every run keeps to, looked at every second of its life.
class RunLifeTest {

    private final SampleWorld sample = new SampleWorld();
    private final Repository checkout = sample.repository("checkout");

    private Run push(Attempt.@Nullable Failure failure) {
        return sample.world().push(checkout, sample.people().you(), "Try", sample.instant(), failure).getFirst();
    }

    private Run release(String environment) {
        return sample.world().dispatch(checkout, checkout.workflow("release.yml").orElseThrow(), "main",
                Map.of("version", "v3.0.0", "environment", environment), sample.people().you(), sample.instant(), null);
    }

    private static void assertSound(Run run, Instant now) {
        for (Job job : run.latest().jobs()) {
            assertThat(job.createdAt()).isBetween(run.createdAt(), now);
            assertThat(job.startedAt()).isBetween(job.createdAt(), now);
            assertThat(job.conclusion() == null).isEqualTo(job.status() != Status.COMPLETED);
            assertThat(job.completedAt() == null).isEqualTo(job.conclusion() == null);
            long running = job.steps().stream().filter(step -> step.status() == Status.IN_PROGRESS).count();
            assertThat(running).isEqualTo(job.status() == Status.IN_PROGRESS ? 1 : 0);
            assertThat(job.steps()).extracting(Step::number).isSorted();
        }
        assertThat(run.latest().updatedAt()).isBetween(run.createdAt(), now);
        assertThat(run.conclusion(run.latest()) == null).isEqualTo(run.status() != Status.COMPLETED);
    }

    @Test
    void isSoundEverySecond() {
        List<Run> runs = List.of(push(new Attempt.Failure("lint")), release("staging"), release("production"));
        for (int second = 0; second < 100; second++) {
            runs.forEach(run -> assertSound(run, sample.instant()));
            sample.pass(Duration.ofSeconds(1));
        }
    }

    @Test
    void goesThroughItsStatesInOrder() {
        Run run = release("production");
        List<Status> seen = new ArrayList<>();
        for (int second = 0; second < 60; second++) {
            if (seen.isEmpty() || seen.getLast() != run.status()) {
                seen.add(run.status());
            }
            sample.pass(Duration.ofSeconds(1));
        }
        assertThat(seen).containsExactly(Status.QUEUED, Status.IN_PROGRESS, Status.WAITING);
    }

    @Test
    void updatedAtMovesOnlyForward() {
        Run run = push(null);
        Instant before = run.latest().updatedAt();
        while (run.status() != Status.COMPLETED) {
            sample.pass(Duration.ofSeconds(1));
            assertThat(run.latest().updatedAt()).isAfterOrEqualTo(before);
            before = run.latest().updatedAt();
        }
        sample.pass(Duration.ofMinutes(5));
        assertThat(run.latest().updatedAt()).isEqualTo(before);
    }

    @Test
    void jobsWithoutNeedsRunSideBySide() {
        Run run = push(null);
        sample.pass(Duration.ofSeconds(4));
        assertThat(run.latest().jobs()).filteredOn(job -> job.status() == Status.IN_PROGRESS).hasSizeGreaterThan(1);
    }

    @Test
    void aJobBeginsWhenTheLastOfItsNeedsHasEnded() {
        Run run = push(null);
        sample.pass(Duration.ofSeconds(60));
        Instant last = run.latest().jobs().stream()
                .filter(job -> run.latest().job("build image").orElseThrow().plan().needs().contains(job.plan().name()))
                .map(job -> Objects.requireNonNull(job.completedAt()))
                .max(Instant::compareTo)
                .orElseThrow();
        assertThat(run.latest().job("build image").orElseThrow().createdAt()).isEqualTo(last);
    }

    @Test
    void aCancelledRunLeavesNothingRunning() {
        Run run = push(null);
        sample.pass(Duration.ofSeconds(5));
        sample.world().cancel(run, sample.instant(), false);
        sample.pass(Duration.ofSeconds(5));
        assertThat(run.latest().jobs()).allMatch(job -> job.status() == Status.COMPLETED);
        assertThat(run.latest().job("integration-tests").orElseThrow().conclusion()).isEqualTo(Conclusion.SKIPPED);
        assertThat(run.latest().jobs()).extracting(Job::conclusion).contains(Conclusion.CANCELLED);
        assertThat(run.artifacts()).isEmpty();
    }

    @Test
    void aWaitingRunCanBeCancelled() {
        Run run = release("production");
        sample.pass(Duration.ofSeconds(40));
        sample.world().cancel(run, sample.instant(), true);
        assertThat(run.conclusion(run.latest())).isEqualTo(Conclusion.CANCELLED);
        assertThat(Reviews.waiting(run)).isEmpty();
        assertThat(sample.deployed()).isEmpty();
    }

    @Test
    void aSecondAttemptOfAReleaseDeploysAgain() {
        Run run = release("staging");
        sample.pass(Duration.ofSeconds(60));
        sample.world().rerun(run, job -> true, sample.people().colleague(), sample.instant(), false);
        sample.pass(Duration.ofSeconds(60));
        assertThat(sample.deployed())
                .containsExactly("checkout staging v3.0.0 by release-mgr", "checkout staging v3.0.0 by qa-lead");
        assertThat(run.latest().triggeredBy()).isEqualTo(sample.people().colleague());
        assertThat(run.actor()).isEqualTo(sample.people().you());
    }

    @Test
    void aReleaseIsSentOnceHoweverOftenItIsLookedAt() {
        sample.rolloutsAre(false, null);
        release("staging");
        sample.pass(Duration.ofSeconds(120));
        assertThat(sample.deployed()).hasSize(1);
    }

    @Test
    void aTargetThatSomeoneDeletedFailsItsReleaseAndNothingElse() {
        sample.lose("checkout");
        Run lost = release("staging");
        Run other = push(null);
        sample.pass(Duration.ofSeconds(90));
        assertThat(lost.conclusion(lost.latest())).isEqualTo(Conclusion.FAILURE);
        assertThat(other.conclusion(other.latest())).isEqualTo(Conclusion.SUCCESS);
    }

    @Test
    void aFasterPaceIsFasterEverywhere() {
        World fast = new World(sample.people(), new java.util.SplittableRandom(7), DeploySink.immediate(), 0.01);
        fast.seed(new RepositorySeed("quick", "Quick", "Java", 1, 1,
                List.of(new RepositorySeed.Release("v1", Duration.ofDays(1), List.of())), List.of(), List.of(), false),
                sample.instant());
        Run run = fast.push(fast.repositories().getFirst(), sample.people().you(), "Try", sample.instant(), null)
                .getFirst();
        fast.tick(sample.instant().plusSeconds(2));
        assertThat(run.conclusion(run.latest())).isEqualTo(Conclusion.SUCCESS);
    }
}
