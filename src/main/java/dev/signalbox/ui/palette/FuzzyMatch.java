package dev.signalbox.ui.palette;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Ranks entries against what was typed. Every word typed must be found, in order of its letters, in the title or the
/// detail; beginnings of words, runs of letters and titles count more. Pure.
final class FuzzyMatch {

    private static final int NO_MATCH = -1;
    private static final int EXACT = 1_000;
    private static final int PREFIX = 500;
    private static final int WORD_PREFIX = 300;
    private static final int INSIDE = 150;
    private static final int DETAIL_SHARE = 3;
    private static final int ACT_SHARE = 2;

    private FuzzyMatch() {}

    /// The entries that match, best first; all of them in their own order when nothing is typed.
    ///
    /// @param acts what can be done, once something is typed. They count less: somebody who types a service's name looks
    /// for the service, and there are many things that can be done to it
    static List<PaletteEntry> rank(
            List<PaletteEntry> entries, List<PaletteEntry> acts, TypedWords typed, int most) {
        if (typed.isEmpty()) {
            return entries.stream().limit(most).toList();
        }
        return Stream.concat(
                entries.stream().map(e -> new Scored(e, score(e, typed.words()))),
                acts.stream().map(e -> new Scored(e, shared(score(e, typed.words())))))
                .filter(s -> s.score != NO_MATCH)
                .sorted(Comparator.comparingInt(Scored::score)
                        .reversed()
                        .thenComparing(s -> s.entry.kind())
                        .thenComparingInt(s -> s.entry.title().length())
                        .thenComparing(s -> s.entry.title()))
                .limit(most)
                .map(Scored::entry)
                .toList();
    }

    private static int shared(int score) {
        return score == NO_MATCH ? NO_MATCH : score / ACT_SHARE;
    }

    private static int score(PaletteEntry entry, List<String> words) {
        int sum = 0;
        for (String word : words) {
            int title = score(entry.title(), word);
            int detail = score(entry.detail(), word);
            int kind = entry.kind().word().startsWith(word) ? INSIDE : NO_MATCH;
            int best = Math.max(Math.max(title, kind), detail == NO_MATCH ? NO_MATCH : detail / DETAIL_SHARE);
            if (best == NO_MATCH) {
                return NO_MATCH;
            }
            sum += best;
        }
        return sum;
    }

    /// How well one word fits a text; -1 when it does not.
    static int score(String text, String word) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals(word)) {
            return EXACT;
        }
        if (lower.startsWith(word)) {
            return PREFIX;
        }
        int at = lower.indexOf(word);
        if (at >= 0) {
            while (at > 0 && !isWordStart(lower, at)) {
                at = lower.indexOf(word, at + 1);
            }
            return at > 0 ? WORD_PREFIX : INSIDE;
        }
        return letters(lower, word);
    }

    /// Letters in order with gaps: each at a word's start or right after the one before counts more.
    private static int letters(String text, String word) {
        int sum = 0;
        int before = -2;
        int from = 0;
        for (int i = 0; i < word.length(); i++) {
            int at = text.indexOf(word.charAt(i), from);
            if (at < 0) {
                return NO_MATCH;
            }
            int start = at;
            while (start >= 0 && start != before + 1 && !isWordStart(text, start)) {
                start = text.indexOf(word.charAt(i), start + 1);
            }
            // A better place for this letter is no use when the rest of the word does not follow it any more.
            boolean good = start >= 0 && follows(text, start + 1, word, i + 1);
            int taken = good ? start : at;
            sum += good ? 10 : 1;
            before = taken;
            from = taken + 1;
        }
        // Scattered single letters match nearly everything: at least half of them must stand well.
        return sum * 2 >= word.length() * 10 ? sum : NO_MATCH;
    }

    private static boolean follows(String text, int from, String word, int letter) {
        int at = from;
        for (int i = letter; i < word.length(); i++) {
            at = text.indexOf(word.charAt(i), at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWordStart(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private record Scored(PaletteEntry entry, int score) {}
}
