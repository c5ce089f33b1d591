package dev.signalbox.testing.faults;

import java.io.IOException;
import java.time.Duration;

/// What the server does with one request that it has read completely.
@FunctionalInterface
public interface Behaviour {

    /// Answers, or fails to.
    void play(ReceivedRequest request, Line line) throws IOException;

    /// This, after a wait.
    default Behaviour after(Duration wait) {
        return (request, line) -> {
            line.pause(wait);
            play(request, line);
        };
    }
}
