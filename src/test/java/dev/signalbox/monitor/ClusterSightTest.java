package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.withReplicas;
import static dev.signalbox.testing.Examples.workload;
import static dev.signalbox.testing.Examples.workloadKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Only what a watch sees without a break proves a revision good.
class ClusterSightTest extends ClusterScene {

    private static final WorkloadKey KEY = workloadKey("production", "checkout");

    private ClusterMonitor monitor;

    @BeforeEach
    void seeAHealthyWorkload() {
        monitor = monitor(Runnable::run);
        monitor.start();
        Workload known = workload(KEY, "acme/checkout:v1", Map.of());
        cluster.listener().seen(withReplicas(known, known.replicas()), NOON);
    }

    private void liveEverySecond(int seconds) {
        for (int i = 0; i < seconds; i++) {
            now = now.plusSeconds(1);
            monitor.step();
            cluster.listener().live(now);
        }
    }

    private boolean isProven() {
        return store.current().good().getOrDefault(KEY, List.of()).stream().anyMatch(GoodRevision::isProven);
    }

    @Test
    void silenceOfALiveWatchProves() {
        liveEverySecond(119);
        assertThat(isProven()).isFalse();
        liveEverySecond(1);
        assertThat(isProven()).isTrue();
    }

    @Test
    void aWatchThatDoesNotAnswerProvesNothing() {
        liveEverySecond(60);
        cluster.listener().troubled(
                new RemoteProblem.Unreachable("no route", RemoteProblem.Sent.NOTHING), now, now.plusSeconds(5));
        for (int i = 0; i < 100; i++) {
            now = now.plusSeconds(1);
            monitor.step();
        }
        liveEverySecond(120);
        assertThat(isProven()).as("119 s lie between the first and the last sign").isFalse();
        liveEverySecond(1);
        assertThat(isProven()).isTrue();
    }

    @Test
    void aSleepThatTheWatchOutlivedProvesNothing() {
        liveEverySecond(60);
        now = now.plusSeconds(3_600);
        cluster.listener().live(now);
        assertThat(isProven()).isFalse();
        liveEverySecond(30);
        now = now.plusSeconds(3_600);
        monitor.step();
        cluster.listener().live(now);
        assertThat(isProven()).as("the console noticed first").isFalse();
    }

    @Test
    void aWatchThatIsBegunAnewBeginsToCountAnew() throws Exception {
        liveEverySecond(60);
        monitor.again();
        liveEverySecond(120);
        assertThat(isProven()).isFalse();
    }

    @Test
    void whatWasDeletedIsNotProvenBySilence() {
        cluster.listener().gone(KEY, NOON);
        liveEverySecond(200);
        assertThat(isProven()).isFalse();
    }
}
