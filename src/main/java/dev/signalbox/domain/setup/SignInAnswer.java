package dev.signalbox.domain.setup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a sign-in stands.
public sealed interface SignInAnswer {

    /// Nobody has said yes or no yet.
    ///
    /// @param next what to ask with next time: the same, but the server may have asked for a longer pause
    record Waiting(DeviceCode next) implements SignInAnswer {}

    /// Somebody said yes.
    ///
    /// @param expiresAt when the token ends, if it does
    /// @param grant what renews the token; absent where nothing does
    record Granted(HiddenText token, @Nullable Instant expiresAt, @Nullable Grant grant) implements SignInAnswer {

        /// A token that nothing renews.
        public Granted(HiddenText token, @Nullable Instant expiresAt) {
            this(token, expiresAt, null);
        }
    }

    /// It came to nothing.
    ///
    /// @param sentence what happened and what to do, in one or two sentences
    record Refused(Why why, String sentence) implements SignInAnswer {}

    /// Why a sign-in came to nothing.
    enum Why {
        /// The code was not typed in time: begin again.
        EXPIRED,
        /// Somebody said no.
        DENIED,
        /// The application may not be signed in to this way, or the server is too old for it.
        NOT_ENABLED,
        /// The server does not know the application.
        UNKNOWN_APPLICATION,
        /// The server said something that is not known here.
        UNCLEAR
    }
}
