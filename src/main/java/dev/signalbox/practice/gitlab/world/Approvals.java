package dev.signalbox.practice.gitlab.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// The rules of answering a deployment that waits for approvals.
final class Approvals {

    private static final int LONGEST_COMMENT = 255;

    Approval answer(Deployment deployment, Member by, boolean yes, String comment, String representing, Instant now) {
        if (!deployment.waitsForApproval()) {
            throw new Refused(400, "This deployment is not waiting for approvals.");
        }
        if (comment.length() > LONGEST_COMMENT) {
            throw new Refused(400, "Comment is too long (maximum is 255 characters)");
        }
        ApprovalRule rule = rule(deployment, by, representing);
        if (deployment.approvals(rule).stream().anyMatch(given -> given.user().equals(by) && given.yes() == yes)) {
            throw new Refused(400, "You have already " + (yes ? "approved" : "rejected") + " this deployment.");
        }
        Approval approval = new Approval(by, yes, comment, now, rule.id());
        deployment.add(approval);
        if (!yes) {
            deployment.job().end(Status.FAILED, now, "deployment_rejected");
            deployment.enter(Deployment.State.FAILED, now);
        }
        return approval;
    }

    /// Of several rules that an account may answer for, the one that it names, else one that still lacks an answer.
    private static ApprovalRule rule(Deployment deployment, Member by, String representing) {
        List<ApprovalRule> rules = deployment.environment().rules().stream()
                .filter(rule -> rule.members().contains(by))
                .filter(rule -> representing.isEmpty() || representing.equals(rule.name()))
                .sorted(Comparator.comparing(rule -> deployment.missing(rule) == 0))
                .toList();
        if (rules.isEmpty()) {
            throw new Refused(400, representing.isEmpty()
                    ? "You don't have permission to approve this deployment. Contact the project or group owner for help."
                    : "There are no approval rules for the given `represent_as` parameter. "
                            + "Use a valid User/Group/Role name instead.");
        }
        return rules.getFirst();
    }
}
