package dev.signalbox.ui.logs;

import dev.signalbox.domain.text.Redaction;
import java.util.regex.Pattern;

/// Lines on their way out of a log, to the screen, into the clipboard or a file, without what looks like a secret: they
/// are seen over a shoulder and go to chats and tickets. Lines belong together: a private key goes on over many of them.
final class OutgoingLines {

    /// A private key has at most about this many lines; what follows a lone opening is text again after them.
    static final int KEY_LINES = 120;

    /// One with a mark behind it was taken out already, when the log was kept: its end may be gone too.
    private static final Pattern KEY_BEGINS =
            Pattern.compile("-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?!" + Redaction.MARK + ")");

    private static final Pattern KEY_ENDS = Pattern.compile("-----END [A-Z ]{0,40}-----");

    private final Redaction redaction;
    private int keyLines;

    OutgoingLines(Redaction redaction) {
        this.redaction = redaction;
    }

    /// The next line as it may go out.
    String next(String line) {
        boolean inside = keyLines > 0;
        remember(line);
        return inside ? Redaction.MARK : redaction.hideWhole(line);
    }

    /// A line that does not go out, but comes before those that do.
    void remember(String line) {
        if (!line.contains("-----")) {
            keyLines = Math.max(0, keyLines - 1);
        } else if (KEY_ENDS.matcher(line).find()) {
            keyLines = 0;
        } else if (KEY_BEGINS.matcher(line).find()) {
            keyLines = KEY_LINES;
        } else {
            keyLines = Math.max(0, keyLines - 1);
        }
    }

    /// The next line is the first one.
    void forget() {
        keyLines = 0;
    }
}
