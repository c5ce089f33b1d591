package dev.signalbox.provider.github;

import org.jspecify.annotations.Nullable;

/// The credential's user on the wire, with what the answer's headers tell about the credential.
///
/// @param scopes the `X-OAuth-Scopes` header, which only classic tokens have
/// @param expiration the `GitHub-Authentication-Token-Expiration` header
record AccountJson(@Nullable String login, @Nullable String scopes, @Nullable String expiration) {}
