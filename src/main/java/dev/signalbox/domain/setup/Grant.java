package dev.signalbox.domain.setup;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// A token that a sign-in gave for a while, with what renews it. The two belong together: with the next pair neither of
/// them is good any more.
///
/// @param token what requests carry
/// @param endsAt when the token ends by our own clock; absent where the server did not say
/// @param refresh what the next pair is asked for with, once
/// @param refreshEndsAt when that ends; absent where the server did not say
/// @param clientId of the application that somebody signed in to
/// @param at where the next pair is asked for
public record Grant(
        HiddenText token, @Nullable Instant endsAt, HiddenText refresh, @Nullable Instant refreshEndsAt,
        String clientId, URI at) {

    /// So much earlier a token is renewed: the last requests with it arrive while it is still good.
    private static final Duration EARLY = Duration.ofMinutes(5);

    /// Of a token that lives for less than an hour only this part of what is left when it is renewed.
    private static final int PART = 10;

    /// The ends are kept to the second, as they are written down.
    public Grant {
        endsAt = endsAt == null ? null : endsAt.truncatedTo(ChronoUnit.SECONDS);
        refreshEndsAt = refreshEndsAt == null ? null : refreshEndsAt.truncatedTo(ChronoUnit.SECONDS);
    }

    /// Whether it is time to renew it.
    ///
    /// @param since when it was given
    public boolean isDue(Instant since, Instant now) {
        if (endsAt == null) {
            return false;
        }
        Duration part = Duration.between(since, endsAt).dividedBy(PART);
        return !now.isBefore(endsAt.minus(part.compareTo(EARLY) < 0 ? part : EARLY));
    }

    /// Whether the token has ended by our own clock.
    public boolean hasEnded(Instant now) {
        return endsAt != null && !now.isBefore(endsAt);
    }
}
