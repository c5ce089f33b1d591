package dev.signalbox.provider.gitlab;

import org.jspecify.annotations.Nullable;

/// What one person decided on a deployment, on the wire.
record ApprovalJson(@Nullable String user, @Nullable String status, @Nullable String comment) {

    static ApprovalJson of(GitLabJson approval) {
        return new ApprovalJson(
                approval.object("user").text("username"), approval.text("status"), approval.words("comment"));
    }
}
