package dev.signalbox.provider.gitlab;

import dev.signalbox.provider.json.JsonFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An environment on the wire. What was deployed to it last is told only when it is read alone.
///
/// @param pipeline of the job that deployed to it last
record EnvironmentJson(
        @Nullable Long id, @Nullable String name, @Nullable String tier, @Nullable String state,
        @Nullable Instant updatedAt, @Nullable Long pipeline) {

    static EnvironmentJson of(JsonFields environment) {
        return new EnvironmentJson(
                environment.number("id"),
                environment.text("name"),
                environment.text("tier"),
                environment.text("state"),
                environment.time("updated_at"),
                environment.object("last_deployment").object("deployable").object("pipeline").number("id"));
    }
}
