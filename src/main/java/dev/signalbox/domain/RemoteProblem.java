package dev.signalbox.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why a remote system could not be read or changed. Problems are state: they are kept beside the last good value
/// and shown in words. Every `detail` is already sanitised: no secret, no control character, no markup.
public sealed interface RemoteProblem {

    /// A sentence for people, sanitised, without credentials.
    String detail();

    /// No usable answer: name not resolved, connection refused or cut, TLS failure, deadline passed.
    ///
    /// @param sent whether any byte of the request may have reached the server
    record Unreachable(String detail, Sent sent) implements RemoteProblem {}

    /// The credential was refused (HTTP 401).
    record Unauthorized(String detail) implements RemoteProblem {}

    /// There is no credential to send, so nothing was asked; the detail says why, and what a person can do.
    record NoCredential(String detail) implements RemoteProblem {}

    /// The sign-in that gave the token has come to its end: it is not renewed any more, and nothing was asked. A person has
    /// to sign in again.
    record SignInEnded(String detail) implements RemoteProblem {}

    /// The credential is good but may not do this (HTTP 403 without signs of a rate limit).
    ///
    /// @param missing the permission or scope that the server named, if it did
    record Forbidden(String detail, @Nullable String missing) implements RemoteProblem {}

    /// Not there, or hidden from this credential (HTTP 404, 410).
    record NotFound(String detail) implements RemoteProblem {}

    /// The world has moved: HTTP 409, 412, or a failed precondition (422 of a JSON Patch `test`).
    record Conflict(String detail) implements RemoteProblem {}

    /// The request itself was refused as wrong (HTTP 400, 405, 415, 422 with a reason) or was moved elsewhere (3xx on a write).
    record Rejected(String detail, int status) implements RemoteProblem {}

    /// Too many requests; nothing should be sent to this host before `until`.
    record RateLimited(String detail, Instant until) implements RemoteProblem {}

    /// The server failed (HTTP 408, 5xx).
    record ServerFault(String detail, int status) implements RemoteProblem {}

    /// An answer came but could not be understood: HTML in place of JSON, truncated, too large, wrong types.
    record Unreadable(String detail) implements RemoteProblem {}

    /// An answer came and was good, but this machine could not keep it: its disk is full, or may not be written.
    record NotKept(String detail) implements RemoteProblem {}

    /// How much of a request may have left this machine before it failed.
    enum Sent {
        /// Certainly nothing: safe to send again.
        NOTHING,
        /// Some or all of it: for a write the effect is unknown until it is read.
        MAYBE
    }
}
