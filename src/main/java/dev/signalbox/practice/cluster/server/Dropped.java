package dev.signalbox.practice.cluster.server;

/// Ends a connection without an answer: the HTTP server closes the socket of a handler that fails.
final class Dropped extends RuntimeException {

    Dropped() {
        super("the practice cluster cannot be reached", null, false, false);
    }
}
