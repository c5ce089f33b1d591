package dev.signalbox.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorldTicksTest {

    @Test
    void aWorldThatStumblesMovesOn() throws InterruptedException {
        CountDownLatch moves = new CountDownLatch(3);
        try (ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
                WorldTicks world = new WorldTicks(ticks, () -> {
                    moves.countDown();
                    throw new IllegalStateException("the world stumbles here on purpose");
                })) {
            world.start();
            assertThat(moves.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aClosedWorldMovesNoMore() throws InterruptedException {
        ScheduledThreadPoolExecutor ticks = new ScheduledThreadPoolExecutor(1);
        // So that it ends only when nothing is left to be moved.
        ticks.setContinueExistingPeriodicTasksAfterShutdownPolicy(true);
        try {
            WorldTicks world = new WorldTicks(ticks, () -> {});
            world.start();
            world.close();
            ticks.shutdown();
            assertThat(ticks.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            ticks.shutdownNow();
        }
    }

    @Test
    void aWorldThatNeverBeganMayBeClosed() {
        List<String> moves = new ArrayList<>();
        try (ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor()) {
            new WorldTicks(ticks, () -> moves.add("moved")).close();
        }
        assertThat(moves).isEmpty();
    }
}
