package dev.signalbox.domain.plan;

import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.cluster.LastChange;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.team.TeamPlace;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What reading must show when a step worked. Data, so that a console that was killed can settle it on its next start.
public sealed interface Expectation {

    /// A run of the workflow that we started appears.
    ///
    /// @param actor the account that dispatched
    /// @param notBefore the server's time of the request less a small allowance
    record RunAppears(RepositoryId repository, long workflow, String ref, String actor, Instant notBefore)
            implements Expectation {}

    /// This run, which the server named in its answer, can be read.
    record RunExists(RunId run) implements Expectation {}

    /// The run has reached at least this attempt.
    record AttemptReached(RunId run, int attempt) implements Expectation {}

    /// The same run goes on: something happened in it after that time.
    record RunMovesOn(RunId run, Instant updatedAfter) implements Expectation {}

    /// The run does not wait at the gate any more.
    record GatePassed(RunId run, Gate gate) implements Expectation {}

    /// The run stops: it is completed, or on its way to it.
    record RunStops(RunId run, int attempt) implements Expectation {}

    /// The run's approvals list holds our decision.
    ///
    /// @param before what it held right before sending; absent until then, and in journals of the time when nobody
    ///     counted: there any decision like ours is taken for ours
    record ReviewListed(
            RunId run, List<String> environments, Decision decision, String actor, String comment,
            @Nullable ReviewCount before)
            implements Expectation {

        /// One that is yet to be sent.
        public ReviewListed(
                RunId run, List<String> environments, Decision decision, String actor, String comment) {
            this(run, environments, decision, actor, comment, null);
        }

        /// The same, with what the list holds.
        public ReviewListed after(ReviewCount listed) {
            return new ReviewListed(run, environments, decision, actor, comment, listed);
        }
    }

    /// Decisions in a list that never tells when: the same person may have decided the same before, under another
    /// rule, for another job or on an earlier attempt.
    ///
    /// @param ours how many are just like ours
    /// @param all how many are about any of the same environments
    record ReviewCount(int ours, int all) {}

    /// A deployment of the commit to the environment appears, newer than `after`, and goes well.
    record DeploymentAppears(RepositoryId repository, String environment, String sha, long after)
            implements Expectation {}

    /// The environment is not in use any more.
    record EnvironmentStops(RepositoryId repository, long environment, String name) implements Expectation {}

    /// The branch is at the commit.
    ///
    /// @param commit empty when it is to be gone
    record BranchIs(TeamPlace place, String branch, String commit) implements Expectation {}

    /// A request to take the branch in is open.
    ///
    /// @param number 0 until it is known; `page` too is known only then
    record RequestOpens(RepositoryId repository, String branch, long number, @Nullable URI page)
            implements Expectation {}

    /// The request for the branch is closed.
    record RequestCloses(RepositoryId repository, String branch, long number) implements Expectation {}

    /// The workload's template is that of the revision, and the rollout completes.
    ///
    /// @param hash template hash wanted
    /// @param beyond the generation before the change
    record TemplateIs(WorkloadKey workload, String uid, String hash, long beyond) implements Expectation {}

    /// The pod template carries this restart mark.
    record RestartMarked(WorkloadKey workload, String uid, String mark, @Nullable SpecBefore before)
            implements Expectation {}

    /// The rollout is held, or no longer held.
    record PausedIs(WorkloadKey workload, String uid, boolean paused, @Nullable SpecBefore before)
            implements Expectation {}

    /// The workload wants this many pods.
    record ReplicasAre(WorkloadKey workload, String uid, int replicas, @Nullable SpecBefore before)
            implements Expectation {}

    /// The spec that a change was made for; the server refuses the change to any other. Absent in journals of the time
    /// when it was not kept: what is wanted may then be anybody's work.
    ///
    /// @param lastChange who had changed it last, as far as the server told
    record SpecBefore(long generation, @Nullable LastChange lastChange) {
        /// The spec as it was read.
        public static SpecBefore of(Workload seen) {
            return new SpecBefore(seen.generation(), seen.lastChange());
        }
    }

    /// Nothing to read: a courtesy whose failure does not matter.
    record Nothing() implements Expectation {}
}
