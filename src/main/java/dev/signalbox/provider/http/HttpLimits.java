package dev.signalbox.provider.http;

import java.time.Duration;

/// What one request may cost. Every number is a promise to the rest of the console: no answer can take more.
///
/// @param connect until a connection stands, TLS included
/// @param readDeadline total time of a read, from its turn to its last byte; it waits for its turn no longer than that
/// @param writeDeadline total time of a write
/// @param answerBytes largest answer, both as sent and after decompression
/// @param downloadBytes largest file
/// @param slowest bytes per second that a download must keep over [#slowestOver]
/// @param slowestOver the time over which a download's speed is judged
/// @param downloadDeadline total time of a download, however fast it goes on
/// @param together requests in flight to one host, without files that are coming
/// @param betweenWrites least time between the starts of two writes to one host
/// @param tries how often a read is tried in all
/// @param firstPause wait before the second try; doubles, with jitter
public record HttpLimits(
        Duration connect,
        Duration readDeadline,
        Duration writeDeadline,
        long answerBytes,
        long downloadBytes,
        long slowest,
        Duration slowestOver,
        Duration downloadDeadline,
        int together,
        Duration betweenWrites,
        int tries,
        Duration firstPause) {

    /// Files that may come at once from all hosts together, and as many logs. They take no place of those in flight while they come, so
    /// that large ones hold up nothing else.
    static final int DOWNLOADS = 3;

    /// What GitHub asks of polite clients, and what a person can wait for.
    public static HttpLimits standard() {
        return new HttpLimits(
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                16L << 20,
                2L << 30,
                1000,
                Duration.ofSeconds(30),
                Duration.ofMinutes(30),
                8,
                Duration.ofSeconds(1),
                3,
                Duration.ofMillis(500));
    }

    /// How long one address of a host may take to accept a connection. A name may have several, of which the first is
    /// dead where a network only seems to have IPv6: the next one still has its time.
    Duration connectOne() {
        return connect.dividedBy(3);
    }

    /// The same limits without waits between writes and tries: for loopback servers and tests.
    public HttpLimits withoutPauses() {
        return new HttpLimits(connect, readDeadline, writeDeadline, answerBytes, downloadBytes, slowest, slowestOver,
                downloadDeadline, together, Duration.ZERO, tries, Duration.ZERO);
    }

    /// The same limits with other deadlines for reads and writes.
    public HttpLimits withDeadline(Duration total) {
        return new HttpLimits(connect, total, total, answerBytes, downloadBytes, slowest, slowestOver,
                downloadDeadline, together, betweenWrites, tries, firstPause);
    }

    /// The same limits with another ceiling for answers.
    public HttpLimits withAnswerBytes(long bytes) {
        return new HttpLimits(connect, readDeadline, writeDeadline, bytes, downloadBytes, slowest, slowestOver,
                downloadDeadline, together, betweenWrites, tries, firstPause);
    }
}
