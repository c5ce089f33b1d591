package dev.signalbox.ui.board;

import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Tone;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the drawer shows of a service in one environment.
///
/// @param workload which target, when there is one
/// @param problem why what is shown may be old; empty when it is current
/// @param morePods how many more there are than are listed; empty for none
/// @param rollBack the one-click way back, when there is something to go back to; `noWayBack` says why not otherwise
record DrawerRow(
        String title,
        Mark mark,
        String status,
        @Nullable WorkloadKey workload,
        String problem,
        List<Fact> facts,
        Optional<Offer> rollBack,
        String noWayBack,
        List<RevisionRow> revisions,
        Changes changes,
        List<PodRow> pods,
        String morePods,
        Others others,
        Releases releases,
        List<Offer> actions) {

    /// A line of the key facts.
    ///
    /// @param run opened by a press on the value
    record Fact(String label, String value, boolean mono, @Nullable Tone tone, @Nullable RunLink run) {}

    /// The way to a run.
    ///
    /// @param spoken what a press does, for screen readers
    record RunLink(RunId run, String spoken) {}

    /// Something that can be done from here.
    ///
    /// @param id of its button
    /// @param words on its button
    /// @param explanation beneath it, or why it cannot be done
    record Offer(String id, String words, String explanation, boolean enabled, Intent intent) {}

    /// A revision of the workload.
    ///
    /// @param name `r57 v2.14.0`
    /// @param restore goes back to it; absent for the one that runs
    record RevisionRow(String uid, Mark mark, String name, String words, @Nullable Offer restore) {}

    /// What lies between what ran before and what runs now.
    ///
    /// @param key to be compared, when both commits are known
    /// @param note said in place of commits: being read, cannot be told, a problem
    record Changes(String heading, @Nullable ComparisonKey key, List<CommitRow> commits, String note) {}

    /// A commit.
    record CommitRow(String sha, String subject) {}

    /// Environments of the service's repository that have no column.
    ///
    /// @param note what else there is to say: how many more, a problem; may be empty
    record Others(List<EnvironmentRow> rows, String note) {

        static final Others NONE = new Others(List.of(), "");
    }

    /// An environment with what was deployed to it last, and the way to stop it.
    record EnvironmentRow(String name, String words, Offer stop) {}

    /// The newest releases of the service's repository.
    ///
    /// @param of the repository that is to be read; absent where the service has none
    /// @param note said in place of releases, or what else there is to say
    record Releases(@Nullable RepositoryId of, List<ReleaseRow> rows, String note) {

        static final Releases NONE = new Releases(null, List.of(), "");
    }

    /// A release.
    ///
    /// @param words its name, age and author
    /// @param page opened by a click; absent when it may not be opened
    /// @param running whether the drawer's target runs it
    /// @param spoken the line for screen readers, and its tooltip
    record ReleaseRow(String tag, String words, @Nullable URI page, boolean running, String spoken) {}

    /// A pod.
    record PodRow(String name, Mark mark, String words) {}
}
