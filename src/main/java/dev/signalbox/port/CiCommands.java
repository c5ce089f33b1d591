package dev.signalbox.port;

import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.PlannedRequest;

/// Composes the exact requests that change something at a CI provider. Sends nothing, reads nothing.
public interface CiCommands {

    /// Starts a workflow.
    PlannedRequest dispatch(Intent.TriggerRun intent);

    /// Runs again.
    PlannedRequest rerun(Intent.RerunRun intent);

    /// Stops a run.
    PlannedRequest cancel(Intent.CancelRun intent);

    /// Approves or rejects.
    PlannedRequest review(Intent.ReviewDeployment intent);
}
