package dev.signalbox.domain.plan;

import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.team.TeamProposal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a person wants, with everything that the screen showed when they wanted it. Each becomes a [Plan].
public sealed interface Intent {

    /// Start a workflow by hand.
    record TriggerRun(
            RepositoryId repository, long workflow, String workflowName, String ref, Map<String, String> inputs)
            implements Intent {}

    /// Run again.
    ///
    /// @param attempt the attempt that was shown
    record RerunRun(RunId run, int attempt, Scope scope, boolean debug) implements Intent {

        /// How much of the run.
        public sealed interface Scope {
            record All() implements Scope {}

            record Failed() implements Scope {}

            record OneJob(long job, String name) implements Scope {}
        }
    }

    /// Stop a run; by force only when it does not stop otherwise.
    record CancelRun(RunId run, int attempt, boolean force) implements Intent {}

    /// Approve or reject what waits for review.
    ///
    /// @param headSha the commit that was shown
    /// @param gates what is decided on; `environmentNames` in the same order
    /// @param represented the rule that we decide for, where the provider has several; absent where it has none
    record ReviewDeployment(
            RunId run,
            int attempt,
            String headSha,
            List<Gate> gates,
            List<String> environmentNames,
            Decision decision,
            String comment,
            @Nullable String represented)
            implements Intent {

        /// A decision where the provider has no rules.
        public ReviewDeployment(
                RunId run,
                int attempt,
                String headSha,
                List<Gate> gates,
                List<String> environmentNames,
                Decision decision,
                String comment) {
            this(run, attempt, headSha, gates, environmentNames, decision, comment, null);
        }
    }

    /// Deploy what was deployed before, by running its job again.
    ///
    /// @param deployment the one to be deployed again, made by `job` of `run` from the commit `sha`
    /// @param live number of the deployment that the screen showed as the one that runs there
    /// @param version what people call what it deployed
    record Redeploy(
            RepositoryId repository,
            String environment,
            long deployment,
            long live,
            RunId run,
            long job,
            String version,
            String sha,
            String reason)
            implements Intent {}

    /// Take an environment out of use.
    ///
    /// @param environment the provider's number of it; `name` is for people, and must still be its name
    /// @param live number of the deployment that the screen showed as the one that runs there; 0 where it showed none
    record StopEnvironment(RepositoryId repository, long environment, String name, long live) implements Intent {}

    /// Propose another text of the team file, on a branch of its own.
    ///
    /// @param proposal what was written, and the commit that was shown while it was
    /// @param weakened what it would protect less, a sentence each, as it was shown
    record ProposeTeamFile(TeamPlace place, TeamProposal proposal, List<String> weakened) implements Intent {}

    /// Take a proposal back: close its request and remove its branch.
    ///
    /// @param commit that the branch was made for; with another one at its head it stays
    record WithdrawProposal(TeamPlace place, String branch, String commit) implements Intent {}

    /// Intents on one workload carry the object's identity as it was shown.
    sealed interface OnWorkload extends Intent {

        WorkloadKey workload();

        String uid();
    }

    /// Put an earlier revision back.
    ///
    /// @param generation of the workload as shown
    /// @param revisionUid the revision object to go back to; `hash` and `version` name it for people
    record RollBack(
            WorkloadKey workload,
            String uid,
            long generation,
            String revisionUid,
            String hash,
            String version,
            String reason)
            implements OnWorkload {}

    /// Replace all pods one by one with the same template.
    record RestartWorkload(WorkloadKey workload, String uid, long generation) implements OnWorkload {}

    /// Hold a rollout where it is.
    record PauseRollout(WorkloadKey workload, String uid, long generation) implements OnWorkload {}

    /// Let a held rollout go on.
    record ResumeRollout(WorkloadKey workload, String uid, long generation) implements OnWorkload {}

    /// Change the number of pods.
    record ScaleWorkload(WorkloadKey workload, String uid, long generation, int from, int to) implements OnWorkload {}
}
