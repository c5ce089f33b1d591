package dev.signalbox.domain.text;

import java.util.List;
import java.util.Locale;

/// Makes remote text safe to show. Whatever could reorder, hide or overwrite what a person reads (control characters,
/// direction marks, invisible and unusual blank characters, stacked accents, halves of a character) is written out as
/// `‹U+202E›`, control characters by their names, such as `‹CR›`; nothing else is changed and nothing is dropped silently.
/// Our fonts have these brackets, and neither mathematical ones nor Unicode's control pictures.
/// Rules: Trojan Source (CVE-2021-42574), kubectl's escape sequences (CVE-2021-25743).
public final class SafeText {

    private static final int MOST_ACCENTS = 3;

    /// ISO 646, from zero on; the tabulator as people call it.
    private static final List<String> CONTROLS = List.of(
            "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI",
            "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US");

    private SafeText() {}

    /// One line: line breaks and tabs become visible too.
    public static String line(String remote) {
        return rewrite(remote, "");
    }

    /// One line of at most `longest` characters (code points); the middle of a longer one gives way to `…`, so that
    /// neither a prefix nor a suffix can be hidden by the other.
    public static String line(String remote, int longest) {
        return shortened(line(clipped(remote, longest)), longest);
    }

    /// Several lines: line feeds and tabs stay, a carriage return that does not end a line is shown.
    public static String lines(String remote) {
        return rewrite(remote.replace("\r\n", "\n"), "\n\t");
    }

    /// Several lines of at most `longest` characters in all; the end of a longer text gives way to `…`.
    public static String lines(String remote, int longest) {
        String safe = lines(clipped(remote, longest));
        return safe.codePointCount(0, safe.length()) <= longest
                ? safe
                : safe.substring(0, safe.offsetByCodePoints(0, Math.max(0, longest - 1))) + "…";
    }

    /// Shortens the middle of a text that is already safe.
    ///
    /// @param longest number of code points, at least 3
    public static String shortened(String safe, int longest) {
        int count = safe.codePointCount(0, safe.length());
        if (count <= longest) {
            return safe;
        }
        int tail = (longest - 1) / 2;
        int head = longest - 1 - tail;
        return safe.substring(0, safe.offsetByCodePoints(0, head)) + "…"
                + safe.substring(safe.offsetByCodePoints(safe.length(), -tail));
    }

    /// Whether [#line(String)] would write something out: a reason to warn beside a name.
    public static boolean deceives(String remote) {
        return !line(remote).equals(remote);
    }

    /// A safe text wrapped so that its own direction cannot change the order of what stands around it.
    public static String isolated(String safe) {
        return "\u2066" + safe + "\u2069";
    }

    private static String clipped(String remote, int longest) {
        // Work is bounded before it is done: a name of 100 MB costs no more than one of a few times the limit.
        long most = 4L * longest + 16;
        return remote.length() <= most
                ? remote
                : remote.substring(0, (int) (most / 2)) + "…"
                        + remote.substring(remote.length() - (int) (most / 2));
    }

    private static String rewrite(String remote, String kept) {
        if (isPlain(remote)) {
            return remote;
        }
        StringBuilder out = new StringBuilder(remote.length());
        int accents = 0;
        for (int i = 0; i < remote.length();) {
            int c = remote.codePointAt(i);
            i += Character.charCount(c);
            accents = isAccent(c) ? accents + 1 : 0;
            if (kept.indexOf(c) >= 0) {
                out.appendCodePoint(c);
            } else if (c < ' ') {
                out.append('‹').append(CONTROLS.get(c)).append('›');
            } else if (c == 0x7f) {
                out.append("‹DEL›");
            } else if (accents > MOST_ACCENTS || misleads(c)) {
                out.append(written(c));
            } else {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    /// Whether it is printable ASCII, as nearly every name and version is: then there is nothing to write out.
    private static boolean isPlain(String remote) {
        for (int i = 0; i < remote.length(); i++) {
            char c = remote.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isAccent(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean misleads(int c) {
        if (c == ' ' || c == 0xfe0f) {
            return false; // U+FE0F only asks for the coloured form of an emoji
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> true;
            default -> looksEmpty(c);
        };
    }

    private static boolean looksEmpty(int c) {
        return c == 0x034f // combining grapheme joiner
                || c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0 // Hangul fillers
                || c == 0x17b4 || c == 0x17b5 // Khmer inherent vowels
                || c == 0x2800 // empty Braille cell
                || (c >= 0x180b && c <= 0x180f) // Mongolian selectors
                || (c >= 0xfe00 && c <= 0xfe0e) || (c >= 0xe0000 && c <= 0xe0fff); // variation selectors, tags
    }

    private static String written(int c) {
        return String.format(Locale.ROOT, "‹U+%04X›", c);
    }
}
