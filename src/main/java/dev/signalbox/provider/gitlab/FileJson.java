package dev.signalbox.provider.gitlab;

import dev.signalbox.provider.json.JsonFields;
import org.jspecify.annotations.Nullable;

/// A file of a repository on the wire.
record FileJson(@Nullable String encoding, @Nullable String content) {

    static FileJson of(JsonFields file) {
        return new FileJson(file.text("encoding"), file.content("content"));
    }
}
