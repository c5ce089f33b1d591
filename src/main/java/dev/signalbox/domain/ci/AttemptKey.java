package dev.signalbox.domain.ci;

/// One attempt of a run.
///
/// @param number from 1
public record AttemptKey(RunId run, int number) {}
