package dev.signalbox.action;

import dev.signalbox.domain.ci.ApprovalRule;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a person should know who decides about what waits. Pure.
final class ReviewWords {

    /// Events whose code comes from people who may not push here, or which check out what may still move.
    private static final Set<String> FOREIGN = Set.of(
            "pull_request_target", "issue_comment", "workflow_run", "external_pull_request_event");

    private ReviewWords() {}

    /// What approving may bring with it.
    static List<String> warnings(Run run, List<PendingApproval> decided, Intent.ReviewDeployment intent) {
        List<String> warnings = new ArrayList<>();
        if (FOREIGN.contains(run.event())) {
            warnings.add(
                    "Started by " + run.event() + ": what it checks out may come from outside, and may still move.");
        }
        for (PendingApproval each : decided) {
            String name = Words.name(each.environmentName());
            if (each.waitTimer().isPositive()) {
                warnings.add(name + " makes every run wait " + Words.length(each.waitTimer()) + ".");
            }
            List<String> still = stillMissing(each, intent.represented());
            if (!still.isEmpty()) {
                warnings.add(name + " still waits after this: " + String.join(", ", still) + ".");
            }
            if (each.startsWithTheLastYes()) {
                warnings.add((each.startsWithOneYes() ? "This is the last approval: it" : "The last approval")
                        + " starts the job that deploys to " + name + " at once.");
            } else if (each.gate() instanceof Gate.Deployment) {
                warnings.add("This starts nothing: once everybody has approved, the job that deploys to " + name
                        + " is still to be started, and waits here for that.");
            }
        }
        return List.copyOf(warnings);
    }

    /// @param offered whether all of it are jobs that the run does not wait for
    static String title(Intent.ReviewDeployment intent, String run, String names, boolean offered) {
        if (offered && intent.decision() == Decision.APPROVE) {
            return "Start " + names + " of " + run;
        }
        return (intent.decision() == Decision.APPROVE ? "Approve " : "Reject ") + run + " for " + names
                + (intent.represented() == null ? "" : ", as " + Words.name(intent.represented()));
    }

    /// What comes of it.
    static String effect(Run run, String names, boolean yes, boolean offered) {
        String commit = "commit " + Words.commit(run.headSha());
        return yes && offered
                ? names + " runs on " + commit
                : commit + (yes ? " may go to " : " does not go to ") + names;
    }

    /// How the rules stand, a line each.
    static List<String> rules(List<PendingApproval> decided) {
        return decided.stream()
                .flatMap(each -> each.rules().stream())
                .map(rule -> (rule.name().isEmpty() ? "" : Words.name(rule.name()) + ": ")
                        + rule.approvedBy().size() + " of " + rule.required() + " approved")
                .distinct()
                .toList();
    }

    /// What stands at the gate, as one asks about it.
    static String asked(Gate gate) {
        return switch (gate) {
            case Gate.Environment ignored -> "The run's list of reviews holds ours.";
            case Gate.Deployment ignored -> "The deployment's list of approvals holds ours.";
            case Gate.ManualJob ignored -> "The job does not wait to be started any more.";
        };
    }

    /// A yes counts for the rule that it is given for; for the first one open to us when none is named.
    private static List<String> stillMissing(PendingApproval pending, @Nullable String rule) {
        List<ApprovalRule> open = pending.open();
        String counted = rule != null
                ? rule
                : open.stream().filter(ApprovalRule::mayBeOurs).map(ApprovalRule::name).findFirst().orElse("");
        return open.stream()
                .map(each -> {
                    int missing = each.missing() - (each.name().equals(counted) ? 1 : 0);
                    String of = each.name().isEmpty() ? "" : " of " + Words.name(each.name());
                    return missing <= 0 ? "" : missing + " more" + of;
                })
                .filter(words -> !words.isEmpty())
                .toList();
    }
}
