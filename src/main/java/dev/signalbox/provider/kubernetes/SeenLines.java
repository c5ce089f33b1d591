package dev.signalbox.provider.kubernetes;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The last lines of one container's log, so that a log that is opened again goes on where it broke off. The kubelet cuts
/// `sinceTime` to whole seconds, and lines of two outputs may stand a little out of order: a second too much is asked for,
/// and the lines that were told already are left out.
final class SeenLines {

    private static final Duration OVERLAP = Duration.ofSeconds(1);

    /// Far more than a container writes in two seconds; one that writes more goes on by its times alone.
    private static final int MOST = 50_000;

    private final ArrayDeque<Seen> recent = new ArrayDeque<>();
    private final Map<Long, Integer> expected = new HashMap<>();
    private Instant last = Instant.MIN;
    private Instant forgotten = Instant.MIN;

    private record Seen(Instant at, long line) {}

    /// From when on the log is to be asked for; absent when nothing was seen.
    @Nullable
    Instant since() {
        return last.equals(Instant.MIN) ? null : last.minus(OVERLAP).truncatedTo(ChronoUnit.SECONDS);
    }

    /// The log is opened again.
    void again() {
        expected.clear();
        recent.forEach(seen -> expected.merge(seen.line(), 1, Integer::sum));
    }

    /// Another container writes: nothing of it was seen.
    void forget() {
        recent.clear();
        expected.clear();
        last = Instant.MIN;
        forgotten = Instant.MIN;
    }

    /// @param line the whole line with its time
    /// @return whether it is told for the first time
    boolean isNew(Instant at, byte[] line) {
        long key = key(line);
        if (!at.isAfter(forgotten)) {
            return false;
        }
        Integer times = expected.get(key);
        if (times != null) {
            if (times == 1) {
                expected.remove(key);
            } else {
                expected.put(key, times - 1);
            }
            return false;
        }
        last = at.isAfter(last) ? at : last;
        recent.add(new Seen(at, key));
        Instant old = last.minus(OVERLAP.plusSeconds(1));
        while (recent.getFirst().at().isBefore(old)) {
            recent.removeFirst();
        }
        if (recent.size() > MOST) {
            Instant dropped = recent.removeFirst().at();
            forgotten = dropped.isAfter(forgotten) ? dropped : forgotten;
        }
        return true;
    }

    /// Two lines of the same second that share 64 bits do not happen.
    private static long key(byte[] line) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : line) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }
}
