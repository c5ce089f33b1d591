package dev.signalbox.ui.logs;

import dev.signalbox.domain.text.Redaction;
import dev.signalbox.logs.LogIndex;
import dev.signalbox.logs.LogLine;
import dev.signalbox.logs.LogQuery;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import org.jspecify.annotations.Nullable;

/// One log: its lines from disk, which of them are shown, errors, search. Files are read in the background only.
public final class LogViewModel {

    private final Executor background;
    private final Executor fx;
    private final LogHits hits;
    private final LogOptions options = new LogOptions(this::laidOutAnew, this::readAnew);
    private final LogExcerpts excerpts;
    private final LogSigns signs = new LogSigns();
    private final LogLayout layout = new LogLayout();
    private ShownLog shown = ShownLog.none("");
    private @Nullable LogReader reader;
    private @Nullable LogPages pages;
    private @Nullable Instant first;
    private int wantedLine = -1;
    private boolean pointed;

    /// @param background where files are read
    /// @param fx the screen's thread
    public LogViewModel(Executor background, Executor fx) {
        this.background = background;
        this.fx = fx;
        hits = new LogHits(background, fx, this::goTo, this::hitsChanged);
        excerpts = new LogExcerpts(options::redaction, background, fx);
    }

    // Properties

    /// Why the latest attempt to fetch it failed; empty when it did not.
    public ReadOnlyStringProperty problem() {
        return signs.problem().getReadOnlyProperty();
    }

    LogSigns signs() {
        return signs;
    }

    /// Said in place of lines; empty when there are lines.
    public ReadOnlyStringProperty words() {
        return signs.words().getReadOnlyProperty();
    }

    LogOptions options() {
        return options;
    }

    LogHits hits() {
        return hits;
    }

    LogExcerpts excerpts() {
        return excerpts;
    }

    ShownLog shown() {
        return shown;
    }

    LogRows rows() {
        return layout.rows();
    }

    /// A line, or nothing while it is being read.
    @Nullable
    LogLine line(int number) {
        return pages == null ? null : pages.line(number);
    }

    /// What is written before a line; empty when times are off or it has none.
    String timeOf(LogLine line) {
        if (first == null && line.time() != null) {
            first = line.time();
        }
        return options.times().get().words(line.time(), shown.start() == null ? first : shown.start());
    }

    /// `12 lines folded, 1 error`; empty when a line begins no folded group.
    String foldOf(int line) {
        return layout.foldOf(line);
    }

    boolean beginsGroup(int line) {
        return layout.beginsGroup(line);
    }

    // Commands

    /// From now on the secrets that the console holds are hidden too.
    public void hideWith(Supplier<Redaction> secrets) {
        options.hideWith(secrets);
    }

    /// Shows a log, or says why there is none yet.
    public void show(ShownLog log) {
        signs.problem().set(log.problem());
        LogReader before = reader;
        boolean same = before != null && log.isSameFileAs(shown);
        boolean grew = same && !Objects.equals(log.file(), shown.file());
        shown = log;
        if (log.file() == null) {
            forget();
            signs.words().set(log.words());
        } else if (before == null || !same) {
            forget();
            signs.words().set("Reading the log…");
            open(log.file().path());
        } else if (grew) {
            before.read();
        } else {
            tellState(true);
        }
    }

    /// Points at a line as soon as it was read.
    ///
    /// @param line counted from 1, as it is shown
    public void openAt(int line) {
        wantedLine = line - 1;
        takeWanted();
    }

    /// Points at the first error after the current line, or at the first of all.
    public void nextError() {
        goTo(pages == null ? -1 : pages.index().errors().after(signs.current().get()));
    }

    /// Points at the last error before the current line, or at the last of all.
    public void previousError() {
        goTo(pages == null ? -1 : pages.index().errors().before(signs.current().get()));
    }

    public void nextHit() {
        hits.next(signs.current().get());
    }

    public void previousHit() {
        hits.previous(signs.current().get());
    }

    void find(LogQuery query) {
        hits.find(pages == null ? null : pages.index(), query, signs.current().get());
    }

    void point(int line) {
        pointed = true;
        signs.current().set(line);
    }

    void toggleFold(int line) {
        if (layout.toggle(line)) {
            laidOutAnew();
        }
    }

    void foldAll(boolean fold) {
        layout.foldAll(fold);
        laidOutAnew();
    }

    void copy(List<Integer> chosenRows, LogExcerpts.Form form, Consumer<String> taker) {
        if (pages != null) {
            excerpts.copy(pages.index(), chosenRows.stream().map(layout.rows()::line).sorted().toList(), form, taker);
        }
    }

    void save(Path to, LogExcerpts.Form form) {
        if (pages != null && shown.file() != null) {
            excerpts.save(pages.index(), shown.file().path(), to, form);
        }
    }

    private void open(Path path) {
        LogReader opened =
                new LogReader(path, shown.kind() == ShownLog.Kind.LIVE_MERGED, background, fx, new LogReader.Told() {
                    @Override
                    public void begun(LogIndex index) {
                        pages = pages(index);
                        layout.begin(index);
                    }

                    @Override
                    public void grown(boolean atEnd) {
                        grew(atEnd);
                    }

                    @Override
                    public void failed(String sentence) {
                        signs.words().set(sentence);
                    }
                });
        reader = opened;
        opened.read();
    }

    private LogPages pages(LogIndex index) {
        return new LogPages(index, options, background, fx, () -> LogSigns.raise(signs.arrivals()));
    }

    private void grew(boolean atEnd) {
        LogPages now = pages;
        if (now == null) {
            return;
        }
        int count = now.index().lines();
        boolean begun = signs.lines().get() == 0;
        now.grown();
        signs.errors().set(now.index().errors().count());
        signs.words().set(count > 0 ? "" : atEnd ? "The log is empty." : "Reading the log…");
        signs.lines().set(count);
        layOut();
        LogSigns.raise(begun ? signs.layout() : signs.growth());
        if (begun && !hits.query().isEmpty()) {
            hits.find(now.index(), hits.query(), 0);
        } else {
            hits.goOn();
        }
        takeWanted();
        if (!pointed && !shown.kind().goesOn() && signs.current().get() < 0 && signs.errors().get() > 0) {
            goTo(now.index().errors().at(0));
        }
        tellState(atEnd);
        if (atEnd) {
            wantedLine = shown.kind().goesOn() ? wantedLine : -1;
            excerpts.countHidden(now.index(), signs.hidden()::set);
        }
    }

    private void takeWanted() {
        if (wantedLine >= 0 && wantedLine < signs.lines().get()) {
            goTo(wantedLine);
            wantedLine = -1;
        }
    }

    private void tellState(boolean atEnd) {
        if (pages != null) {
            signs.state().set(LogWords.size(pages.index(), atEnd) + layout.words() + shown.goingOn());
        }
    }

    private void layOut() {
        layout.renew(signs.lines().get(), options.filter().get() ? hits.lines() : null, options.context().get());
    }

    private void laidOutAnew() {
        layOut();
        tellState(true);
        LogSigns.raise(signs.layout());
    }

    private void readAnew() {
        pages = pages == null ? null : pages(pages.index());
        LogSigns.raise(signs.arrivals());
    }

    private void hitsChanged() {
        if (options.filter().get()) {
            laidOutAnew();
        }
        LogSigns.raise(signs.arrivals());
    }

    private void forget() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
        pages = null;
        hits.stop();
        excerpts.forget();
        layout.forget();
        first = null;
        pointed = false;
        signs.forget();
        laidOutAnew();
    }

    private void goTo(int line) {
        if (!options.filter().get() && line >= 0 && layout.reveal(line)) {
            laidOutAnew();
        }
        signs.current().set(line < 0 ? signs.current().get() : line);
    }
}
