package dev.signalbox.provider.gitlab;

import dev.signalbox.provider.json.JsonFields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A deployment on the wire. Approvals are told only when it is read alone, and only where the tier has them.
///
/// @param job the job that makes it; absent for one that another system reported
record DeploymentJson(
        @Nullable Long id,
        @Nullable String environment,
        @Nullable String sha,
        @Nullable String ref,
        @Nullable String status,
        @Nullable String user,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable JobJson job,
        long pendingApprovals,
        List<ApprovalJson> approvals,
        List<ApprovalRuleJson> rules) {

    static DeploymentJson of(JsonFields deployment) {
        return new DeploymentJson(
                deployment.number("id"),
                deployment.object("environment").text("name"),
                deployment.text("sha"),
                deployment.text("ref"),
                deployment.text("status"),
                deployment.object("user").text("username"),
                deployment.time("created_at"),
                deployment.time("updated_at"),
                deployment.has("deployable") ? JobJson.of(deployment.object("deployable")) : null,
                deployment.number("pending_approval_count", 0),
                deployment.objects("approvals").stream().map(ApprovalJson::of).toList(),
                deployment.object("approval_summary").objects("rules").stream()
                        .map(ApprovalRuleJson::of)
                        .toList());
    }
}
