package dev.signalbox.provider.kubernetes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;

/// Brings lines of several containers into the order of their time. Each line waits a moment for older ones of other
/// containers; one that comes later than that stands where it came. Behind the time of each stands which container wrote
/// it, then U+2502 and a blank: names in Kubernetes hold neither, so a container cannot write in another's name.
final class LogMerge {

    static final Duration PATIENCE = Duration.ofMillis(250);

    /// Bytes that wait at most: then writers wait, and with them the server.
    private static final int MOST = 4 << 20;

    private static final byte[] BAR = " \u2502 ".getBytes(StandardCharsets.UTF_8);

    private final LongSupplier ticker;
    private final PriorityQueue<Line> waiting =
            new PriorityQueue<>(Comparator.comparing(Line::at).thenComparing(Line::number));
    private final ArrayDeque<Line> arrivals = new ArrayDeque<>();
    private long number;
    private int bytes;

    private record Line(Instant at, long number, long arrived, byte[] text) {}

    /// @param ticker nanoseconds
    LogMerge(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /// @param source empty for a line of our own
    /// @param line as sent, with its time before it when `stamp` is not zero
    /// @param stamp bytes of the time, without the blank behind it
    synchronized void add(Instant at, String source, byte[] line, int stamp) throws InterruptedException {
        while (bytes > MOST) {
            wait();
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream(line.length + source.length() + 8);
        text.write(line, 0, stamp);
        if (stamp > 0) {
            text.write(' ');
        }
        if (!source.isEmpty()) {
            text.writeBytes(source.getBytes(StandardCharsets.UTF_8));
            text.writeBytes(BAR);
        }
        int from = stamp < line.length && stamp > 0 ? stamp + 1 : stamp;
        text.write(line, from, line.length - from);
        text.write('\n');
        Line added = new Line(at, number++, ticker.getAsLong(), text.toByteArray());
        waiting.add(added);
        arrivals.add(added);
        bytes += added.text().length;
    }

    /// A line of our own, after all that came before it.
    synchronized void say(String words) throws InterruptedException {
        Instant latest = arrivals.stream().map(Line::at).max(Comparator.naturalOrder()).orElse(Instant.MIN);
        add(latest, "", ("(" + words + ")").getBytes(StandardCharsets.UTF_8), 0);
    }

    /// Takes out what has waited long enough, and everything older than that; all when too much waits.
    synchronized byte[] settled() {
        long now = ticker.getAsLong();
        Instant until = Instant.MIN;
        boolean some = false;
        while (!arrivals.isEmpty()
                && (bytes > MOST || now - arrivals.getFirst().arrived() >= PATIENCE.toNanos())) {
            Instant at = arrivals.removeFirst().at();
            until = at.isAfter(until) ? at : until;
            some = true;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (some && !waiting.isEmpty() && !waiting.peek().at().isAfter(until)) {
            Line line = waiting.remove();
            all.writeBytes(line.text());
            bytes -= line.text().length;
        }
        notifyAll();
        return all.toByteArray();
    }
}
