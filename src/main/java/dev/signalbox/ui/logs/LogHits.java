package dev.signalbox.ui.logs;

import dev.signalbox.logs.LineMatcher;
import dev.signalbox.logs.LineSet;
import dev.signalbox.logs.LogIndex;
import dev.signalbox.logs.LogQuery;
import dev.signalbox.logs.LogSearch;
import dev.signalbox.ui.words.Numbers;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What a search found in a log, and the way from one to the next. On the screen's thread; the search itself is not.
final class LogHits {

    private static final int TOLD_TIMES = 20;

    private final Executor background;
    private final Executor fx;
    private final IntConsumer goTo;
    private final Runnable changed;
    private LogQuery query = LogQuery.NOTHING;
    private @Nullable LineMatcher matcher;
    private @Nullable Hunt hunt;

    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

    /// @param goTo takes the line to be pointed at
    /// @param changed told when there are more or other hits
    LogHits(Executor background, Executor fx, IntConsumer goTo, Runnable changed) {
        this.background = background;
        this.fx = fx;
        this.goTo = goTo;
        this.changed = changed;
    }

    /// `2 of 14`, `nothing found`, why it cannot be searched, or empty.
    ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    LogQuery query() {
        return query;
    }

    /// The lines that hold what is looked for; nothing when nothing is.
    @Nullable
    LineSet lines() {
        return hunt == null ? null : hunt.hits;
    }

    boolean holds(int line) {
        return hunt != null && hunt.hits.contains(line);
    }

    /// Where it stands in the text of a line that holds it.
    List<LineMatcher.Range> ranges(String text) {
        return matcher == null ? List.of() : matcher.ranges(text);
    }

    /// Searches, beginning at a line; an earlier search is given up.
    void find(@Nullable LogIndex index, LogQuery wanted, int from) {
        stop();
        query = wanted;
        String problem = wanted.isEmpty() ? "" : wanted.problem();
        words.set(problem);
        matcher = wanted.isEmpty() || !problem.isEmpty() ? null : LineMatcher.shown(wanted);
        if (index != null && matcher != null) {
            words.set("searching…");
            hunt = new Hunt(index, wanted, Math.max(0, from));
            hunt.goOn();
        }
        changed.run();
    }

    /// The log has grown.
    void goOn() {
        if (hunt != null) {
            hunt.goOn();
        }
    }

    /// Nothing is shown any more; what is looked for is kept for the next log.
    void stop() {
        if (hunt != null) {
            hunt.stopped = true;
        }
        hunt = null;
        words.set("");
    }

    void next(int current) {
        if (hunt != null) {
            point(hunt.hits.after(current));
        }
    }

    void previous(int current) {
        if (hunt != null) {
            point(hunt.hits.before(current));
        }
    }

    private void point(int line) {
        if (hunt != null && line >= 0) {
            hunt.at = line;
            goTo.accept(line);
            words.set(hunt.words());
        }
    }

    private void take(Hunt from) {
        if (from != hunt) {
            return;
        }
        if (from.at < 0 && from.hits.count() > 0) {
            int first = from.hits.next(from.begin);
            if (first >= 0 || !from.busy) {
                point(first >= 0 ? first : from.hits.next(0));
            }
        }
        words.set(from.words());
        changed.run();
    }

    /// One search, from the first line to the last that there will be.
    private final class Hunt {
        private final LogIndex index;
        private final LogSearch search;
        private final LineSet hits = new LineSet();
        private final int begin;
        private final AtomicInteger wanted = new AtomicInteger();
        private volatile boolean stopped;
        private volatile boolean busy;
        private volatile int searched;
        private volatile String trouble = "";
        private int told;
        private int at = -1;

        Hunt(LogIndex index, LogQuery query, int begin) {
            this.index = index;
            this.begin = begin;
            search = new LogSearch(index, query, () -> stopped);
        }

        void goOn() {
            busy = true;
            if (wanted.getAndIncrement() == 0) {
                background.execute(this::work);
            }
        }

        private void work() {
            int seen;
            do {
                seen = wanted.get();
                try {
                    if (trouble.isEmpty() && !search.run(index.lines(), hits, this::passed)) {
                        trouble = "stopped at line " + Numbers.grouped(search.searched() + 1L)
                                + ": this expression takes too long there";
                    }
                } catch (IOException e) {
                    trouble = "the log cannot be read any more";
                }
            } while (!wanted.compareAndSet(seen, 0));
            busy = false;
            fx.execute(() -> take(this));
        }

        private void passed(int line) {
            searched = line;
            boolean first = told == 0 && hits.count() > 0;
            if (first || line - told > index.lines() / TOLD_TIMES) {
                told = line;
                fx.execute(() -> take(this));
            }
        }

        String words() {
            int count = hits.count();
            String found = count == 0
                    ? busy || !trouble.isEmpty() ? "" : "nothing found"
                    : at < 0
                            ? Numbers.counted(count, "line", "lines")
                            : Numbers.grouped(hits.countBefore(at) + 1L) + " of " + Numbers.grouped(count);
            if (!trouble.isEmpty()) {
                return found.isEmpty() ? trouble : found + ", " + trouble;
            }
            if (!busy) {
                return found;
            }
            long percent = 100L * searched / Math.max(1, index.lines());
            return (found + " searching… " + percent + " %").strip();
        }
    }
}
