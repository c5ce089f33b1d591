package dev.signalbox.logs;

import dev.signalbox.logs.LogLine.Kind;
import dev.signalbox.logs.LogLine.Span;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Raw bytes of a line to what may be shown.
final class Lines {

    /// Bytes of a line that are shown; of a longer one the rest is only told.
    static final int SHOWN = 8 * 1_024;

    private static final byte[] BYTE_ORDER_BYTES = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private Lines() {}

    /// @param bytes at most [#SHOWN] of the line, without its line feed
    /// @param more bytes of the line after these
    /// @param first whether it is the file's first line, which may begin with a byte order mark
    /// @param marked whether a source stands before the text (see [Sources])
    static LogLine of(byte[] bytes, int from, int to, long more, boolean first, boolean marked) {
        int begin = first ? afterOrderMark(bytes, from, to) : from;
        int end = more > 0 ? wholeCharacters(bytes, begin, to) : to;
        if (more == 0 && end > begin && bytes[end - 1] == '\r') {
            end--;
        }
        int stamp = Timestamps.length(bytes, begin, end);
        Instant time = stamp == 0
                ? null
                : Timestamps.at(new String(bytes, begin, stamp, StandardCharsets.ISO_8859_1));
        int text = time == null ? begin : begin + stamp;
        String raw = new String(bytes, text, end - text, StandardCharsets.UTF_8);
        int source = marked ? Sources.end(raw, 0) : 0;
        return of(time, raw.substring(0, Math.max(0, source - Sources.BAR.length())).strip(), raw.substring(source),
                more + (to - end > 1 ? to - end : 0));
    }

    private static LogLine of(@Nullable Instant time, String source, String raw, long more) {
        ControlSequences clean = new ControlSequences(raw);
        List<Span> spans = clean.spans();
        StringBuilder text = new StringBuilder();
        spans.forEach(span -> text.append(span.text()));
        Kind kind = Kinds.of(text.toString());
        return new LogLine(time, source, spans, kind, clean.hidden(), more);
    }

    private static int afterOrderMark(byte[] bytes, int from, int to) {
        boolean marked = to - from >= BYTE_ORDER_BYTES.length;
        for (int i = 0; marked && i < BYTE_ORDER_BYTES.length; i++) {
            marked = bytes[from + i] == BYTE_ORDER_BYTES[i];
        }
        return marked ? from + BYTE_ORDER_BYTES.length : from;
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
