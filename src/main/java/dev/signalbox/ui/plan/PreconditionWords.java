package dev.signalbox.ui.plan;

import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.domain.text.SafeText;

/// What is read again before the first request leaves, in words.
final class PreconditionWords {

    private PreconditionWords() {}

    static String of(Precondition precondition, RunNames names) {
        return switch (precondition) {
            case Precondition.RunIs(RunId run, int attempt, String sha) ->
                    SafeText.line(names.fully(run)) + " is still "
                            + names.words(run).attemptOf(attempt, shortened(sha));
            case Precondition.RunUnfinished(RunId run, int attempt) ->
                    named(run, attempt, names) + " has not finished";
            case Precondition.RunFinished(RunId run, int attempt) ->
                    named(run, attempt, names) + " has finished";
            case Precondition.RunUntouched(RunId run, var ignored) ->
                    "nothing happened in " + SafeText.line(names.fully(run)) + " since";
            case Precondition.AwaitsReview a ->
                    SafeText.line(names.fully(a.run())) + " still waits for review, and you may decide"
                            + (a.represented() == null
                                    ? ""
                                    : "; the rule " + SafeText.line(a.represented(), 80) + " still misses somebody");
            case Precondition.DeploymentKept d -> "deployment " + d.deployment() + " is still of commit "
                    + shortened(d.sha()) + ", by the same job";
            case Precondition.EnvironmentRuns e -> e.deployment() == 0
                    ? "nothing was deployed to " + SafeText.line(e.environment()) + " meanwhile"
                    : SafeText.line(e.environment()) + " still runs deployment " + e.deployment();
            case Precondition.NoneUnderWay e ->
                    "nothing is being deployed to " + SafeText.line(e.environment());
            case Precondition.EnvironmentInUse e -> SafeText.line(e.name()) + " is still in use";
            case Precondition.WorkflowActive ignored -> "the workflow can be started";
            case Precondition.TeamFileAt t ->
                    SafeText.line(t.place().branch(), 80) + " of the team file is still at commit "
                            + shortened(t.commit());
            case Precondition.BranchAt b -> b.commit().isEmpty()
                    ? "there is no branch " + SafeText.line(b.branch(), 80) + " yet"
                    : "the branch " + SafeText.line(b.branch(), 80) + " is still at commit " + shortened(b.commit());
            case Precondition.RequestIs r -> r.number() == 0
                    ? "no request for the branch is open"
                    : "request " + r.number() + " for the branch is still open";
            case Precondition.WorkloadIs w ->
                    w.workload().shortName() + " is the same object at generation " + w.generation();
            case Precondition.NotPaused w -> w.workload().shortName() + " is not paused";
            case Precondition.RevisionKept r -> "the revision " + r.hash() + " still exists";
        };
    }

    private static String named(RunId run, int attempt, RunNames names) {
        String which = names.words(run).attempt(", ", attempt);
        return SafeText.line(names.fully(run)) + which + (which.isEmpty() ? "" : ",");
    }

    private static String shortened(String sha) {
        return sha.length() > 7 ? sha.substring(0, 7) : sha;
    }
}
