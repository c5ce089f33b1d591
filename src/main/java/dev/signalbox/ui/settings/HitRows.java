package dev.signalbox.ui.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Finds settings by what was typed. Pure.
final class HitRows {

    private static final int TITLE = 0;
    private static final int WORDS = 1;
    private static final int ELSEWHERE = 2;
    private static final int NOWHERE = 3;

    private HitRows() {}

    /// The settings in which every typed word begins a word, those first that are called so; none for an empty text.
    static List<HitRow> of(List<SettingsPage> pages, String typed) {
        List<String> wanted = wordsOf(typed);
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Ranked> found = new ArrayList<>();
        for (SettingsPage page : pages) {
            for (Setting setting : page.settings()) {
                int rank = wanted.stream().mapToInt(word -> rank(page, setting, word)).max().orElse(NOWHERE);
                if (rank < NOWHERE) {
                    found.add(new Ranked(rank, new HitRow(
                            page.id(), setting.id(), page.title(), setting.title(), setting.explanation())));
                }
            }
        }
        return found.stream().sorted(Comparator.comparingInt(Ranked::rank)).map(Ranked::row).toList();
    }

    private static int rank(SettingsPage page, Setting setting, String word) {
        if (begins(setting.title(), word)) {
            return TITLE;
        }
        if (begins(page.title(), word) || setting.words().stream().anyMatch(known -> begins(known, word))) {
            return WORDS;
        }
        return begins(setting.explanation(), word) ? ELSEWHERE : NOWHERE;
    }

    private static boolean begins(String text, String word) {
        return wordsOf(text).stream().anyMatch(part -> part.startsWith(word));
    }

    private static List<String> wordsOf(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}%]+")).filter(w -> !w.isEmpty()).toList();
    }

    private record Ranked(int rank, HitRow row) {}
}
