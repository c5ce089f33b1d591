package dev.signalbox.domain;

import java.time.Instant;

/// What one attempt to read something from outside gave: a value or a problem, and when.
public sealed interface Answer<T> {

    /// When the attempt ended.
    Instant at();

    /// The value that was read.
    record Good<T>(T value, Instant at) implements Answer<T> {}

    /// Why it could not be read.
    record Bad<T>(RemoteProblem problem, Instant at) implements Answer<T> {}
}
