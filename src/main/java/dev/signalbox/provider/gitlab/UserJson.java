package dev.signalbox.provider.gitlab;

import org.jspecify.annotations.Nullable;

/// A person or a bot on the wire.
record UserJson(@Nullable Long id, @Nullable String username) {

    static UserJson of(GitLabJson user) {
        return new UserJson(user.number("id"), user.text("username"));
    }
}
