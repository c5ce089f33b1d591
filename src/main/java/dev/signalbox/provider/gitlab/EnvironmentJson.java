package dev.signalbox.provider.gitlab;

import org.jspecify.annotations.Nullable;

/// An environment on the wire.
record EnvironmentJson(
        @Nullable Long id, @Nullable String name, @Nullable String tier, @Nullable String state) {

    static EnvironmentJson of(GitLabJson environment) {
        return new EnvironmentJson(
                environment.number("id"),
                environment.text("name"),
                environment.text("tier"),
                environment.text("state"));
    }
}
