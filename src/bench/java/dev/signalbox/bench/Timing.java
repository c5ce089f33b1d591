package dev.signalbox.bench;

import java.util.Arrays;

/// Wall-clock times of the same work done again and again, sorted, in nanoseconds.
final class Timing {

    private static final double NANOS_PER_MILLI = 1_000_000;

    private final long[] sorted;

    private Timing(long[] sorted) {
        this.sorted = sorted;
    }

    /// Does the work `warmUps` times unmeasured and then `runs` times measured.
    static Timing of(int warmUps, int runs, Work work) throws Exception {
        for (int i = 0; i < warmUps; i++) {
            work.run();
        }
        long[] times = new long[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            work.run();
            times[i] = System.nanoTime() - start;
        }
        return ofNanos(times);
    }

    /// Times that were measured elsewhere.
    static Timing ofNanos(long... times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return new Timing(sorted);
    }

    double medianMillis() {
        return atMillis(0.5);
    }

    double p99Millis() {
        return atMillis(0.99);
    }

    private double atMillis(double share) {
        if (sorted.length == 0) {
            throw new IllegalStateException("nothing was timed");
        }
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, index)] / NANOS_PER_MILLI;
    }

    /// What is timed.
    interface Work {
        void run() throws Exception;
    }
}
