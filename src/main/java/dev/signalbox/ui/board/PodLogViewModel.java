package dev.signalbox.ui.board;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.logs.LogLine;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.state.PodLogKey;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.Problems;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The end of one pod's log, read again every few seconds while it is shown.
final class PodLogViewModel {

    static final String SCREEN = "pod-log";

    private final Consumer<Change> offer;
    private ConsoleState state = ConsoleState.EMPTY;
    private Instant now = Instant.EPOCH;
    private @Nullable PodLogKey key;
    private @Nullable String read;

    PodLogViewModel(Consumer<Change> offer) {
        this.offer = offer;
    }

    // Properties

    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper previous = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<List<LogLine>> lines = new ReadOnlyObjectWrapper<>(List.of());

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /// How fresh the lines are, or why there are none.
    ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    /// Whether the log of the container before its last restart is shown.
    ReadOnlyBooleanProperty previous() {
        return previous.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<LogLine>> lines() {
        return lines.getReadOnlyProperty();
    }

    // Commands

    void open(WorkloadKey workload, String pod) {
        look(new PodLogKey(workload, pod, false));
        open.set(true);
    }

    /// Shows the log before the last restart, or the running one again.
    void togglePrevious() {
        PodLogKey shown = key;
        if (shown != null) {
            look(new PodLogKey(shown.workload(), shown.pod(), !shown.previous()));
        }
    }

    void show(ConsoleState newest, Instant time) {
        state = newest;
        now = time;
        refresh();
    }

    void dismiss() {
        open.set(false);
        key = null;
        read = null;
        lines.set(List.of());
        offer.accept(new Change.FocusMoved(SCREEN, Focus.NOWHERE));
    }

    private void look(PodLogKey next) {
        key = next;
        read = null;
        lines.set(List.of());
        title.set(SafeText.line(next.pod()));
        previous.set(next.previous());
        offer.accept(new Change.FocusMoved(
                SCREEN, new Focus(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(next))));
        refresh();
    }

    private void refresh() {
        PodLogKey shown = key;
        if (shown == null) {
            return;
        }
        Reading<String> reading = state.podLogs().getOrDefault(shown, Reading.never());
        String text = reading.value();
        if (text != null && !text.equals(read)) {
            read = text;
            lines.set(text.lines().map(LogLine::of).toList());
        }
        words.set(wordsOf(reading));
    }

    private String wordsOf(Reading<String> reading) {
        if (reading.problem() != null) {
            return Problems.sentence(reading.problem(), now);
        }
        if (reading.value() == null) {
            return "Reading the log…";
        }
        return lines.get().isEmpty()
                ? "The log is empty."
                : "The last " + lines.get().size() + " lines · read " + Durations.ago(reading.readAt(), now);
    }
}
