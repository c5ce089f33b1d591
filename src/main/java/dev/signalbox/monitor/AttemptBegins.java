package dev.signalbox.monitor;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.AttemptTimes;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Runs;
import dev.signalbox.state.ConsoleState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Finds out when the attempts of a run began: from what was read anyway, and by asking only when artifacts cannot be
/// told apart without.
final class AttemptBegins {

    /// A run that was tried more often is told apart as far as this goes.
    private static final int MOST_ASKED = 6;

    private final Runs runs;
    private final Supplier<ConsoleState> state;

    AttemptBegins(Runs runs, Supplier<ConsoleState> state) {
        this.runs = runs;
        this.state = state;
    }

    AttemptTimes of(Run latest, List<Artifact> artifacts) {
        List<Run> read = new ArrayList<>();
        List<Integer> unread = new ArrayList<>();
        for (int attempt = latest.attempt() - 1; attempt > 1; attempt--) {
            Reading<Run> known = state.get().attempts().get(new AttemptKey(latest.id(), attempt));
            if (known != null && known.value() != null) {
                read.add(known.value());
            } else {
                unread.add(attempt);
            }
        }
        AttemptTimes times = AttemptTimes.of(latest, read);
        int asked = 0;
        for (int attempt : unread) {
            if (asked++ >= MOST_ASKED || !isUnclear(times, artifacts, attempt)) {
                continue;
            }
            try {
                read.add(runs.attempt(latest.id(), attempt));
                times = AttemptTimes.of(latest, read);
            } catch (RemoteFailure failure) {
                // What cannot be told apart is shown as such.
                return times;
            }
        }
        return times;
    }

    private static boolean isUnclear(AttemptTimes times, List<Artifact> artifacts, int attempt) {
        return artifacts.stream()
                .filter(artifact -> artifact.createdAt() != null)
                .map(artifact -> times.at(artifact.createdAt()))
                .anyMatch(span -> !span.isCertain() && span.holds(attempt));
    }
}
