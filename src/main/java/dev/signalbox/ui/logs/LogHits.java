package dev.signalbox.ui.logs;

import dev.signalbox.logs.LogIndex;
import dev.signalbox.ui.words.Numbers;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What a search found in a log, and the way from one to the next. On the screen's thread; the search itself is not.
final class LogHits {

    private static final int MOST = 1_000_000;

    private final Executor background;
    private final Executor fx;
    private final IntConsumer goTo;
    private final AtomicLong searches = new AtomicLong();
    private String text = "";
    private int[] found = {};
    private int at = -1;

    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

    LogHits(Executor background, Executor fx, IntConsumer goTo) {
        this.background = background;
        this.fx = fx;
        this.goTo = goTo;
    }

    /// `2 of 14`, `nothing found`, or empty.
    ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    boolean holds(int line) {
        return Arrays.binarySearch(found, line) >= 0;
    }

    /// Searches, beginning at a line; an earlier search is given up.
    void find(@Nullable LogIndex index, String wanted, int from) {
        text = wanted;
        found = new int[0];
        at = -1;
        long mine = searches.incrementAndGet();
        if (index == null || wanted.isEmpty()) {
            words.set("");
            return;
        }
        words.set("searching…");
        background.execute(() -> {
            IntStream.Builder lines = IntStream.builder();
            int[] count = {0};
            try {
                index.find(
                        wanted,
                        line -> {
                            if (count[0]++ < MOST) {
                                lines.add(line);
                            }
                        },
                        () -> searches.get() != mine);
            } catch (IOException e) {
                fx.execute(() -> tell(mine, "the log cannot be read any more"));
                return;
            }
            int[] result = lines.build().toArray();
            fx.execute(() -> take(mine, result, from));
        });
    }

    /// The same search in another log.
    void again(LogIndex index) {
        if (!text.isEmpty()) {
            find(index, text, -1);
        }
    }

    void clear() {
        long unused = searches.incrementAndGet();
        found = new int[0];
        at = -1;
        words.set("");
    }

    void next() {
        move(1);
    }

    void previous() {
        move(-1);
    }

    private void move(int by) {
        if (found.length > 0) {
            at = Math.floorMod(at + by, found.length);
            tellPlace();
        }
    }

    private void take(long mine, int[] result, int from) {
        if (searches.get() != mine) {
            return;
        }
        found = result;
        if (found.length == 0) {
            words.set("nothing found");
            return;
        }
        int place = Arrays.binarySearch(found, Math.max(0, from));
        at = Math.min(found.length - 1, place >= 0 ? place : -place - 1);
        tellPlace();
    }

    private void tell(long mine, String sentence) {
        if (searches.get() == mine) {
            words.set(sentence);
        }
    }

    private void tellPlace() {
        words.set(Numbers.grouped(at + 1) + " of " + Numbers.grouped(found.length));
        goTo.accept(found[at]);
    }
}
