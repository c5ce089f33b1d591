package dev.signalbox.monitor;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.state.ConsoleState;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What is to be read about single runs of a repository, though nobody looks at them.
///
/// @param runs those that are known, newest first
/// @param inSight whether somebody sees the repository's row
/// @param echo whether something was done there a moment ago
record RunErrands(List<Run> runs, boolean inSight, boolean echo) {

    /// As many runs as every provider's list tells of at least.
    private static final int LISTED = 20;

    /// So many builds the board shows as bars.
    private static final int TIMED = 8;

    private static final Duration ONCE = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofSeconds(2);

    void addTo(Map<Errand, Duration> wanted, ConsoleState state, PollRates rates) {
        if (inSight) {
            runs.stream().limit(TIMED).filter(RunErrands::lacksTimes).forEach(
                    run -> wanted.put(new Errand.ReadRun(run.id()), ONCE));
        }
        // Lists tell of the newest runs only: what still goes on below them is asked for by its number.
        runs.stream().skip(LISTED).filter(run -> run.status().isUnfinished()).forEach(
                run -> wanted.put(new Errand.ReadRun(run.id()), echo ? SOON : rates.recent()));
        for (Run run : runs) {
            Reading<List<PendingApproval>> pending = state.run(run.id()).pending();
            if (run.status() == RunStatus.WAITING) {
                boolean isNew = pending.value() == null && pending.problem() == null;
                wanted.put(new Errand.ReadPending(run.id()), echo || isNew ? SOON : Duration.ofSeconds(15));
            } else if (pending.or(List.of()).stream().anyMatch(PendingApproval::blocks)) {
                wanted.put(new Errand.ReadPending(run.id()), Duration.ofSeconds(5));
            }
        }
    }

    /// Makes what waiting runs wait for be read less often the more of them there are, but for what is wanted soon.
    static void share(Map<Errand, Duration> wanted, PollRates rates) {
        Duration least = rates.pending(
                wanted.keySet().stream().filter(Errand.ReadPending.class::isInstance).count());
        wanted.replaceAll((errand, interval) -> errand instanceof Errand.ReadPending
                && interval.compareTo(SOON) > 0 && interval.compareTo(least) < 0 ? least : interval);
    }

    /// Whether it is over and nobody told yet how long it took: GitLab's lists leave that out, and a span since its making would
    /// count what it waited for people.
    private static boolean lacksTimes(Run run) {
        return run.status() == RunStatus.COMPLETED && run.startedAt() == null && run.worked() == null;
    }
}
