package dev.signalbox.provider.gitlab;

import dev.signalbox.provider.json.JsonFields;
import org.jspecify.annotations.Nullable;

/// An environment on the wire.
record EnvironmentJson(
        @Nullable Long id, @Nullable String name, @Nullable String tier, @Nullable String state) {

    static EnvironmentJson of(JsonFields environment) {
        return new EnvironmentJson(
                environment.number("id"),
                environment.text("name"),
                environment.text("tier"),
                environment.text("state"));
    }
}
