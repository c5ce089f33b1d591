package dev.signalbox.domain.plan;

import dev.signalbox.domain.ConnectionId;
import java.net.URI;

/// One exact request: what is shown, what is written down and what is sent are this very value. Holds no credential.
///
/// @param method POST, PATCH, PUT or DELETE
/// @param contentType of the body; empty when there is none
/// @param body empty when there is none
/// @param command the same request as text for `curl` or `kubectl`, with the credential as a shell variable
public record PlannedRequest(
        ConnectionId connection, String method, URI uri, String contentType, String body, String command) {}
