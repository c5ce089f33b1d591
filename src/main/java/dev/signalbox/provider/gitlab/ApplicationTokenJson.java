package dev.signalbox.provider.gitlab;

import dev.signalbox.provider.json.JsonFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a token of an application says of itself on the wire.
///
/// @param lifeLeft seconds
record ApplicationTokenJson(List<String> scopes, @Nullable Long lifeLeft) {

    static ApplicationTokenJson of(JsonFields token) {
        return new ApplicationTokenJson(token.texts("scope"), token.number("expires_in"));
    }
}
