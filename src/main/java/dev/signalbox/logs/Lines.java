package dev.signalbox.logs;

import dev.signalbox.logs.LogLine.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Raw bytes of a line to what may be shown.
final class Lines {

    /// Bytes of a line that are shown; of a longer one the rest is only told.
    static final int SHOWN = 8 * 1_024;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private Lines() {}

    /// @param bytes at most [#SHOWN] of the line, without its line feed
    /// @param more bytes of the line after these
    /// @param first whether it is the file's first line, which may begin with a byte order mark
    static LogLine of(byte[] bytes, int from, int to, long more, boolean first) {
        int end = more > 0 ? wholeCharacters(bytes, from, to) : to;
        if (more == 0 && end > from && bytes[end - 1] == '\r') {
            end--;
        }
        String raw = new String(bytes, from, end - from, StandardCharsets.UTF_8);
        if (first && !raw.isEmpty() && raw.charAt(0) == BYTE_ORDER_MARK) {
            raw = raw.substring(1);
        }
        int stamp = Timestamps.length(raw);
        String time = stamp == 0 ? "" : Timestamps.timeOfDay(raw);
        ControlSequences clean = new ControlSequences(raw.substring(stamp));
        List<Span> spans = clean.spans();
        StringBuilder text = new StringBuilder();
        spans.forEach(span -> text.append(span.text()));
        return new LogLine(time, spans, Kinds.of(text.toString()), clean.hidden(),
                more + (to - end > 1 ? to - end : 0));
    }

    /// Where to cut so that no character is cut in two.
    private static int wholeCharacters(byte[] bytes, int from, int to) {
        int at = to;
        while (at > from && to - at < 4 && (bytes[at - 1] & 0xc0) == 0x80) {
            at--;
        }
        return at > from && (bytes[at - 1] & 0xc0) == 0xc0 ? at - 1 : to;
    }
}
