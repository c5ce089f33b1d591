package dev.signalbox.provider.gitlab;

import org.jspecify.annotations.Nullable;

/// A file of a repository on the wire.
record FileJson(@Nullable String encoding, @Nullable String content) {

    static FileJson of(GitLabJson file) {
        return new FileJson(file.text("encoding"), file.content("content"));
    }
}
