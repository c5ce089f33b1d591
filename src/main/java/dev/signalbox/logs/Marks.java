package dev.signalbox.logs;

import dev.signalbox.logs.LogLine.Kind;

/// What raw bytes begin: nearly all lines are told by one byte after the time.
final class Marks {

    private static final int LOOKED_AT = 240;
    private static final int ESC = 0x1b;

    private Marks() {}

    /// @param marked whether a source stands before each line, after the time
    static Kind of(byte[] buffer, int from, int to, boolean marked) {
        int most = Math.min(to, from + LOOKED_AT);
        int at = from + time(buffer, from, most);
        if (marked) {
            at = Sources.end(buffer, at, most);
        }
        at = afterColours(buffer, at, most);
        if (at >= most || !mayBeMark(buffer, at, most)) {
            return Kind.PLAIN;
        }
        return Lines.of(buffer, from, most, 0, true, marked).kind();
    }

    /// A line that begins with a digit has a marker behind its time or none, so a quick look at a time of the usual form
    /// is enough to find the place.
    private static int time(byte[] buffer, int from, int most) {
        boolean usual = from + 30 < most && buffer[from] >= '0' && buffer[from] <= '9' && buffer[from + 10] == 'T'
                && buffer[from + 27] == 'Z' && buffer[from + 28] == ' ';
        return usual ? 29 : Timestamps.length(buffer, from, most);
    }

    private static int afterColours(byte[] buffer, int from, int most) {
        int at = from;
        while (at + 2 < most && buffer[at] == ESC && buffer[at + 1] == '[') {
            int end = at + 2;
            while (end < most && (buffer[end] >= '0' && buffer[end] <= ';')) {
                end++;
            }
            if (end >= most || buffer[end] != 'm') {
                return at;
            }
            at = end + 1;
        }
        return at;
    }

    private static boolean mayBeMark(byte[] buffer, int at, int most) {
        byte b = buffer[at];
        if (b >= 'G' && b <= 'z') {
            return b == 'W' || (b == '[' && level(buffer, at + 1, most));
        }
        // A control sequence, or a byte order mark, may stand before the marker.
        return b == '#' || b == ':' || b == 'E' || b == 'F' || b < ' ';
    }

    private static boolean level(byte[] buffer, int at, int most) {
        int b = at < most ? buffer[at] : 0;
        int lower = b | 0x20;
        return lower == 'e' || lower == 'f' || lower == 'w' || b < ' ';
    }
}
