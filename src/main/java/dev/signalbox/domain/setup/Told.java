package dev.signalbox.domain.setup;

/// What is known of a yes-or-no question to a server.
public enum Told {
    /// The server said so.
    YES,
    /// The server said that it is not so.
    NO,
    /// It was not asked, or cannot be known without changing something.
    UNKNOWN;

    /// Yes or no.
    public static Told of(boolean known) {
        return known ? YES : NO;
    }
}
