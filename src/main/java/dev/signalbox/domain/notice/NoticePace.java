package dev.signalbox.domain.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How fast notices are told: a few one by one, then what comes of the rest together. Immutable.
///
/// @param told when the last ones were told one by one, at most [#MOST] of them
/// @param held what waits to be told together
/// @param heldSince when the first of those came
public record NoticePace(List<Instant> told, List<Notice> held, Instant heldSince) {

    /// Nothing was told yet.
    public static final NoticePace FRESH = new NoticePace(List.of(), List.of(), Instant.MIN);

    /// So many are told one by one within [#WINDOW].
    public static final int MOST = 3;

    static final Duration WINDOW = Duration.ofMinutes(1);

    /// Of a flood the newest are kept: more than this nobody reads.
    private static final int MOST_HELD = 500;

    /// What is told now.
    ///
    /// @param single each by itself
    /// @param together as one; empty, or at least one
    /// @param next how it goes on
    public record Turn(List<Notice> single, List<Notice> together, NoticePace next) {}

    /// Takes what is news, also nothing: what was held comes out when its time is over.
    public Turn take(List<Notice> news, Instant now) {
        List<Instant> recent = new ArrayList<>(told);
        recent.removeIf(at -> !now.isBefore(at.plus(WINDOW)) || at.isAfter(now));
        if (held.isEmpty() && news.size() <= MOST - recent.size()) {
            news.forEach(notice -> recent.add(now));
            return new Turn(news, List.of(), new NoticePace(List.copyOf(recent), List.of(), Instant.MIN));
        }
        List<Notice> all = new ArrayList<>(held);
        all.addAll(news);
        List<Notice> kept = List.copyOf(all.subList(Math.max(0, all.size() - MOST_HELD), all.size()));
        boolean free = recent.isEmpty();
        boolean over = !held.isEmpty() && !now.isBefore(heldSince.plus(WINDOW));
        if (free || over) {
            return new Turn(List.of(), kept, new NoticePace(List.of(now), List.of(), Instant.MIN));
        }
        return new Turn(
                List.of(), List.of(),
                new NoticePace(List.copyOf(recent), kept, held.isEmpty() ? now : heldSince));
    }
}
