package dev.signalbox.provider.http;

import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// What the door takes from the machine.
///
/// @param clock wall time
/// @param ticker nanoseconds for durations
/// @param random jitter between tries
/// @param threads makes the (virtual) threads that exchanges run on
public record HttpRuntime(InstantSource clock, LongSupplier ticker, RandomGenerator random, ThreadFactory threads) {}
