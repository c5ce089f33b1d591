package dev.signalbox.ui.logs;

import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.logs.LogIndex;
import dev.signalbox.logs.LogLine;
import dev.signalbox.ui.words.Numbers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// One log: its lines from disk, errors, search. Files are read in the background only.
public final class LogViewModel {

    /// More lines than this are not copied at once.
    static final int MOST_COPIED = 10_000;

    private final Executor background;
    private final Executor fx;
    /// Counts what is shown, so that an answer about an earlier log or search is told from a current one.
    private final AtomicLong showing = new AtomicLong();
    private final LogHits hits;
    private @Nullable LogFile file;
    private @Nullable LogPages pages;

    private final ReadOnlyIntegerWrapper lines = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyIntegerWrapper errors = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper size = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper times = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyLongWrapper arrivals = new ReadOnlyLongWrapper(0);

    public LogViewModel(Executor background, Executor fx) {
        this.background = background;
        this.fx = fx;
        hits = new LogHits(background, fx, this::goTo);
    }

    // Properties

    ReadOnlyIntegerProperty lines() {
        return lines.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty errors() {
        return errors.getReadOnlyProperty();
    }

    /// The line that is pointed at, or −1.
    ReadOnlyIntegerProperty current() {
        return current.getReadOnlyProperty();
    }

    /// Said in place of lines; empty when there are lines.
    public ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyStringProperty size() {
        return size.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty times() {
        return times.getReadOnlyProperty();
    }

    /// Grows when lines have come that were asked for.
    ReadOnlyLongProperty arrivals() {
        return arrivals.getReadOnlyProperty();
    }

    LogHits hits() {
        return hits;
    }

    /// A line, or nothing while it is being read.
    @Nullable
    LogLine line(int number) {
        return pages == null ? null : pages.line(number);
    }

    // Commands

    /// Shows a log, or says why there is none yet.
    public void show(ShownLog log) {
        problem.set(log.problem());
        LogFile next = log.file();
        if (next == null) {
            if (file != null) {
                forget();
            }
            words.set(log.words());
        } else if (!next.equals(file)) {
            forget();
            file = next;
            words.set("Reading the log…");
            open(next);
        }
    }

    void toggleTimes() {
        times.set(!times.get());
    }

    /// Points at the first error after the current line, or at the first of all.
    public void nextError() {
        moveToError(1);
    }

    /// Points at the last error before the current line, or at the last of all.
    public void previousError() {
        moveToError(-1);
    }

    public void nextHit() {
        hits.next();
    }

    public void previousHit() {
        hits.previous();
    }

    void find(String text) {
        hits.find(pages == null ? null : pages.index(), text, current.get());
    }

    void point(int line) {
        current.set(line);
    }

    /// Gives the text of some lines as it is shown, without what was hidden.
    void copy(List<Integer> numbers, Consumer<String> taker) {
        LogPages from = pages;
        if (from == null) {
            return;
        }
        List<Integer> wanted = numbers.stream().sorted().limit(MOST_COPIED).toList();
        background.execute(() -> {
            StringBuilder text = new StringBuilder();
            try {
                for (int number : wanted) {
                    text.append(from.index().line(number).text()).append('\n');
                }
            } catch (IOException e) {
                text.append("(The log file cannot be read any more.)\n");
            }
            fx.execute(() -> taker.accept(text.toString()));
        });
    }

    private void open(LogFile wanted) {
        long mine = showing.incrementAndGet();
        background.execute(() -> {
            try {
                LogIndex index = LogIndex.open(wanted.path(), () -> showing.get() != mine);
                Map<Integer, List<LogLine>> near = LogPages.near(index, index.errors() > 0 ? index.error(0) : 0);
                fx.execute(() -> take(mine, index, near));
            } catch (IOException e) {
                fx.execute(() -> {
                    if (showing.get() == mine) {
                        words.set("The log cannot be read from this disk: " + e.getClass().getSimpleName() + ".");
                    }
                });
            }
        });
    }

    private void take(long mine, LogIndex index, Map<Integer, List<LogLine>> near) {
        if (showing.get() != mine) {
            close(index);
            return;
        }
        pages = new LogPages(index, near, background, fx, () -> arrivals.set(arrivals.get() + 1));
        errors.set(index.errors());
        size.set(Numbers.bytes(index.bytes()) + (index.isWhole() ? "" : " · too many lines, the end is not shown"));
        words.set(index.lines() == 0 ? "The log is empty." : "");
        lines.set(index.lines());
        if (index.errors() > 0) {
            goTo(index.error(0));
        }
        hits.again(index);
    }

    private void forget() {
        long unused = showing.incrementAndGet();
        LogPages old = pages;
        pages = null;
        file = null;
        hits.clear();
        lines.set(0);
        errors.set(0);
        current.set(-1);
        size.set("");
        if (old != null) {
            background.execute(() -> close(old.index()));
        }
    }

    private void moveToError(int by) {
        int count = errors.get();
        if (pages == null || count == 0) {
            return;
        }
        LogIndex index = pages.index();
        int at = by > 0 ? 0 : count - 1;
        for (int i = at; i >= 0 && i < count; i += by) {
            if (by > 0 ? index.error(i) > current.get() : index.error(i) < current.get()) {
                at = i;
                break;
            }
        }
        goTo(index.error(at));
    }

    private void goTo(int line) {
        current.set(line);
    }

    private static void close(LogIndex index) {
        try {
            index.close();
        } catch (IOException e) {
            // Nothing is lost: it was only read.
            return;
        }
    }
}
