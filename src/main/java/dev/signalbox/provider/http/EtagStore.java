package dev.signalbox.provider.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Answers kept with their ETags. Nothing is ever served from here without asking: a `max-age` is ignored, because a
/// release that is a minute old is wrong. The least recently used answers go when the room is used up, and those that
/// nobody asked for in a while: a run that is over is read once and never again. Bodies wait packed: nobody needs
/// them between two answers.
final class EtagStore {

    /// One kept answer.
    ///
    /// @param etag byte for byte as it came, with `W/`
    record Kept(String etag, Packed body, AnswerHeaders headers) {}

    private record Used(Kept kept, Instant at) {}

    private final long mostBytes;
    private final int mostAnswers;
    private final Duration longestUnused;
    private final InstantSource clock;
    private final Map<String, Used> answers = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /// @param mostBytes all bodies together, packed; a body that would take more than a quarter of it is not kept. How
    ///     much becomes of one when it is asked for is bounded where answers come in
    /// @param longestUnused longer than the slowest poll waits
    EtagStore(long mostBytes, int mostAnswers, Duration longestUnused, InstantSource clock) {
        this.mostBytes = mostBytes;
        this.mostAnswers = mostAnswers;
        this.longestUnused = longestUnused;
        this.clock = clock;
    }

    synchronized Optional<Kept> find(String key) {
        Used found = answers.computeIfPresent(key, (same, used) -> new Used(used.kept(), clock.instant()));
        return Optional.ofNullable(found).map(Used::kept);
    }

    synchronized void keep(String key, Kept kept) {
        forget(key);
        if (kept.body().size() > mostBytes / 4) {
            return;
        }
        Instant now = clock.instant();
        answers.put(key, new Used(kept, now));
        bytes += kept.body().size();
        Instant unusedSince = now.minus(longestUnused);
        Iterator<Used> oldest = answers.values().iterator();
        while (oldest.hasNext()) {
            Used next = oldest.next();
            if (bytes <= mostBytes && answers.size() <= mostAnswers && !next.at().isBefore(unusedSince)) {
                return;
            }
            bytes -= next.kept().body().size();
            oldest.remove();
        }
    }

    synchronized void forget(String key) {
        Used gone = answers.remove(key);
        if (gone != null) {
            bytes -= gone.kept().body().size();
        }
    }

    synchronized int size() {
        return answers.size();
    }
}
