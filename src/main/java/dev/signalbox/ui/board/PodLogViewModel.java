package dev.signalbox.ui.board;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.state.PodLogKey;
import dev.signalbox.ui.logs.LogViewModel;
import dev.signalbox.ui.logs.ShownLog;
import dev.signalbox.ui.words.Problems;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The log of one pod, or of all pods of a workload, from shortly before it was opened; followed while it is shown.
final class PodLogViewModel {

    static final String SCREEN = "pod-log";

    private final Consumer<Change> offer;
    private final LogViewModel log;
    private ConsoleState state = ConsoleState.EMPTY;
    private Instant now = Instant.EPOCH;
    private String pod = "";
    private @Nullable PodLogKey key;

    /// @param background where what was written to disk is read again
    /// @param fx the screen's thread
    PodLogViewModel(Consumer<Change> offer, Executor background, Executor fx) {
        this.offer = offer;
        log = new LogViewModel(background, fx);
    }

    // Properties

    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper previous = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper everyPod = new ReadOnlyBooleanWrapper(false);

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /// Whether the log of the container before its last restart is shown.
    ReadOnlyBooleanProperty previous() {
        return previous.getReadOnlyProperty();
    }

    /// Whether all pods of the workload are shown together.
    ReadOnlyBooleanProperty everyPod() {
        return everyPod.getReadOnlyProperty();
    }

    LogViewModel log() {
        return log;
    }

    // Commands

    void open(WorkloadKey workload, String name) {
        pod = name;
        look(new PodLogKey(workload, name, false));
        open.set(true);
    }

    /// Shows the log before the last restart, or the running one again.
    void togglePrevious() {
        PodLogKey shown = key;
        if (shown != null) {
            look(new PodLogKey(shown.workload(), shown.pod(), !shown.previous()));
        }
    }

    /// Shows all pods of the workload, or the one again.
    void toggleEveryPod() {
        PodLogKey shown = key;
        if (shown != null) {
            look(new PodLogKey(shown.workload(), shown.pod().isEmpty() ? pod : "", shown.previous()));
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
        log.show(ShownLog.none(""));
        offer.accept(new Change.FocusMoved(SCREEN, Focus.NOWHERE));
    }

    private void look(PodLogKey next) {
        key = next;
        boolean every = next.pod().isEmpty();
        title.set(SafeText.line(every ? "All pods of " + next.workload().name() : next.pod()));
        previous.set(next.previous());
        everyPod.set(every);
        offer.accept(new Change.FocusMoved(SCREEN, Focus.NOWHERE.withPodLogs(Set.of(next))));
        refresh();
    }

    private void refresh() {
        PodLogKey shown = key;
        if (shown == null) {
            return;
        }
        Reading<LogFile> reading = state.podLogs().getOrDefault(shown, Reading.never());
        LogFile file = reading.value();
        String problem = reading.problem() == null ? "" : Problems.sentence(reading.problem(), now);
        String words = problem.isEmpty()
                ? file == null ? "Reading the log…" : shown.previous() ? "it has ended" : "followed live"
                : file == null ? "" : "what is shown was read before";
        log.show(new ShownLog(title.get(), ShownLog.Kind.LIVE_MERGED, file, null, "", words, problem));
    }
}
