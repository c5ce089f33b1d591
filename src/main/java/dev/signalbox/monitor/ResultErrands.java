package dev.signalbox.monitor;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.ArtifactSave;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.state.RunResults;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is to be read of what runs came with and leave behind: only for the run that somebody looks at, and its reports by
/// themselves only when it failed.
final class ResultErrands {

    private static final Duration ONCE = Duration.ofDays(1);
    private static final Duration GOES_ON = Duration.ofSeconds(15);
    private static final Duration IS_OVER = Duration.ofMinutes(5);

    private final ConnectionId connection;

    ResultErrands(ConnectionId connection) {
        this.connection = connection;
    }

    /// @param isScarce whether nothing may be read that nobody asked for
    void addTo(Map<Errand, Duration> wanted, ConsoleState state, boolean isScarce) {
        for (Focus focus : state.focus().values()) {
            focus.runs().stream().filter(this::isMine).forEach(run -> add(wanted, state, focus, run, isScarce));
        }
        state.results().forEach((run, results) -> {
            if (isMine(run)) {
                results.saves().values().stream().filter(save -> !save.stage().isEnd()).forEach(
                        save -> wanted.put(new Errand.SaveArtifact(run, save.artifact().number()), ONCE));
            }
        });
    }

    private static void add(Map<Errand, Duration> wanted, ConsoleState state, Focus focus, RunId id, boolean isScarce) {
        Run run = state.run(id).run().value();
        if (run == null) {
            return;
        }
        RunResults results = state.results(id);
        boolean isOver = !run.status().isUnfinished();
        wanted.put(new Errand.ListArtifacts(id), isOver ? IS_OVER : GOES_ON);
        wanted.put(new Errand.ReadChangeRequests(id), isOver ? ONCE : IS_OVER);
        int newest = isOver ? run.attempt() : run.attempt() - 1;
        boolean bad = (isOver && isBad(run.conclusion())) || showsABadAttempt(state, focus, id);
        if (newest > 0 && (results.asked() > 0 || (bad && !isScarce))) {
            wanted.put(new Errand.ReadReports(id, newest, results.asked()), ONCE);
        }
    }

    /// What failed in an earlier attempt that is shown, or compared with, is looked for whatever the newest one came to:
    /// only both together tell what is flaky.
    private static boolean showsABadAttempt(ConsoleState state, Focus focus, RunId id) {
        return focus.attempts().stream()
                .filter(attempt -> attempt.run().equals(id))
                .map(state.attempts()::get)
                .filter(Objects::nonNull)
                .map(Reading::value)
                .anyMatch(run -> run != null && isBad(run.conclusion()));
    }

    private static boolean isBad(Conclusion conclusion) {
        return conclusion == Conclusion.FAILURE || conclusion == Conclusion.TIMED_OUT;
    }

    private boolean isMine(RunId run) {
        return run.repository().connection().equals(connection);
    }

    /// What the saving of an artifact is about, if it is still wanted.
    static @Nullable ArtifactSave wish(ConsoleState state, Errand.SaveArtifact errand) {
        return state.results(errand.run()).saves().get(errand.number());
    }
}
