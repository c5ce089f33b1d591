package dev.signalbox.provider.gitlab;

import org.jspecify.annotations.Nullable;

/// What a server says of itself on the wire.
record VersionJson(@Nullable String version, boolean enterprise) {

    static VersionJson of(GitLabJson metadata) {
        return new VersionJson(metadata.text("version"), metadata.flag("enterprise"));
    }
}
