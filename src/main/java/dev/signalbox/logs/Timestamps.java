package dev.signalbox.logs;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// Finds the RFC 3339 time that a runner or a kubelet writes before each line (`2026-11-20T14:01:55.1234567Z `).
final class Timestamps {

    private static final String FORM = "dddd-dd-ddTdd:dd:dd";
    private static final int LONGEST = 40;

    /// Of the form that GitHub writes: seven digits after the second.
    private static final int USUAL = 28;

    private Timestamps() {}

    /// Bytes that the time takes, the blank after it included; 0 when there is none.
    static int length(byte[] text, int from, int to) {
        if (to - from <= FORM.length() || text[from + 10] != 'T' || text[from + 4] != '-' || text[from + 13] != ':') {
            return 0;
        }
        for (int at = 0; at < FORM.length(); at++) {
            byte c = text[from + at];
            char form = FORM.charAt(at);
            if (form == 'd' ? c < '0' || c > '9' : c != form) {
                return 0;
            }
        }
        if (to - from > USUAL && text[from + USUAL] == ' ' && text[from + USUAL - 1] == 'Z'
                && text[from + USUAL - 2] != ' ' && text[from + FORM.length()] == '.') {
            return zoned(text, from, from + USUAL) ? USUAL + 1 : 0;
        }
        int at = from + FORM.length();
        int most = Math.min(to, from + LONGEST);
        while (at < most && text[at] != ' ') {
            at++;
        }
        return at < from + LONGEST && zoned(text, from, at) ? Math.min(to, at + 1) - from : 0;
    }

    /// Whether what follows the seconds is a fraction and a zone, and nothing else.
    private static boolean zoned(byte[] text, int from, int end) {
        boolean zone = false;
        for (int at = from + FORM.length(); at < end; at++) {
            byte c = text[at];
            zone |= c == 'Z' || c == '+' || c == '-';
            if ((c < '0' || c > ':') && c != '.' && c != '+' && c != '-' && c != 'Z') {
                return false;
            }
        }
        return zone;
    }

    /// The time that a text begins with; nothing when its numbers are no time.
    static @Nullable Instant at(String stamp) {
        try {
            return OffsetDateTime.parse(stamp.strip()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
