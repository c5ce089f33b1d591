package dev.signalbox.ui.plan;

import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Intent;

/// An intent as a short sentence, for the time before its plan has a title.
final class IntentWords {

    private IntentWords() {}

    /// @param names what people call the runs
    static String of(Intent intent, RunNames names) {
        return switch (intent) {
            case Intent.TriggerRun t -> "Start " + names.words(t.repository()).started(t.workflowName()) + " of "
                    + t.repository().name() + " on " + t.ref();
            case Intent.RerunRun(RunId run, int attempt, Intent.RerunRun.Scope scope, boolean debug) ->
                    (switch (scope) {
                        case Intent.RerunRun.Scope.All() -> "Run " + names.briefly(run) + " again";
                        case Intent.RerunRun.Scope.Failed() ->
                                "Run the failed jobs of " + names.briefly(run) + " again";
                        case Intent.RerunRun.Scope.OneJob(long job, String title) ->
                                "Run “" + title + "” of " + names.briefly(run) + " again";
                    }) + (debug ? " with debug logging" : "");
            case Intent.CancelRun(RunId run, int attempt, boolean force) ->
                    (force ? "Force " + names.briefly(run) + " to stop" : "Cancel " + names.briefly(run));
            case Intent.ReviewDeployment r ->
                    (r.decision() == Decision.APPROVE ? "Approve " : "Reject ") + r.run().repository().name() + " for "
                            + String.join(", ", r.environmentNames())
                            + (r.represented() == null ? "" : ", as " + r.represented());
            case Intent.Redeploy r -> "Deploy " + r.version() + " of " + r.repository().name() + " to "
                    + r.environment() + " again";
            case Intent.StopEnvironment s -> "Stop " + s.name() + " of " + s.repository().name();
            case Intent.ProposeTeamFile p -> "Propose “" + p.proposal().title() + "” for " + p.place().path();
            case Intent.WithdrawProposal w -> "Take the proposal on " + w.branch() + " back";
            case Intent.RollBack r -> "Roll back " + name(r.workload()) + " to " + r.version();
            case Intent.RestartWorkload r -> "Restart " + name(r.workload());
            case Intent.PauseRollout r -> "Pause the rollout of " + name(r.workload());
            case Intent.ResumeRollout r -> "Resume the rollout of " + name(r.workload());
            case Intent.ScaleWorkload s -> "Scale " + name(s.workload()) + " from " + s.from() + " to " + s.to();
        };
    }

    private static String name(WorkloadKey workload) {
        return workload.name() + " in " + workload.namespace();
    }
}
