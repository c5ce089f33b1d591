package dev.signalbox.domain.update;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The last time that somebody or the clock asked for the newest version.
///
/// @param at when it was asked
/// @param found the newest version that was ever heard of there; kept when asking again fails
/// @param problem why this time nothing was heard, in a sentence; empty when something was
public record LastLook(Instant at, @Nullable PublishedVersion found, String problem) {

    /// How long nobody asks by himself after a look, whatever came of it.
    public static final Duration PAUSE = Duration.ofDays(1);

    /// Whether the clock may ask again. A look that lies in the future was dated by a clock that went wrong.
    public boolean isOver(Instant now) {
        return at.isAfter(now) || !now.isBefore(at.plus(PAUSE));
    }

    /// The found version if it is newer than the given one.
    public @Nullable PublishedVersion newerThan(Version own) {
        PublishedVersion known = found;
        return known != null && known.version().isNewerThan(own) ? known : null;
    }
}
