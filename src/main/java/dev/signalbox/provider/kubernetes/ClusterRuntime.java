package dev.signalbox.provider.kubernetes;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// What a cluster connection takes from the machine.
///
/// @param clock wall time
/// @param ticker nanoseconds for durations
/// @param random jitter between tries
/// @param threads makes the (virtual) threads that watch, and those that carry what is read and written
/// @param environment what credential programs inherit; must not hold secrets of the console
/// @param learned told every token that is sent to the cluster, before it is
public record ClusterRuntime(
        InstantSource clock,
        LongSupplier ticker,
        RandomGenerator random,
        ThreadFactory threads,
        Map<String, String> environment,
        Consumer<List<String>> learned) {

    /// For somebody who keeps nothing of what is read.
    public ClusterRuntime(
            InstantSource clock, LongSupplier ticker, RandomGenerator random, ThreadFactory threads,
            Map<String, String> environment) {
        this(clock, ticker, random, threads, environment, secrets -> {});
    }
}
