package dev.signalbox.domain.ci;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the CI provider of one connection can do. May change while the console runs: a server is asked for its version,
/// or turns out to lack something.
///
/// @param missing what it cannot do, each with a sentence that says why and what to do instead
/// @param attempts whether running a run again makes another attempt of it; otherwise the same run goes on
/// @param startedByHand events of runs that people start with a request, such as `workflow_dispatch`
public record CiCapabilities(Map<CiAbility, String> missing, boolean attempts, Set<String> startedByHand) {

    /// Nothing is known to be missing.
    public static final CiCapabilities ALL = new CiCapabilities(Map.of(), true, Set.of());

    /// Where running again makes an attempt (at GitHub), nothing is run again after 30 days.
    private static final Duration TOO_OLD = Duration.ofDays(30);

    /// Why what was made then is not run again any more; empty when it is, or nobody knows when it was made.
    public Optional<String> whyTooOld(@Nullable Instant made, Instant now) {
        return attempts && made != null && made.plus(TOO_OLD).isBefore(now)
                ? Optional.of("It is older than 30 days.")
                : Optional.empty();
    }

    /// Why it cannot do this; empty when it can.
    public Optional<String> whyNot(CiAbility ability) {
        return Optional.ofNullable(missing.get(ability));
    }
}
