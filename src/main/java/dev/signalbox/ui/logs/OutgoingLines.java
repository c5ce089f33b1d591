package dev.signalbox.ui.logs;

import dev.signalbox.domain.text.Redaction;
import java.util.List;
import java.util.regex.Pattern;

/// Lines on their way out of the console, into the clipboard or a file, without what looks like a secret: they go to
/// chats and tickets. Lines belong together: a private key goes on over many of them.
final class OutgoingLines {

    private static final Pattern KEY_BEGINS = Pattern.compile("-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----");
    private static final Pattern KEY_ENDS = Pattern.compile("-----END [A-Z ]{0,40}-----");

    /// A private key has at most about this many lines; what follows a lone opening is text again after them.
    private static final int KEY_LINES = 120;

    private final Redaction redaction = new Redaction(List.of());
    private int keyLines;

    /// The next line as it may go out.
    String next(String line) {
        boolean inside = keyLines > 0;
        if (KEY_ENDS.matcher(line).find()) {
            keyLines = 0;
            return inside ? Redaction.MARK : redaction.hide(line);
        }
        if (KEY_BEGINS.matcher(line).find()) {
            keyLines = KEY_LINES;
            return redaction.hide(line);
        }
        if (inside) {
            keyLines--;
            return Redaction.MARK;
        }
        return redaction.hide(line);
    }
}
