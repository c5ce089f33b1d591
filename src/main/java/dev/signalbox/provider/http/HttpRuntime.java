package dev.signalbox.provider.http;

import dev.signalbox.domain.text.Redaction;
import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// What the door takes from the machine.
///
/// @param clock wall time
/// @param ticker nanoseconds for durations
/// @param random jitter between tries
/// @param threads makes the (virtual) threads that exchanges run on
/// @param known the secrets that the console holds: they are in no text that the door hands on or keeps
public record HttpRuntime(
        InstantSource clock,
        LongSupplier ticker,
        RandomGenerator random,
        ThreadFactory threads,
        Supplier<Redaction> known) {

    /// Of a machine that holds no secrets but the account's own.
    public HttpRuntime(
            InstantSource clock, LongSupplier ticker, RandomGenerator random, ThreadFactory threads) {
        this(clock, ticker, random, threads, () -> Redaction.SHAPES_ONLY);
    }
}
