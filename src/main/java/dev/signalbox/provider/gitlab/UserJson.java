package dev.signalbox.provider.gitlab;

import dev.signalbox.provider.json.JsonFields;
import org.jspecify.annotations.Nullable;

/// A person or a bot on the wire.
record UserJson(@Nullable Long id, @Nullable String username) {

    static UserJson of(JsonFields user) {
        return new UserJson(user.number("id"), user.text("username"));
    }
}
