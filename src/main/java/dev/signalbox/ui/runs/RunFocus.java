package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.state.Focus;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What has to be read while a run is open. Pure.
final class RunFocus {

    private RunFocus() {}

    static Focus of(RunId run, @Nullable RunCard card) {
        if (card == null) {
            return Focus.NOWHERE.withRuns(Set.of(run));
        }
        JobKey log = card.job().key();
        return Focus.NOWHERE.withRuns(Set.of(run))
                .withComparisons(card.changes().key() == null ? Set.of() : Set.of(card.changes().key()))
                .withLogs(log == null ? Set.of() : Set.of(log)).withAttempts(attempts(run, card.attempts()))
                .withAnnotations(card.notes().wanted());
    }

    /// The attempt that is shown and the other one, to compare; the latest is read anyway.
    private static Set<AttemptKey> attempts(RunId run, AttemptsCard card) {
        int latest = card.attempts().isEmpty() ? 1 : card.attempts().getLast().number();
        return IntStream.of(card.beside(), card.shown())
                .filter(n -> n > 0 && n < latest)
                .mapToObj(n -> new AttemptKey(run, n))
                .collect(Collectors.toUnmodifiableSet());
    }
}
