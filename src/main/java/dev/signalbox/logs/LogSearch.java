package dev.signalbox.logs;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Whether a line holds a text, upper and lower case alike. Most lines are decided on their bytes; only one with a control
/// sequence or an unusual character is first made into what is shown.
final class LogSearch {

    private final String wanted;
    private final byte[] lower;
    private final byte[] upper;
    private final boolean simple;

    LogSearch(String text) {
        wanted = text.toLowerCase(Locale.ROOT);
        lower = wanted.getBytes(StandardCharsets.ISO_8859_1);
        upper = text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.ISO_8859_1);
        simple = text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    boolean matches(byte[] buffer, int from, int to) {
        for (int at = from; at < to; at++) {
            byte b = buffer[at];
            if (b < ' ' && b != '\r') {
                return shown(buffer, from, to);
            }
            if (simple && (b == lower[0] || b == upper[0]) && holds(buffer, at, to)) {
                return afterTime(buffer, from, to, at);
            }
        }
        return !simple && shown(buffer, from, to);
    }

    private boolean holds(byte[] buffer, int at, int to) {
        if (at + lower.length > to) {
            return false;
        }
        for (int i = 1; i < lower.length; i++) {
            byte b = buffer[at + i];
            if (b != lower[i] && b != upper[i]) {
                return false;
            }
        }
        return true;
    }

    /// The time before a line is not part of its text.
    private boolean afterTime(byte[] buffer, int from, int to, int at) {
        return at >= from + 40 || shown(buffer, from, to);
    }

    private boolean shown(byte[] buffer, int from, int to) {
        LogLine line = Lines.of(buffer, from, to, 0, from == 0);
        return line.text().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
