package dev.signalbox.provider.gitlab;

import dev.signalbox.provider.json.JsonFields;
import org.jspecify.annotations.Nullable;

/// What one person decided on a deployment, on the wire.
record ApprovalJson(@Nullable String user, @Nullable String status, @Nullable String comment) {

    static ApprovalJson of(JsonFields approval) {
        return new ApprovalJson(
                approval.object("user").text("username"), approval.text("status"), approval.words("comment"));
    }
}
