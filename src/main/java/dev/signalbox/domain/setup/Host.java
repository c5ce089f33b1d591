package dev.signalbox.domain.setup;

import dev.signalbox.domain.Connection;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A CI provider's server, as somebody names it.
///
/// @param url what a person would write: `https://github.com`, a host, or the address of its API
/// @param proxy address of an HTTP proxy
/// @param authority file of certificates (PEM) that are trusted beside those that come with Java
public record Host(Connection.Kind kind, String url, @Nullable String proxy, @Nullable Path authority) {

    /// Reached directly, with Java's own trust.
    public Host(Connection.Kind kind, String url) {
        this(kind, url, null, null);
    }
}
