package dev.signalbox.domain.cluster;

import org.jspecify.annotations.Nullable;

/// A container image reference, taken apart.
///
/// @param text the whole reference as written
/// @param repository registry and path without tag and digest
/// @param tag the tag, if written
/// @param digest `sha256:…`, if written
public record ImageRef(String text, String repository, @Nullable String tag, @Nullable String digest) {

    /// Takes `registry:5000/team/app:tag@sha256:…` apart; never fails.
    public static ImageRef parse(String text) {
        String rest = text;
        String digest = null;
        int at = rest.indexOf('@');
        if (at >= 0) {
            digest = rest.substring(at + 1);
            rest = rest.substring(0, at);
        }
        String tag = null;
        int colon = rest.lastIndexOf(':');
        if (colon > rest.lastIndexOf('/')) {
            tag = rest.substring(colon + 1);
            rest = rest.substring(0, colon);
        }
        return new ImageRef(text, rest, tag, digest);
    }

    /// What people call this version: the tag, or the start of the digest, or the word latest that Kubernetes means.
    public String version() {
        if (tag != null && !tag.isEmpty()) {
            return tag;
        }
        if (digest == null) {
            return "latest";
        }
        int colon = digest.indexOf(':');
        String hex = digest.substring(colon + 1);
        if (hex.isEmpty()) {
            return "latest";
        }
        return hex.length() > 12 ? hex.substring(0, 12) : hex;
    }

    /// The last segment of the repository: what the service is usually called.
    public String name() {
        return repository.substring(repository.lastIndexOf('/') + 1);
    }
}
