package dev.signalbox.ui.shell;

import dev.signalbox.domain.ApiBudget;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.Connection.Kind;
import dev.signalbox.domain.Connection.Lamp;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.widget.Tone;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.Numbers;
import dev.signalbox.ui.words.Problems;
import dev.signalbox.ui.words.Unlisted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Connections as chips and as banners. Pure.
final class ConnectionRows {

    /// More clusters than this are told in one chip.
    private static final int CLUSTERS_APART = 2;

    /// Shorter interruptions are told by the chip alone.
    private static final Duration WORTH_A_BANNER = Duration.ofSeconds(60);

    private ConnectionRows() {}

    static List<ConnectionRow> chips(Collection<Connection> all, Instant now) {
        List<Connection> sorted = all.stream()
                .sorted(Comparator.comparing((Connection c) -> c.kind()).thenComparing(Connection::id))
                .toList();
        List<Connection> clusters = sorted.stream().filter(c -> c.kind() == Kind.KUBERNETES).toList();
        List<ConnectionRow> rows = new ArrayList<>();
        sorted.stream().filter(c -> c.kind() != Kind.KUBERNETES).forEach(c -> rows.add(chip(c, now)));
        if (clusters.size() <= CLUSTERS_APART) {
            clusters.forEach(c -> rows.add(chip(c, now)));
        } else {
            rows.add(together(clusters, now));
        }
        return rows;
    }

    /// What is wrong and needs to be read: credentials refused, interruptions that last, and owners whose repositories
    /// cannot be listed.
    static List<String> banners(Collection<Connection> all, Instant now) {
        return all.stream()
                .sorted(Comparator.comparing(Connection::id))
                .flatMap(c -> banners(c, now))
                .toList();
    }

    private static Stream<String> banners(Connection c, Instant now) {
        RemoteProblem problem = c.problem();
        if (problem == null) {
            return Unlisted.of(c, now).stream().map(words -> name(c) + ": " + words);
        }
        return c.lamp() == Lamp.FAILED || isLong(c, now) ? Stream.of(banner(c, problem, now)) : Stream.empty();
    }

    static Tone tone(Connection c) {
        if (!c.doubt().isEmpty()) {
            return Tone.BAD;
        }
        return isPartly(c) ? Tone.WARN : tone(c.lamp());
    }

    static Tone tone(Lamp lamp) {
        return switch (lamp) {
            case LIVE -> Tone.OK;
            case CONNECTING -> Tone.IDLE;
            case STALE, PAUSED -> Tone.WARN;
            case FAILED -> Tone.BAD;
        };
    }

    /// Answers, but does not list all that was asked for.
    private static boolean isPartly(Connection c) {
        return c.lamp() == Lamp.LIVE && Unlisted.isAny(c);
    }

    private static boolean isLong(Connection c, Instant now) {
        boolean troubled = c.lamp() == Lamp.STALE || c.lamp() == Lamp.PAUSED;
        Instant fresh = c.freshAt();
        return troubled && (fresh == null || fresh.plus(WORTH_A_BANNER).isBefore(now));
    }

    private static String banner(Connection c, RemoteProblem problem, Instant now) {
        String old = c.freshAt() == null
                ? "Nothing was read from it yet."
                : "Values shown are from " + Durations.ago(c.freshAt(), now) + ".";
        return name(c) + ": " + safe(Problems.sentence(problem, now)) + " " + old + " " + Problems.advice(problem);
    }

    private static ConnectionRow chip(Connection c, Instant now) {
        String standing = standing(c, now);
        return new ConnectionRow(
                "chip-" + c.id().name(),
                name(c) + " · " + standing + left(c),
                c.lamp() == Lamp.LIVE && c.doubt().isEmpty() && !isPartly(c) ? name(c) : name(c) + " · " + briefly(c),
                tone(c),
                List.of(ConnectionCards.of(c, now)));
    }

    /// Requests left. Not told beside a pause that was not caused by their number: the two would contradict each other.
    private static String left(Connection c) {
        ApiBudget budget = c.budget();
        boolean pause = c.problem() instanceof RemoteProblem.RateLimited;
        return budget == null || (pause && budget.remaining() > 0)
                ? ""
                : " · " + Numbers.grouped(budget.remaining()) + " / " + Numbers.grouped(budget.limit());
    }

    private static ConnectionRow together(List<Connection> clusters, Instant now) {
        Connection worst = clusters.stream().max(Comparator.comparing(ConnectionRows::gravity)).orElseThrow();
        long well = clusters.stream().filter(c -> c.lamp() == Lamp.LIVE && c.doubt().isEmpty()).count();
        String words = well == clusters.size()
                ? clusters.size() + " clusters · watch"
                : well + " of " + clusters.size() + " clusters · " + name(worst) + " " + standing(worst, now);
        return new ConnectionRow(
                "chip-clusters", words, well + " / " + clusters.size() + " clusters", tone(worst),
                clusters.stream().map(c -> ConnectionCards.of(c, now)).toList());
    }

    private static int gravity(Connection c) {
        if (!c.doubt().isEmpty()) {
            return 5;
        }
        return switch (c.lamp()) {
            case LIVE -> 0;
            case CONNECTING -> 1;
            case PAUSED -> 2;
            case STALE -> 3;
            case FAILED -> 4;
        };
    }

    static String standing(Connection c, Instant now) {
        if (!c.doubt().isEmpty()) {
            return "another cluster";
        }
        RemoteProblem problem = c.problem();
        return switch (c.lamp()) {
            case CONNECTING -> "connecting";
            case LIVE -> c.kind() == Kind.KUBERNETES ? "watch" : briefly(c);
            case STALE -> c.retryAt() == null
                    ? "no answer for " + Durations.age(c.freshAt(), now)
                    : "reconnecting " + Durations.until(c.retryAt(), now);
            case PAUSED, FAILED -> problem == null ? briefly(c) : Problems.brief(problem, now);
        };
    }

    private static String briefly(Connection c) {
        if (!c.doubt().isEmpty()) {
            return "another cluster";
        }
        return switch (c.lamp()) {
            case CONNECTING -> "connecting";
            case LIVE -> isPartly(c) ? "not all listed" : "live";
            case STALE -> "stale";
            case PAUSED -> "paused";
            case FAILED -> "failed";
        };
    }

    private static String name(Connection c) {
        return SafeText.line(c.id().name(), 40);
    }

    private static String safe(String text) {
        return SafeText.line(text, 400);
    }
}
