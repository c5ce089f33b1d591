package dev.signalbox.ui.logs;

import dev.signalbox.domain.text.Redaction;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/// How a log is shown; stays from one log to the next.
final class LogOptions {

    private static final int CONTEXT = 2;

    private final ObjectProperty<LogTimes> times = new SimpleObjectProperty<>(LogTimes.CLOCK);
    private final BooleanProperty wrap = new SimpleBooleanProperty(false);
    private final BooleanProperty raw = new SimpleBooleanProperty(false);
    private final BooleanProperty filter = new SimpleBooleanProperty(false);
    private final IntegerProperty context = new SimpleIntegerProperty(CONTEXT);
    private final BooleanProperty follow = new SimpleBooleanProperty(true);
    private volatile Supplier<Redaction> known = () -> Redaction.SHAPES_ONLY;

    /// @param layout told when other lines are to be shown
    /// @param reading told when lines are to be read in another way
    LogOptions(Runnable layout, Runnable reading) {
        filter.addListener((property, before, now) -> layout.run());
        context.addListener((property, before, now) -> {
            if (filter.get()) {
                layout.run();
            }
        });
        raw.addListener((property, before, now) -> reading.run());
    }

    /// From now on the secrets that the console holds are hidden too, beside what looks like one.
    void hideWith(Supplier<Redaction> secrets) {
        known = secrets;
    }

    /// What is hidden at this moment; on any thread.
    Redaction redaction() {
        return known.get();
    }

    ObjectProperty<LogTimes> times() {
        return times;
    }

    /// Whether a line that is too long goes on below itself.
    BooleanProperty wrap() {
        return wrap;
    }

    /// Whether lines are shown as they were sent, with escapes.
    BooleanProperty raw() {
        return raw;
    }

    /// Whether only lines that hold what is looked for are shown, with some around them.
    BooleanProperty filter() {
        return filter;
    }

    /// How many lines are shown around each.
    IntegerProperty context() {
        return context;
    }

    /// Whether the end of a log that goes on is kept in sight.
    BooleanProperty follow() {
        return follow;
    }
}
