package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.action.RolloutWatch.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolloutWatchTest {

    private final World world = new World();
    private final List<String> said = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private Runnable beat = () -> {};

    @Test
    void isThroughWhenEveryPodIsAvailable() throws Exception {
        world.cluster.state.deploy("rs-2", "signalbox", world.clock.instant());
        RolloutWatch.Result result = follow("hash-2");
        assertThat(result).isEqualTo(new RolloutWatch.Result(Ending.DONE, "Rolled out, 4 pods available."));
        assertThat(said)
                .containsExactly(
                        "Waiting for the cluster to act on the new spec", "1 of 4 pods updated", "2 of 4 pods updated",
                        "3 of 4 pods updated");
    }

    @Test
    void isOvertakenWhenTheTemplateChangesAgain() throws Exception {
        world.cluster.state.deploy("rs-2", "signalbox", world.clock.instant());
        world.cluster.state.breaks = true;
        beat = () -> {
            if (waits.size() == 2) {
                world.cluster.state.deploy("rs-1", "helm", Instant.parse("2026-11-20T13:00:00Z"));
            }
        };
        assertThat(follow("hash-2"))
                .isEqualTo(new RolloutWatch.Result(
                        Ending.OVERTAKEN, "Applied, then replaced by helm at 13:00:00 UTC: it runs v1 now."));
    }

    @Test
    void isOvertakenWhenTheWorkloadIsMadeAnew() throws Exception {
        world.cluster.state.uid = "uid-2";
        assertThat(follow("hash-3").ending()).isEqualTo(Ending.OVERTAKEN);
    }

    @Test
    void takesTheTemplateItFindsFirstWhenNoneIsNamed() throws Exception {
        world.cluster.state.patch("uid=uid-1;generation=7;mark=now", "signalbox", world.clock.instant());
        assertThat(follow(null).ending()).isEqualTo(Ending.DONE);
    }

    @Test
    void believesAFatalReasonAfterThreeReadings() throws Exception {
        world.cluster.state.deploy("rs-2", "signalbox", world.clock.instant());
        world.cluster.state.breaks = true;
        RolloutWatch.Result result = follow("hash-2");
        assertThat(result.ending()).isEqualTo(Ending.FAILED);
        assertThat(result.words())
                .isEqualTo("Applied, but the rollout fails: 0 of 4 pods updated: ErrImagePull, not found.");
        assertThat(waits).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"ImagePullBackOff,60", "CrashLoopBackOff,30", "FailedCreate,15", "CreateContainerConfigError,3"})
    void whatOftenMendsItselfHasToLast(String reason, int beats) throws Exception {
        world.cluster.state.deploy("rs-2", "signalbox", world.clock.instant());
        world.cluster.state.breaks = true;
        world.cluster.state.breakage = reason;
        assertThat(follow("hash-2").ending()).isEqualTo(Ending.FAILED);
        assertThat(waits).hasSize(beats);
    }

    @Test
    void doesNotBelieveTheDeadlineOfTheRolloutBefore() throws Exception {
        world.cluster.state.progress = "ProgressDeadlineExceeded";
        world.cluster.state.deploy("rs-2", "signalbox", world.clock.instant());
        beat = () -> {
            if (waits.size() == 8) {
                world.cluster.state.progress = "ReplicaSetUpdated";
            }
        };
        assertThat(follow("hash-2").ending()).isEqualTo(Ending.DONE);
    }

    @Test
    void believesADeadlineThatStays() throws Exception {
        world.cluster.state.progress = "ProgressDeadlineExceeded";
        world.cluster.state.deploy("rs-2", "signalbox", world.clock.instant());
        RolloutWatch.Result result = follow("hash-2");
        assertThat(result.ending()).isEqualTo(Ending.FAILED);
        assertThat(result.words()).contains("No progress within the deadline");
    }

    @Test
    void isThroughAtOnceWherePodsChangeOnlyWhenDeleted() throws Exception {
        world.cluster.state.key = new dev.signalbox.domain.cluster.WorkloadKey(
                FakeWorkload.KEY.cluster(), "shop", dev.signalbox.domain.cluster.WorkloadKind.STATEFUL_SET, "db");
        world.cluster.state.onDelete = true;
        world.cluster.state.deploy("rs-2", "signalbox", world.clock.instant());
        world.cluster.state.observed = world.cluster.state.generation;
        assertThat(follow("hash-2").words()).contains("the others change when they are deleted");
    }

    @Test
    void givesUpAfterTenMinutesWithoutCallingItAFailure() throws Exception {
        world.cluster.state.deploy("rs-2", "signalbox", world.clock.instant());
        world.cluster.state.observed = world.cluster.state.generation;
        world.cluster.state.paused = true;
        RolloutWatch.Result result = follow("hash-2");
        assertThat(result.ending()).isEqualTo(Ending.OPEN);
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void readsOnAfterAReadingThatFailed() throws Exception {
        Trace trace = new Trace();
        trace.failAt(2);
        world.breakAs(trace);
        world.cluster.state.deploy("rs-2", "signalbox", world.clock.instant());
        assertThat(follow("hash-2").ending()).isEqualTo(Ending.DONE);
        assertThat(said).contains("No usable answer: Connection reset.");
    }

    private RolloutWatch.Result follow(@Nullable String hash) throws InterruptedException {
        RolloutWatch watch = new RolloutWatch(world.outside(), length -> {
            waits.add(length);
            beat.run();
            world.wait(length);
        });
        return watch.follow(FakeWorkload.KEY, "uid-1", hash, said::add);
    }
}
