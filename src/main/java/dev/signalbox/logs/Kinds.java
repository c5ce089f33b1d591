package dev.signalbox.logs;

import dev.signalbox.logs.LogLine.Kind;
import java.util.Locale;
import java.util.Map;

/// Tells what a line is by the markers that runners and build tools put at its beginning.
final class Kinds {

    /// Longest marker together with the brackets around it.
    private static final int LONGEST = 16;

    /// `##[error]` of the runner; `::error file=…::` of a workflow command.
    private static final Map<String, Kind> COMMANDS = Map.of(
            "error", Kind.ERROR,
            "warning", Kind.WARNING,
            "notice", Kind.NOTICE,
            "group", Kind.GROUP,
            "endgroup", Kind.ENDGROUP,
            "command", Kind.COMMAND);

    /// `[ERROR]` of Maven and of many loggers.
    private static final Map<String, Kind> LEVELS = Map.of(
            "error", Kind.ERROR,
            "fatal", Kind.ERROR,
            "warn", Kind.WARNING,
            "warning", Kind.WARNING,
            "command", Kind.COMMAND);

    private Kinds() {}

    static Kind of(String text) {
        if (text.startsWith("##[")) {
            return COMMANDS.getOrDefault(word(text, 3, "]"), Kind.PLAIN);
        }
        if (text.startsWith("::")) {
            return COMMANDS.getOrDefault(word(text, 2, ": "), Kind.PLAIN);
        }
        if (text.startsWith("ERROR") || text.startsWith("FATAL")) {
            return endsWord(text, 5) ? Kind.ERROR : Kind.PLAIN;
        }
        if (text.startsWith("WARN")) {
            return endsWord(text, text.startsWith("WARNING") ? 7 : 4) ? Kind.WARNING : Kind.PLAIN;
        }
        return text.startsWith("[") ? LEVELS.getOrDefault(word(text, 1, "]"), Kind.PLAIN) : Kind.PLAIN;
    }

    /// `ERROR main - …`, `ERROR: …`: what loggers of services write first.
    private static boolean endsWord(String text, int at) {
        return text.length() > at && " :".indexOf(text.charAt(at)) >= 0;
    }

    /// The word from `from` to the first of `ends`, in lower case; empty when none of them follows.
    private static String word(String text, int from, String ends) {
        for (int at = from; at < Math.min(text.length(), from + LONGEST); at++) {
            if (ends.indexOf(text.charAt(at)) >= 0) {
                return text.substring(from, at).toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }
}
