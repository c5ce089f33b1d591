package dev.signalbox.provider.gitlab;

import dev.signalbox.provider.json.JsonFields;
import org.jspecify.annotations.Nullable;

/// What a server says of itself on the wire.
record VersionJson(@Nullable String version, boolean enterprise) {

    static VersionJson of(JsonFields metadata) {
        return new VersionJson(metadata.text("version"), metadata.flag("enterprise"));
    }
}
