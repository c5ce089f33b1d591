package dev.signalbox.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;

/// Watches the screen's pulses for a while: how many there were, and how busy the screen's thread was. A pulse waits for
/// the frame before it to be drawn, so pulses a second are frames a second.
final class Pulses {

    private static final double NANOS = 1e9;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private double rate;
    private double share;

    /// What is done in each pulse, before it is laid out.
    @FunctionalInterface
    interface EachPulse {
        void at(long nanos);
    }

    /// Watches for so long.
    static Pulses watch(double seconds, EachPulse each) throws Exception {
        Pulses pulses = new Pulses();
        Counter counter = BoardWindow.call(() -> new Counter(each));
        long thread = BoardWindow.call(() -> Thread.currentThread().threadId());
        long begin = System.nanoTime();
        long busy = pulses.threads.getThreadCpuTime(thread);
        BoardWindow.call(() -> {
            counter.start();
            return true;
        });
        // Nothing counts this down: the wait is the measuring time.
        boolean ended = new CountDownLatch(1).await((long) (seconds * 1_000), TimeUnit.MILLISECONDS);
        BoardWindow.call(() -> {
            counter.stop();
            return ended;
        });
        double lasted = System.nanoTime() - begin;
        pulses.rate = counter.count / lasted * NANOS;
        pulses.share = (pulses.threads.getThreadCpuTime(thread) - busy) / lasted * 100;
        return pulses;
    }

    double perSecond() {
        return rate;
    }

    /// In percent of one core.
    double threadShare() {
        return share;
    }

    private static final class Counter extends AnimationTimer {

        private final EachPulse each;
        private long count;

        Counter(EachPulse each) {
            this.each = each;
        }

        @Override
        public void handle(long nanos) {
            count++;
            each.at(nanos);
        }
    }
}
