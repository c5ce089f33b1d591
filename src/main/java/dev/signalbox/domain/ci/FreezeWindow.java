package dev.signalbox.domain.ci;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a freeze stands at one time. The rule is GitLab's own: it is in force when it began after it last ended and ends
/// before it begins again (`Ci::FreezePeriodStatus`).
///
/// @param from when it began, or begins next
/// @param until when it ends; absent where it never does
public record FreezeWindow(Freeze freeze, Standing standing, @Nullable Instant from, @Nullable Instant until) {

    /// Ways to stand.
    public enum Standing {
        IN_FORCE,
        COMING,
        /// Its times cannot be understood, or never come.
        UNREADABLE
    }

    /// Names of zones that are no places; all other short names are cities.
    private static final Map<String, String> ZONES = Map.of(
            "Eastern Time (US & Canada)", "America/New_York",
            "Central Time (US & Canada)", "America/Chicago",
            "Mountain Time (US & Canada)", "America/Denver",
            "Pacific Time (US & Canada)", "America/Los_Angeles");

    /// The freeze as it stands at `now`.
    public static FreezeWindow of(Freeze freeze, Instant now) {
        Optional<ZoneId> zone = zone(freeze.zone());
        Optional<CronTimes> start = zone.flatMap(z -> CronTimes.parse(freeze.start(), z));
        Optional<CronTimes> end = zone.flatMap(z -> CronTimes.parse(freeze.end(), z));
        if (start.isEmpty() || end.isEmpty()) {
            return new FreezeWindow(freeze, Standing.UNREADABLE, null, null);
        }
        ZonedDateTime at = now.atZone(ZoneOffset.UTC);
        Optional<ZonedDateTime> began = start.get().last(at);
        Optional<ZonedDateTime> ended = end.get().last(at);
        Optional<ZonedDateTime> ends = end.get().next(at);
        Optional<ZonedDateTime> begins = start.get().next(at);
        boolean inForce = began.isPresent() && ends.isPresent()
                && (ended.isEmpty() || ended.get().isBefore(began.get()))
                && (begins.isEmpty() || ends.get().isBefore(begins.get()));
        if (inForce) {
            return new FreezeWindow(
                    freeze, Standing.IN_FORCE, began.get().toInstant(), ends.get().toInstant());
        }
        return begins
                .map(b -> new FreezeWindow(
                        freeze, Standing.COMING, b.toInstant(),
                        end.get().next(b).map(ZonedDateTime::toInstant).orElse(null)))
                .orElseGet(() -> new FreezeWindow(freeze, Standing.UNREADABLE, null, null));
    }

    /// When it ends, by the clock of the place that it was made for.
    public Optional<ZonedDateTime> end() {
        return until == null ? Optional.empty() : zone(freeze.zone()).map(until::atZone);
    }

    /// The freeze in force at `now` that ends last, if one touches the environment.
    public static Optional<FreezeWindow> inForce(List<Freeze> freezes, String environment, Instant now) {
        return touching(freezes, environment, now)
                .filter(w -> w.standing() == Standing.IN_FORCE)
                .max(Comparator.comparing(w -> w.until() == null ? Instant.MAX : w.until()));
    }

    /// The freeze that touches the environment and begins first after `now`, if one begins before `until`.
    public static Optional<FreezeWindow> coming(
            List<Freeze> freezes, String environment, Instant now, Instant until) {
        return touching(freezes, environment, now)
                .filter(w -> w.standing() == Standing.COMING && w.from() != null && w.from().isBefore(until))
                .min(Comparator.comparing(w -> Objects.requireNonNullElse(w.from(), Instant.MAX)));
    }

    /// A freeze that touches the environment and whose times cannot be understood, if there is one.
    public static Optional<Freeze> unreadable(List<Freeze> freezes, String environment, Instant now) {
        return touching(freezes, environment, now)
                .filter(w -> w.standing() == Standing.UNREADABLE)
                .map(FreezeWindow::freeze)
                .findFirst();
    }

    private static Stream<FreezeWindow> touching(List<Freeze> freezes, String environment, Instant now) {
        return freezes.stream()
                .filter(f -> f.environments().isEmpty() || f.environments().contains(environment))
                .map(f -> of(f, now));
    }

    /// Providers give the names of the tz database, or short ones of which most are cities in it.
    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(ZONES.getOrDefault(name, name.isEmpty() ? "UTC" : name)));
        } catch (DateTimeException noSuchZone) {
            String city = "/" + name.replace(' ', '_');
            return ZoneId.getAvailableZoneIds().stream()
                    .filter(id -> id.endsWith(city))
                    .sorted()
                    .findFirst()
                    .map(ZoneId::of);
        }
    }
}
