package dev.signalbox.practice.github.world;

/// Ever growing numbers. Runs and jobs start beyond 32 bits, as the real ones do.
final class Ids {

    private long run = 19_400_000_000L;
    private long job = 55_100_000_000L;
    private long small = 820_400_000L;

    long nextRun() {
        return run += 17;
    }

    long nextJob() {
        return job += 3;
    }

    long next() {
        return small += 7;
    }
}
