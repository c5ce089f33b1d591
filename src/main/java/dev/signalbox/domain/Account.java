package dev.signalbox.domain;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who the credential belongs to.
///
/// @param login the name that reviews and dispatches are made under
/// @param scopes what a classic token may do; empty when the provider does not say
/// @param expiresAt when the credential ends, if the provider tells
public record Account(String login, Set<String> scopes, @Nullable Instant expiresAt) {}
