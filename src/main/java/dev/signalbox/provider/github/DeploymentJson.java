package dev.signalbox.provider.github;

import dev.signalbox.provider.json.JsonFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A deployment on the wire. Its payload, which may be anything, is not read.
record DeploymentJson(
        @Nullable Long id,
        @Nullable String sha,
        @Nullable String ref,
        @Nullable String environment,
        @Nullable String creator,
        @Nullable Instant createdAt) {

    static DeploymentJson of(JsonFields deployment) {
        return new DeploymentJson(
                deployment.number("id"),
                deployment.text("sha"),
                deployment.text("ref"),
                deployment.text("environment"),
                deployment.object("creator").text("login"),
                deployment.time("created_at"));
    }

    /// A deployment's status on the wire.
    record StatusJson(@Nullable String state, @Nullable String logUrl, @Nullable String targetUrl) {

        /// Whether it names the page of what made the deployment.
        boolean hasPage() {
            return logUrl != null && !logUrl.isEmpty() || targetUrl != null && !targetUrl.isEmpty();
        }

        /// The same state with the page that an older status names.
        StatusJson withPageOf(StatusJson older) {
            return new StatusJson(state, older.logUrl, older.targetUrl);
        }

        static StatusJson of(JsonFields status) {
            return new StatusJson(status.text("state"), status.text("log_url"), status.text("target_url"));
        }
    }
}
