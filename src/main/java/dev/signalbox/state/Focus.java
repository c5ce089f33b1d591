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

    /// Nothing in particular. What a screen looks at is said by what it has besides: [#withRuns], [#withLogs] and so on.
    public static final Focus NOWHERE = new Focus(
            Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    /// The same with these runs.
    public Focus withRuns(Set<RunId> runs) {
        return new Focus(
                runs, comparisons, logs, inputs, workloads, podLogs, attempts, annotations, repositories, releases);
    }

    /// The same with these comparisons.
    public Focus withComparisons(Set<ComparisonKey> comparisons) {
        return new Focus(
                runs, comparisons, logs, inputs, workloads, podLogs, attempts, annotations, repositories, releases);
    }

    /// The same with these logs.
    public Focus withLogs(Set<JobKey> logs) {
        return new Focus(
                runs, comparisons, logs, inputs, workloads, podLogs, attempts, annotations, repositories, releases);
    }

    /// The same with these inputs.
    public Focus withInputs(Set<InputsKey> inputs) {
        return new Focus(
                runs, comparisons, logs, inputs, workloads, podLogs, attempts, annotations, repositories, releases);
    }

    /// The same with these workloads.
    public Focus withWorkloads(Set<WorkloadKey> workloads) {
        return new Focus(
                runs, comparisons, logs, inputs, workloads, podLogs, attempts, annotations, repositories, releases);
    }

    /// The same with these logs of pods.
    public Focus withPodLogs(Set<PodLogKey> podLogs) {
        return new Focus(
                runs, comparisons, logs, inputs, workloads, podLogs, attempts, annotations, repositories, releases);
    }

    /// The same with these attempts.
    public Focus withAttempts(Set<AttemptKey> attempts) {
        return new Focus(
                runs, comparisons, logs, inputs, workloads, podLogs, attempts, annotations, repositories, releases);
    }

    /// The same with these annotations.
    public Focus withAnnotations(Set<JobKey> annotations) {
        return new Focus(
                runs, comparisons, logs, inputs, workloads, podLogs, attempts, annotations, repositories, releases);
    }

    /// The same with these repositories.
    public Focus withRepositories(Set<RepositoryId> repositories) {
        return new Focus(
                runs, comparisons, logs, inputs, workloads, podLogs, attempts, annotations, repositories, releases);
    }

    /// The same with these releases.
    public Focus withReleases(Set<RepositoryId> releases) {
        return new Focus(
                runs, comparisons, logs, inputs, workloads, podLogs, attempts, annotations, repositories, releases);
    }
}
