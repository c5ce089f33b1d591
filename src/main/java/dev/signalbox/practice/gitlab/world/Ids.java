package dev.signalbox.practice.gitlab.world;

/// Ever growing numbers. Pipelines and jobs are beyond 31 bits, as the real ones are.
final class Ids {

    private long pipeline = 2_190_000_000L;
    private long job = 12_310_000_000L;
    private long small = 61_000_000L;

    long nextPipeline() {
        return pipeline += 13;
    }

    long nextJob() {
        return job += 3;
    }

    long next() {
        return small += 7;
    }
}
