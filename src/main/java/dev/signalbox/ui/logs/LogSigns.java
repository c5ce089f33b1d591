package dev.signalbox.ui.logs;

import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What a log tells about itself: numbers and sentences beside its lines.
final class LogSigns {

    private final ReadOnlyIntegerWrapper lines = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyIntegerWrapper errors = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper hidden = new ReadOnlyStringWrapper("");
    private final ReadOnlyLongWrapper layout = new ReadOnlyLongWrapper(0);
    private final ReadOnlyLongWrapper growth = new ReadOnlyLongWrapper(0);
    private final ReadOnlyLongWrapper arrivals = new ReadOnlyLongWrapper(0);

    ReadOnlyIntegerWrapper lines() {
        return lines;
    }

    ReadOnlyIntegerWrapper errors() {
        return errors;
    }

    /// The line that is pointed at, or −1.
    ReadOnlyIntegerWrapper current() {
        return current;
    }

    /// Said in place of lines; empty when there are lines.
    ReadOnlyStringWrapper words() {
        return words;
    }

    /// Why the latest attempt to fetch it failed.
    ReadOnlyStringWrapper problem() {
        return problem;
    }

    /// How large the log is, how far it was read, how many groups are folded, what is said of it.
    ReadOnlyStringWrapper state() {
        return state;
    }

    /// `12 control sequences hidden`, or empty.
    ReadOnlyStringWrapper hidden() {
        return hidden;
    }

    /// Grows when other lines are shown than before.
    ReadOnlyLongWrapper layout() {
        return layout;
    }

    /// Grows when further lines were added at the end.
    ReadOnlyLongWrapper growth() {
        return growth;
    }

    /// Grows when lines have come that were asked for.
    ReadOnlyLongWrapper arrivals() {
        return arrivals;
    }

    /// There is no log any more.
    void forget() {
        lines.set(0);
        errors.set(0);
        current.set(-1);
        state.set("");
        hidden.set("");
    }

    static void raise(ReadOnlyLongWrapper counter) {
        counter.set(counter.get() + 1);
    }
}
