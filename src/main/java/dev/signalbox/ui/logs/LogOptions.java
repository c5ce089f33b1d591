package dev.signalbox.ui.logs;

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
