package dev.signalbox.domain.plan;

import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.team.TeamPlace;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What must still be true just before the first request leaves. Read again at that moment; any difference stops the plan.
public sealed interface Precondition {

    /// The run is still this attempt of this commit.
    record RunIs(RunId run, int attempt, String headSha) implements Precondition {}

    /// The run has not finished.
    record RunUnfinished(RunId run, int attempt) implements Precondition {}

    /// The run has finished.
    record RunFinished(RunId run, int attempt) implements Precondition {}

    /// Nothing happened in the run since: for providers where a run that is run again stays the same attempt.
    record RunUntouched(RunId run, Instant updatedAt) implements Precondition {}

    /// These still wait for review, and our account may decide.
    ///
    /// @param represented the rule that we decide for, which still misses somebody; absent where there are no rules
    record AwaitsReview(RunId run, List<Gate> gates, @Nullable String represented) implements Precondition {}

    /// The deployment is still known as made by this job from this commit.
    record DeploymentKept(RepositoryId repository, long deployment, String sha, long job) implements Precondition {}

    /// The environment is still in use under this name, and can be stopped.
    record EnvironmentInUse(RepositoryId repository, long environment, String name) implements Precondition {}

    /// The newest deployment that went well in the environment is still this one; 0 where there was none.
    record EnvironmentRuns(RepositoryId repository, String environment, long deployment) implements Precondition {}

    /// Nothing is being deployed to the environment: of two at the same time the one that ends last stays.
    record NoneUnderWay(RepositoryId repository, String environment) implements Precondition {}

    /// The workflow can be started.
    record WorkflowActive(RepositoryId repository, long workflow) implements Precondition {}

    /// The followed branch of the team file is still at the commit.
    record TeamFileAt(TeamPlace place, String commit) implements Precondition {}

    /// A branch beside it is still at the commit.
    ///
    /// @param commit empty where there must be no such branch
    record BranchAt(TeamPlace place, String branch, String commit) implements Precondition {}

    /// The newest request for the branch is still this one, and open.
    ///
    /// @param number 0 where none may be open
    record RequestIs(RepositoryId repository, String branch, long number) implements Precondition {}

    /// The workload is the same object with the same spec.
    record WorkloadIs(WorkloadKey workload, String uid, long generation) implements Precondition {}

    /// The workload is not paused.
    record NotPaused(WorkloadKey workload) implements Precondition {}

    /// The revision to go back to still exists.
    record RevisionKept(WorkloadKey workload, String revisionUid, String hash) implements Precondition {}
}
