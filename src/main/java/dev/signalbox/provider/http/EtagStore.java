package dev.signalbox.provider.http;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Answers kept with their ETags. Nothing is ever served from here without asking: a `max-age` is ignored, because a
/// release that is a minute old is wrong. The least recently used answers go when the room is used up.
final class EtagStore {

    /// One kept answer.
    ///
    /// @param etag byte for byte as it came, with `W/`
    record Kept(String etag, byte[] body, AnswerHeaders headers) {}

    private final long mostBytes;
    private final int mostAnswers;
    private final Map<String, Kept> answers = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    EtagStore(long mostBytes, int mostAnswers) {
        this.mostBytes = mostBytes;
        this.mostAnswers = mostAnswers;
    }

    synchronized Optional<Kept> find(String key) {
        return Optional.ofNullable(answers.get(key));
    }

    synchronized void keep(String key, Kept kept) {
        forget(key);
        if (kept.body().length > mostBytes / 4) {
            return;
        }
        answers.put(key, kept);
        bytes += kept.body().length;
        Iterator<Kept> oldest = answers.values().iterator();
        while ((bytes > mostBytes || answers.size() > mostAnswers) && oldest.hasNext()) {
            bytes -= oldest.next().body().length;
            oldest.remove();
        }
    }

    synchronized void forget(String key) {
        Kept gone = answers.remove(key);
        if (gone != null) {
            bytes -= gone.body().length;
        }
    }

    synchronized int size() {
        return answers.size();
    }
}
