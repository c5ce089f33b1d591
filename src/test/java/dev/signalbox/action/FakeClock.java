package dev.signalbox.action;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Time that passes only when somebody waits.
final class FakeClock implements InstantSource {

    static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration length) {
        now = now.plus(length);
    }
}
