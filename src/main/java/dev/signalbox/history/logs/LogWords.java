package dev.signalbox.history.logs;

import dev.signalbox.domain.text.Redaction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is looked for: every word in a line, in any case and order; words between quotation marks stand together.
final class LogWords {

    private static final int GRAM = 3;

    /// More parts than these do not make a block any rarer, only the question longer.
    private static final int MOST_GRAMS = 48;

    private static final int AROUND = 160;
    private static final Pattern WORD = Pattern.compile("\"([^\"]+)\"|(\\S+)");

    private final List<String> words = new ArrayList<>();

    LogWords(String text) {
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String phrase = matcher.group(1);
            String word = phrase != null ? phrase : matcher.group();
            // A secret in the question was taken out as it was in the logs: it would find every other secret.
            if (!word.equals(Redaction.MARK)) {
                words.add(word);
            }
        }
    }

    /// The question to the index: every three letters in a row of every word; empty when no word has three.
    String match() {
        Set<String> grams = new LinkedHashSet<>();
        for (String word : words) {
            int[] letters = word.codePoints().toArray();
            for (int at = 0; at + GRAM <= letters.length; at++) {
                grams.add(new String(letters, at, GRAM));
            }
        }
        List<String> all = List.copyOf(grams);
        int step = Math.max(1, (all.size() + MOST_GRAMS - 1) / MOST_GRAMS);
        List<String> asked = new ArrayList<>();
        for (int at = 0; at < all.size(); at += step) {
            asked.add("\"" + all.get(at).replace("\"", "\"\"") + "\"");
        }
        return String.join(" AND ", asked);
    }

    /// Whether a line has all words.
    boolean isIn(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }

    /// The part of a long line around the first word.
    String around(String line) {
        int at = Math.max(0, line.toLowerCase(Locale.ROOT).indexOf(words.getFirst()));
        int from = Math.min(Math.max(0, at - AROUND / 2), line.length());
        int to = Math.min(line.length(), from + 2 * AROUND);
        return (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : "");
    }
}
