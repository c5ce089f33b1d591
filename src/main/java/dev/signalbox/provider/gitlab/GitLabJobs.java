package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.port.RemoteFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
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
    /// @param replaced whether it was tried again
    record Found(JobJson job, String prefix, boolean replaced) {}

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

    /// Those that count, in the order in which their pipelines made them, which is the order of their stages.
    List<Found> of(RunId run) throws RemoteFailure {
        return new Gathering(client::jobs).of(run);
    }

    /// The same with those that were tried again.
    List<Found> everOf(RunId run) throws RemoteFailure {
        return new Gathering(client::tries).of(run);
    }

    /// Which jobs of a pipeline are asked for.
    private interface Asked {
        List<JobJson> of(RunId pipeline) throws RemoteFailure;
    }

    /// One walk through a pipeline and its children.
    private final class Gathering {

        private final Asked asked;
        private final List<Found> all = new ArrayList<>();
        private final Set<Long> seen = new HashSet<>();

        Gathering(Asked asked) {
            this.asked = asked;
        }

        List<Found> of(RunId run) throws RemoteFailure {
            seen.add(run.number());
            gather(run, "", 0);
            return all;
        }

        private void gather(RunId pipeline, String prefix, int depth) throws RemoteFailure {
            List<JobJson> own = new ArrayList<>(asked.of(pipeline));
            Set<Long> replaced = replaced(own);
            List<JobJson> bridges = childless.contains(pipeline) ? List.of() : client.bridges(pipeline);
            if (bridges.isEmpty() && !own.isEmpty()) {
                childless.add(pipeline);
            }
            own.addAll(bridges);
            own.sort(BY_NUMBER);
            for (JobJson job : own) {
                Long child = depth < DEEPEST ? child(job) : null;
                if (child == null || seen.size() >= MOST_PIPELINES || !seen.add(child)) {
                    all.add(new Found(job, prefix, job.id() != null && replaced.contains(job.id())));
                } else {
                    gatherChild(new RunId(pipeline.repository(), child), job, prefix, depth);
                }
            }
        }

        private void gatherChild(RunId child, JobJson bridge, String prefix, int depth) throws RemoteFailure {
            String inside = prefix + GitLabWords.line(bridge.name()) + " / ";
            try {
                gather(child, inside, depth + 1);
            } catch (RemoteFailure e) {
                if (!(e.problem() instanceof RemoteProblem.NotFound)) {
                    throw e;
                }
                all.add(new Found(bridge, prefix, false)); // deleted since
            }
        }
    }

    /// Names are unique among the jobs of a pipeline that count; no answer says which those are, but a later try is made
    /// later. Jobs without a name are never tries of each other.
    private static Set<Long> replaced(List<JobJson> jobs) {
        Map<String, Long> latest = new HashMap<>();
        Set<Long> replaced = new HashSet<>();
        for (JobJson job : jobs) {
            if (job.id() != null && job.name() != null) {
                Long other = latest.merge(job.name(), job.id(), Math::max);
                replaced.add(Math.min(job.id(), other));
            }
        }
        replaced.removeAll(latest.values());
        return replaced;
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
