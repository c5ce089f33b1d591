package dev.signalbox.port;

import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.PlannedRequest;
import java.util.List;
import java.util.Optional;

/// Composes the exact requests that change something at a CI provider. Sends nothing, reads nothing.
public interface CiCommands {

    /// Starts a workflow.
    PlannedRequest dispatch(Intent.TriggerRun intent);

    /// Runs again.
    PlannedRequest rerun(Intent.RerunRun intent);

    /// Stops a run.
    PlannedRequest cancel(Intent.CancelRun intent);

    /// Approves or rejects: one request for all gates of the intent, or one for each in their order.
    List<PlannedRequest> review(Intent.ReviewDeployment intent);

    /// Deploys an earlier deployment again, by running its job again.
    PlannedRequest redeploy(Intent.Redeploy intent);

    /// Takes an environment out of use.
    PlannedRequest stop(Intent.StopEnvironment intent);

    /// The run that the answer to a dispatch names; empty where it names none. Pure.
    ///
    /// @param answer body of an answer that said yes; hostile
    Optional<RunId> started(RepositoryId repository, String answer);
}
