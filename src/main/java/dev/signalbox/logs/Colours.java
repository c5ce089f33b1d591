package dev.signalbox.logs;

/// Takes colours out of the raw bytes of a line that holds nothing else that is unusual.
final class Colours {

    private static final int ESC = 0x1b;

    private Colours() {}

    /// @param into takes the text
    /// @return its length; −1 when the line holds more than printable ASCII and colours
    static int without(byte[] from, int start, int end, byte[] into) {
        int have = 0;
        for (int at = start; at < end; at++) {
            byte b = from[at];
            if (b >= ' ' && b < 0x7f) {
                into[have++] = b;
            } else if (b == ESC && at + 1 < end && from[at + 1] == '[') {
                at += 2;
                while (at < end && from[at] >= '0' && from[at] <= ';') {
                    at++;
                }
                if (at >= end || from[at] != 'm') {
                    return -1;
                }
            } else if (b != '\r' || at + 1 < end) {
                return -1;
            }
        }
        return have;
    }
}
