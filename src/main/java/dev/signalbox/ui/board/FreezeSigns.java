package dev.signalbox.ui.board;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.domain.ci.FreezeWindow;
import dev.signalbox.domain.ci.FreezeWindow.Standing;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Freezes in force, as cells tell them. Working out a freeze's times costs far more than making a cell, so each list is
/// worked out once and kept until it is read anew or the next of its freezes begins or ends. While it is kept it is the
/// same object: whoever keeps a row compares by identity.
final class FreezeSigns {

    /// How early the drawer tells of a freeze.
    private static final Duration SOON = Duration.ofDays(1);

    private record Kept(Reading<List<Freeze>> reading, List<FreezeWindow> inForce, Instant until) {}

    private final Map<RepositoryId, Kept> kept = new HashMap<>();

    /// Freezes of a repository that are in force at `now`.
    List<FreezeWindow> of(@Nullable RepositoryId repository, ConsoleState state, Instant now) {
        Reading<List<Freeze>> reading = repository == null ? null : state.freezes().get(repository);
        if (repository == null || reading == null || reading.or(List.of()).isEmpty()) {
            return List.of();
        }
        Kept known = kept.get(repository);
        if (known == null || known.reading() != reading || !now.isBefore(known.until())) {
            known = workOut(reading, now, known == null ? List.of() : known.inForce());
            kept.put(repository, known);
        }
        return known.inForce();
    }

    /// What a cell says: `frozen for another 2 h, until 23 Nov 06:00 UTC`; empty when no freeze touches the environment.
    static String words(List<FreezeWindow> inForce, String environment, Instant now) {
        if (inForce.isEmpty()) {
            return "";
        }
        return inForce.stream()
                .filter(window -> touches(window.freeze(), environment))
                .max(Comparator.comparing(FreezeSigns::end))
                .map(window -> window.until() == null
                        ? "frozen"
                        : "frozen for another " + Durations.brief(Duration.between(now, window.until()))
                                + window.end().map(end -> ", until " + TimeOfDay.withZone(end)).orElse(""))
                .orElse("");
    }

    /// What the drawer says of a freeze that is in force, or else of one that begins within a day.
    static Optional<String> fact(
            @Nullable RepositoryId repository, String environment, ConsoleState state, Instant now) {
        if (repository == null) {
            return Optional.empty();
        }
        Optional<String> inForce = state.frozen(repository, environment, now).map(window -> window.until() == null
                ? "nobody should deploy here now"
                : "nobody should deploy here for " + Durations.words(Duration.between(now, window.until())));
        return inForce.or(() -> state.freezesSoon(repository, environment, now, now.plus(SOON)).map(window -> coming(
                window, now)));
    }

    private static String coming(FreezeWindow window, Instant now) {
        Instant from = Objects.requireNonNullElse(window.from(), now);
        return "begins in " + Durations.words(Duration.between(now, from))
                + (window.until() == null
                        ? ""
                        : ", for " + Durations.words(Duration.between(from, window.until())));
    }

    /// @param before what was in force; stays the same object where nothing has changed, as with most readings
    private static Kept workOut(Reading<List<Freeze>> reading, Instant now, List<FreezeWindow> before) {
        List<FreezeWindow> all = reading.or(List.of()).stream().map(f -> FreezeWindow.of(f, now)).toList();
        Instant until = all.stream()
                .map(window -> window.standing() == Standing.COMING ? window.from() : window.until())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        List<FreezeWindow> inForce =
                all.stream().filter(window -> window.standing() == Standing.IN_FORCE).toList();
        return new Kept(reading, inForce.equals(before) ? before : inForce, until);
    }

    private static boolean touches(Freeze freeze, String environment) {
        return freeze.environments().isEmpty() || freeze.environments().contains(environment);
    }

    private static Instant end(FreezeWindow window) {
        return window.until() == null ? Instant.MAX : window.until();
    }
}
