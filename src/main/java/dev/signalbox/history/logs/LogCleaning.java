package dev.signalbox.history.logs;

import dev.signalbox.domain.text.Redaction;
import java.util.regex.Pattern;

/// Makes a line fit to be kept: control sequences and invisible characters go first, since they could split a secret
/// so that it is not known as one; then the secrets go.
final class LogCleaning {

    /// Strings of the terminal (titles, links), colours and cursor moves, single escapes. ECMA-48; an unfinished one loses
    /// its introducer only, so that it cannot swallow text.
    private static final Pattern SEQUENCES = Pattern.compile(
            "(?:\u001b[\\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c]{0,4096}(?:\u0007|\u001b\\\\|\u009c)"
                    + "|(?:\u001b\\[|\u009b)[0-?]{0,64}[ -/]{0,8}[@-~]"
                    + "|\u001b[ -/]{0,8}[0-Z\\\\^-~]");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\t\r]]");
    private static final Pattern TIME = Pattern.compile(
            "^\uFEFF?\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.\\d]{0,12}(?:Z|[+-]\\d\\d:\\d\\d) ?");

    /// What stands for a carriage return.
    private static final String RETURN = "‹CR›";

    private static final Pattern KEY_BEGINS = Pattern.compile("-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----");
    private static final Pattern KEY_ENDS = Pattern.compile("-----END [A-Z ]{0,40}-----");

    /// A private key has at most about this many lines; what follows a lone opening is text again after them.
    private static final int KEY_LINES = 120;

    private final Redaction redaction;
    private int keyLines;

    LogCleaning(Redaction redaction) {
        this.redaction = redaction;
    }

    /// The next line of a log, as it may be kept. Lines belong together: a key goes on over many of them.
    String next(String raw) {
        String line = plain(raw);
        boolean inside = keyLines > 0;
        if (KEY_BEGINS.matcher(line).find()) {
            keyLines = KEY_LINES;
        }
        if (KEY_ENDS.matcher(line).find()) {
            keyLines = 0;
            return inside ? time(line) + Redaction.MARK : hidden(line);
        }
        if (inside) {
            keyLines--;
            return time(line) + Redaction.MARK;
        }
        return hidden(line);
    }

    /// A line that is kept already, without what became known since as a secret.
    String again(String kept) {
        if (!kept.contains(RETURN)) {
            return redaction.hide(kept);
        }
        String joined = kept.replace(RETURN, "");
        String safe = redaction.hide(joined);
        return safe.equals(joined) ? redaction.hide(kept) : safe;
    }

    /// A line without its time, which would fill the index with numbers that nobody looks for.
    static String withoutTime(String line) {
        return TIME.matcher(line).replaceFirst("");
    }

    private static String time(String line) {
        return line.substring(0, line.length() - withoutTime(line).length());
    }

    private String hidden(String line) {
        if (line.indexOf('\r') < 0) {
            return redaction.hide(line);
        }
        // A carriage return may stand in the middle of a secret: if one shows without it, the whole is shown without it.
        String joined = line.replace("\r", "");
        String safe = redaction.hide(joined);
        return safe.equals(joined) ? redaction.hide(line.replace("\r", RETURN)) : safe;
    }

    private static String plain(String raw) {
        String line = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c < ' ' && c != '\t' || c >= 0x7f) {
                return INVISIBLE.matcher(SEQUENCES.matcher(line).replaceAll("")).replaceAll("");
            }
        }
        return line;
    }
}
