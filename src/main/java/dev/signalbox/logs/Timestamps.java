package dev.signalbox.logs;

/// Finds the RFC 3339 time that a runner writes before each line (`2026-11-20T14:01:55.1234567Z `).
final class Timestamps {

    private static final String FORM = "dddd-dd-ddTdd:dd:dd";
    private static final int LONGEST = 40;

    /// Bytes or characters that the time takes, the blank after it included; 0 when there is none.
    static int length(CharSequence text) {
        if (text.length() <= FORM.length()) {
            return 0;
        }
        for (int at = 0; at < FORM.length(); at++) {
            char form = FORM.charAt(at);
            char c = text.charAt(at);
            if (form == 'd' ? c < '0' || c > '9' : c != form) {
                return 0;
            }
        }
        int at = FORM.length();
        boolean zone = false;
        for (; at < Math.min(text.length(), LONGEST) && text.charAt(at) != ' '; at++) {
            char c = text.charAt(at);
            zone |= c == 'Z' || c == '+' || c == '-';
            if ("0123456789.:+-Z".indexOf(c) < 0) {
                return 0;
            }
        }
        if (!zone || at >= LONGEST) {
            return 0;
        }
        return Math.min(text.length(), at + 1);
    }

    /// The time of day in a text that begins with a time.
    static String timeOfDay(CharSequence text) {
        return text.subSequence(11, 19).toString();
    }

    private Timestamps() {}
}
