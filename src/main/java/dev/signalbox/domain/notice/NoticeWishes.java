package dev.signalbox.domain.notice;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a person wants to be told, and when not.
///
/// @param kinds what is told of everything that no rule is about
/// @param quiet when nothing is told, day by day
/// @param snoozedUntil until when nothing is told for once
public record NoticeWishes(
        boolean on, Set<NoticeKind> kinds, List<NoticeRule> rules, Optional<QuietHours> quiet,
        Optional<Instant> snoozedUntil) {

    /// What holds until somebody chooses.
    public static final NoticeWishes USUAL =
            new NoticeWishes(true, NoticeKind.usual(), List.of(), Optional.empty(), Optional.empty());

    public NoticeWishes {
        kinds = Set.copyOf(kinds);
        rules = List.copyOf(rules);
    }

    /// Whether anything may be told now.
    public boolean speaksAt(Instant now) {
        return on
                && snoozedUntil.filter(now::isBefore).isEmpty()
                && quiet.filter(hours -> hours.holdsAt(now)).isEmpty();
    }

    /// Whether this is to be told, at a time when something may be.
    public boolean want(Notice notice) {
        return rules.stream()
                .filter(rule -> rule.isAbout(notice))
                .min(Comparator.comparing(NoticeRule::scope))
                .map(NoticeRule::kinds)
                .orElse(kinds)
                .contains(notice.kind());
    }

    /// The same, quiet until then; absent to speak again.
    public NoticeWishes snoozed(Optional<Instant> until) {
        return new NoticeWishes(on, kinds, rules, quiet, until);
    }
}
