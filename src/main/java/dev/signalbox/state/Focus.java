package dev.signalbox.state;

import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.cluster.WorkloadKey;
import java.util.Set;

/// What people look at: screens say it, monitors read it and keep just that most fresh. Each screen replaces its own focus.
///
/// @param runs runs whose jobs and approvals are shown
/// @param comparisons "what changed" lists that are shown
/// @param logs job logs that are shown
/// @param inputs workflow inputs that are asked for
/// @param workloads workloads whose drawer is open: their permits are asked
/// @param podLogs logs of pods that are shown
/// @param attempts earlier attempts of runs that are shown
/// @param annotations jobs whose annotations are shown
/// @param repositories repositories whose rows are in sight: read often, but not before what is looked at closely
/// @param releases repositories whose releases are shown
public record Focus(
        Set<RunId> runs,
        Set<ComparisonKey> comparisons,
        Set<JobKey> logs,
        Set<InputsKey> inputs,
        Set<WorkloadKey> workloads,
        Set<PodLogKey> podLogs,
        Set<AttemptKey> attempts,
        Set<JobKey> annotations,
        Set<RepositoryId> repositories,
        Set<RepositoryId> releases) {

    /// With nobody looking at releases.
    public Focus(
            Set<RunId> runs,
            Set<ComparisonKey> comparisons,
            Set<JobKey> logs,
            Set<InputsKey> inputs,
            Set<WorkloadKey> workloads,
            Set<PodLogKey> podLogs,
            Set<AttemptKey> attempts,
            Set<JobKey> annotations,
            Set<RepositoryId> repositories) {
        this(runs, comparisons, logs, inputs, workloads, podLogs, attempts, annotations, repositories, Set.of());
    }

    /// With no repository in sight.
    public Focus(
            Set<RunId> runs,
            Set<ComparisonKey> comparisons,
            Set<JobKey> logs,
            Set<InputsKey> inputs,
            Set<WorkloadKey> workloads,
            Set<PodLogKey> podLogs,
            Set<AttemptKey> attempts,
            Set<JobKey> annotations) {
        this(runs, comparisons, logs, inputs, workloads, podLogs, attempts, annotations, Set.of());
    }

    /// Without attempts and annotations, which only one screen asks for, and with no repository in sight.
    public Focus(
            Set<RunId> runs,
            Set<ComparisonKey> comparisons,
            Set<JobKey> logs,
            Set<InputsKey> inputs,
            Set<WorkloadKey> workloads,
            Set<PodLogKey> podLogs) {
        this(runs, comparisons, logs, inputs, workloads, podLogs, Set.of(), Set.of(), Set.of());
    }

    /// Nothing in particular.
    public static final Focus NOWHERE = new Focus(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
}
