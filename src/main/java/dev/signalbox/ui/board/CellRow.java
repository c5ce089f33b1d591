package dev.signalbox.ui.board;

import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.ui.widget.Mark;
import java.util.List;

/// What a cell shows: a service in one environment.
///
/// @param workloads where it lives there; empty when it does not, or nobody said where
/// @param version what runs (`v2.14.1`, `v9.2.4 → v9.3.0`, `v0.41.0 ≠ 0.40.2`); several where its targets differ
/// @param words how it stands (`4/6 · CrashLoopBackOff · 3 m`)
/// @param progress of a rollout between 0 and 1; below 0 when there is none
/// @param stale whether the cluster does not tell at present
/// @param spoken all of it as a sentence, for screen readers
/// @param frozen that nobody should deploy there now (`frozen for another 2 h, until 23 Nov 06:00 UTC`); empty when people may
record CellRow(
        String environment,
        List<WorkloadKey> workloads,
        Mark mark,
        String version,
        String words,
        double progress,
        boolean moving,
        boolean failing,
        boolean drifted,
        boolean stale,
        String spoken,
        String frozen) {

    /// One where people may deploy.
    CellRow(
            String environment,
            List<WorkloadKey> workloads,
            Mark mark,
            String version,
            String words,
            double progress,
            boolean moving,
            boolean failing,
            boolean drifted,
            boolean stale,
            String spoken) {
        this(environment, workloads, mark, version, words, progress, moving, failing, drifted, stale, spoken, "");
    }

    /// The version of what was not seen.
    static final String NONE = "—";

    /// A service that lives nowhere.
    static final CellRow NOWHERE =
            new CellRow("", List.of(), Mark.IDLE, "", "", -1, false, false, false, false, "nowhere");

    /// Whether something lives there of which nothing was read yet.
    boolean isUnread() {
        return !workloads.isEmpty() && mark == Mark.UNKNOWN && version.contains(NONE);
    }

    /// Whether it tells of something that was read.
    boolean isKnown() {
        return !version.isEmpty() && !version.equals(NONE);
    }

    /// The same while a freeze is in force.
    CellRow frozen(String how) {
        return how.isEmpty()
                ? this
                : new CellRow(
                        environment, workloads, mark, version, words, progress, moving, failing, drifted, stale,
                        spoken + ", " + how, how);
    }

    boolean isEmpty() {
        return workloads.isEmpty();
    }
}
