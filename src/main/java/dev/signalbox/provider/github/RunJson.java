package dev.signalbox.provider.github;

import dev.signalbox.provider.json.JsonFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A workflow run on the wire.
record RunJson(
        @Nullable Long id,
        @Nullable String name,
        @Nullable String displayTitle,
        @Nullable String headCommitMessage,
        long runNumber,
        long runAttempt,
        @Nullable String event,
        @Nullable String status,
        @Nullable String conclusion,
        @Nullable String headBranch,
        @Nullable String headSha,
        @Nullable String path,
        long workflowId,
        @Nullable String actor,
        @Nullable String triggeringActor,
        @Nullable Instant createdAt,
        @Nullable Instant runStartedAt,
        @Nullable Instant updatedAt,
        @Nullable String htmlUrl) {

    static RunJson of(JsonFields run) {
        return new RunJson(
                run.number("id"),
                run.words("name"),
                run.words("display_title"),
                run.object("head_commit").words("message"),
                run.number("run_number", 0),
                run.number("run_attempt", 1),
                run.text("event"),
                run.text("status"),
                run.text("conclusion"),
                run.text("head_branch"),
                run.text("head_sha"),
                run.text("path"),
                run.number("workflow_id", 0),
                run.object("actor").text("login"),
                run.object("triggering_actor").text("login"),
                run.time("created_at"),
                run.time("run_started_at"),
                run.time("updated_at"),
                run.text("html_url"));
    }
}
