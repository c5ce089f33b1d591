package dev.signalbox.provider.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A complete, strictly parsed answer to a read.
///
/// @param body the tree; not to be changed. For a 304 the one that was kept
/// @param status the HTTP status; 304 where the kept body was confirmed
/// @param headers the answer's headers (the newest ones after a 304)
/// @param freshness whether the body came now or was kept
/// @param readAt when the server answered, by our clock
/// @param next the next page, if the server named one at the same origin
/// @param movedTo where this address has moved for good (301, 308), within the same origin
public record JsonAnswer(
        JsonNode body,
        int status,
        AnswerHeaders headers,
        Freshness freshness,
        Instant readAt,
        @Nullable ApiUrl next,
        @Nullable ApiUrl movedTo) {

    /// Where the body came from.
    public enum Freshness {
        /// The server sent it.
        CHANGED,
        /// The server said that the kept one still holds (304).
        UNCHANGED
    }

    /// Whether nothing has changed since the last read of the same address.
    public boolean isUnchanged() {
        return freshness == Freshness.UNCHANGED;
    }

    /// Neither body nor header values: they may hold what must not be printed.
    @Override
    public String toString() {
        return "JsonAnswer[" + status + " " + freshness + " at " + readAt + "]";
    }
}
