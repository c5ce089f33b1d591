package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.port.RemoteFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gathers all jobs of a run: those of the pipeline itself and of the child pipelines that it started in the same
/// project. A pipeline of another project stays one job that leads there.
final class GitLabJobs {

    /// A child may have children of its own, and no more:
    /// <https://docs.gitlab.com/ci/pipelines/downstream_pipelines/#nested-child-pipelines>.
    private static final int DEEPEST = 2;
    private static final int MOST_PIPELINES = 40;
    private static final int REMEMBERED = 2_000;
    private static final Comparator<JobJson> BY_NUMBER =
            Comparator.comparing(JobJson::id, Comparator.nullsLast(Comparator.naturalOrder()));

    /// A job and where it was found.
    ///
    /// @param prefix the child pipelines that it is in, each with ` / ` behind it
    record Found(JobJson job, String prefix) {}

    private final GitLabClient client;
    /// Pipelines that start no others. Bridges are made together with their pipeline, so this does not change.
    private final Set<RunId> childless = Collections.newSetFromMap(Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<RunId, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    GitLabJobs(GitLabClient client) {
        this.client = client;
    }

    /// In the order in which their pipelines made them, which is the order of their stages.
    List<Found> of(RunId run) throws RemoteFailure {
        List<Found> all = new ArrayList<>();
        gather(run, "", 0, new HashSet<>(Set.of(run.number())), all);
        return all;
    }

    private void gather(RunId pipeline, String prefix, int depth, Set<Long> seen, List<Found> all)
            throws RemoteFailure {
        List<JobJson> own = new ArrayList<>(client.jobs(pipeline));
        List<JobJson> bridges = childless.contains(pipeline) ? List.of() : client.bridges(pipeline);
        if (bridges.isEmpty() && !own.isEmpty()) {
            childless.add(pipeline);
        }
        own.addAll(bridges);
        own.sort(BY_NUMBER);
        for (JobJson job : own) {
            Long child = depth < DEEPEST ? child(job) : null;
            if (child == null || seen.size() >= MOST_PIPELINES || !seen.add(child)) {
                all.add(new Found(job, prefix));
            } else {
                gatherChild(pipeline.repository(), child, job, prefix, depth, seen, all);
            }
        }
    }

    private void gatherChild(
            RepositoryId repository,
            long child,
            JobJson bridge,
            String prefix,
            int depth,
            Set<Long> seen,
            List<Found> all)
            throws RemoteFailure {
        String inside = prefix + GitLabWords.line(bridge.name()) + " / ";
        try {
            gather(new RunId(repository, child), inside, depth + 1, seen, all);
        } catch (RemoteFailure e) {
            if (!(e.problem() instanceof RemoteProblem.NotFound)) {
                throw e;
            }
            all.add(new Found(bridge, prefix)); // deleted since
        }
    }

    /// The pipeline that a bridge started in its own project.
    private static @Nullable Long child(JobJson job) {
        PipelineJson downstream = job.downstream();
        PipelineJson own = job.pipeline();
        if (downstream == null || own == null || own.projectId() == null) {
            return null;
        }
        return own.projectId().equals(downstream.projectId()) ? downstream.id() : null;
    }
}
