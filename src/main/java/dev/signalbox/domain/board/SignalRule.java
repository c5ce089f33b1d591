package dev.signalbox.domain.board;

import dev.signalbox.domain.ci.BranchKind;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.cluster.Health;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides which signal stands before an environment. Pure. People waiting come first, then trouble, then movement; of runs that
/// wait, one that our account may decide on comes before newer ones.
public final class SignalRule {

    private SignalRule() {}

    /// One side of a signal.
    ///
    /// @param version what runs there, as people call it; several where its targets differ
    /// @param commit the commit it was built from, empty when unknown or when its targets differ
    /// @param digest of its image, empty when unknown or when its targets differ
    /// @param words how it stands, for a signal that names it
    public record Side(String version, String commit, String digest, Health health, String words) {}

    /// Whether two sides run the same build.
    private enum Likeness {
        SAME,
        DIFFERENT,
        /// Both are called alike, and what they are called can be put on another build any time.
        UNKNOWN
    }

    /// The signal between `from` and `to`.
    ///
    /// @param environment name of the environment that the signal guards
    /// @param runs of the service's deploying workflow, newest first
    /// @param pending what each run waits for
    public static Signal between(
            @Nullable Side from,
            @Nullable Side to,
            String environment,
            List<Run> runs,
            Map<RunId, List<PendingApproval>> pending) {
        Signal waiting = waiting(environment, runs, pending);
        if (waiting != null) {
            return waiting;
        }
        if (to != null && (to.health() == Health.FAILED || to.health() == Health.DEGRADED)) {
            return new Signal.TargetFailing(to.words());
        }
        if (from == null || to == null) {
            return new Signal.Nothing(null);
        }
        Likeness likeness = likeness(from, to);
        if (likeness == Likeness.SAME) {
            return new Signal.Clear();
        }
        Signal resting = likeness == Likeness.DIFFERENT ? behind(from, to) : untold(from);
        // What was started for a proposed change goes to no environment of the board unless it asks people for it.
        return runs.stream()
                .filter(run -> BranchKind.of(run, "") != BranchKind.PULL_REQUEST)
                .findFirst()
                .<Signal>map(newest -> {
                    if (newest.status().isUnfinished()) {
                        return new Signal.Coming(newest);
                    }
                    boolean forThis = likeness == Likeness.DIFFERENT
                            && (from.commit().isEmpty() || from.commit().equals(newest.headSha()));
                    return newest.conclusion() == Conclusion.FAILURE && forThis
                            ? new Signal.RunFailed(newest)
                            : resting;
                })
                .orElse(resting);
    }

    private static @Nullable Signal waiting(
            String environment, List<Run> runs, Map<RunId, List<PendingApproval>> pending) {
        Signal newest = null;
        for (Run run : runs) {
            List<PendingApproval> all = pending.getOrDefault(run.id(), List.of());
            if (all.isEmpty() || !run.status().isUnfinished()) {
                continue;
            }
            List<PendingApproval> here = all.stream()
                    .filter(p -> p.blocks() && p.environmentName().equals(environment))
                    .toList();
            if (here.stream().anyMatch(PendingApproval::canApprove)) {
                return new Signal.WaitsForPeople(run, people(here), true);
            }
            if (newest == null && !here.isEmpty()) {
                List<PendingApproval> people = people(here);
                newest = people.isEmpty()
                        ? new Signal.WaitsForTimer(run, here.getFirst())
                        : new Signal.WaitsForPeople(run, people, false);
            }
        }
        return newest;
    }

    private static List<PendingApproval> people(List<PendingApproval> here) {
        return here.stream().filter(p -> !p.reviewers().isEmpty() || p.canApprove()).toList();
    }

    /// By what tells it best of what both sides tell.
    private static Likeness likeness(Side from, Side to) {
        if (!from.commit().isEmpty() && !to.commit().isEmpty()) {
            return from.commit().equals(to.commit()) ? Likeness.SAME : Likeness.DIFFERENT;
        }
        if (!from.digest().isEmpty() && !to.digest().isEmpty()) {
            return from.digest().equals(to.digest()) ? Likeness.SAME : Likeness.DIFFERENT;
        }
        if (!from.version().equals(to.version())) {
            return Likeness.DIFFERENT;
        }
        return Drift.tellsBuild(from.version()) ? Likeness.SAME : Likeness.UNKNOWN;
    }

    private static Signal behind(Side from, Side to) {
        if (!from.version().equals(to.version())) {
            return new Signal.Behind(from.version(), to.version());
        }
        boolean byCommit = !from.commit().isEmpty() && !to.commit().isEmpty();
        return byCommit
                ? new Signal.Behind(named(from, from.commit()), named(to, to.commit()))
                : new Signal.Behind(named(from, hexOf(from.digest())), named(to, hexOf(to.digest())));
    }

    /// Two builds with one tag, told apart.
    private static String named(Side side, String build) {
        return side.version() + " (" + Drift.shorten(build) + ")";
    }

    private static String hexOf(String digest) {
        return digest.substring(digest.indexOf(':') + 1);
    }

    private static Signal untold(Side both) {
        return new Signal.Nothing("The tag " + both.version() + " does not tell which build it is");
    }
}
