package dev.signalbox.logs;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a log as it may be shown: no control sequence is left in it, nothing in it can move or hide other text.
///
/// @param time as the log wrote it before the line; nothing when it wrote none
/// @param source which container wrote it, when several share the log; otherwise empty
/// @param spans the text, cut where its look changes
/// @param hidden number of control sequences that were taken out
/// @param more bytes of the line that are not shown
public record LogLine(
        @Nullable Instant time, String source, List<Span> spans, Kind kind, int hidden, long more) {

    /// A part of a line with one look.
    ///
    /// @param colour as the log asked for; the ground never changes, so that no text can be made invisible
    public record Span(String text, Colour colour, boolean bold) {}

    /// Colours that a log may ask for; finer shades are taken to the nearest of these.
    public enum Colour {
        PLAIN,
        GREY,
        RED,
        GREEN,
        YELLOW,
        BLUE,
        MAGENTA,
        CYAN
    }

    /// What a line is, by the marker at its beginning.
    public enum Kind {
        PLAIN,
        ERROR,
        WARNING,
        NOTICE,
        GROUP,
        ENDGROUP,
        COMMAND
    }

    /// A line that is in memory already, safe to be shown.
    public static LogLine of(String raw) {
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        int shown = Math.min(bytes.length, Lines.SHOWN);
        return Lines.of(bytes, 0, shown, bytes.length - shown, true, false);
    }

    /// The whole text without the time, as it is shown and copied.
    public String text() {
        StringBuilder all = new StringBuilder();
        spans.forEach(span -> all.append(span.text()));
        return all.toString();
    }
}
