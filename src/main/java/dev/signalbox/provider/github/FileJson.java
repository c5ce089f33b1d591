package dev.signalbox.provider.github;

import dev.signalbox.provider.json.JsonFields;
import org.jspecify.annotations.Nullable;

/// A file's content on the wire.
///
/// @param encoding `base64`, or `none` when the file is too large to be sent this way
record FileJson(@Nullable String type, @Nullable String encoding, @Nullable String content) {

    static FileJson of(JsonFields file) {
        // The content of a workflow file is at most 512 KB, in base64 a third more: longer than any other text.
        String content = file.node().path("content").asText("");
        return new FileJson(file.text("type"), file.text("encoding"), content);
    }
}
