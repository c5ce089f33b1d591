package dev.signalbox.provider.github;

import dev.signalbox.provider.json.JsonFields;
import org.jspecify.annotations.Nullable;

/// A workflow on the wire.
record WorkflowJson(
        @Nullable Long id,
        @Nullable String name,
        @Nullable String path,
        @Nullable String state,
        @Nullable String htmlUrl) {

    static WorkflowJson of(JsonFields workflow) {
        return new WorkflowJson(
                workflow.number("id"),
                workflow.words("name"),
                workflow.text("path"),
                workflow.text("state"),
                workflow.text("html_url"));
    }
}
