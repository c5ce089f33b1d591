package dev.signalbox.logs;

import dev.signalbox.logs.LogLine.Kind;
import java.nio.charset.StandardCharsets;

/// Whether raw bytes begin a line of errors. Nearly all lines are told by one byte after the time.
final class ErrorMarks {

    private static final int LOOKED_AT = 160;

    private ErrorMarks() {}

    static boolean isError(byte[] buffer, int from, int to) {
        int most = Math.min(to, from + LOOKED_AT);
        int at = afterTime(buffer, from, most);
        if (at >= most || !mayBeMark(buffer, at, most)) {
            return false;
        }
        return Lines.of(buffer, from, most, 0, true).kind() == Kind.ERROR;
    }

    private static boolean mayBeMark(byte[] buffer, int at, int most) {
        byte b = buffer[at];
        if (b == '[') {
            byte level = at + 1 < most ? buffer[at + 1] : 0;
            return level == 'E' || level == 'e' || level == 'F' || level == 'f' || level < ' ';
        }
        // A control sequence, or a byte order mark, may stand before the marker.
        return b == '#' || b == ':' || b < ' ';
    }

    private static int afterTime(byte[] buffer, int from, int most) {
        if (from + 20 >= most || buffer[from + 10] != 'T' || buffer[from] < '0' || buffer[from] > '9') {
            return from;
        }
        return from
                + Timestamps.length(new String(buffer, from, Math.min(44, most - from), StandardCharsets.ISO_8859_1));
    }
}
