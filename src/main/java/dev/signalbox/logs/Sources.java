package dev.signalbox.logs;

/// The mark that the console itself writes between the time and the text of a line when several containers share a log:
/// `pod/container ` and then U+2502 and a blank. Names of pods and containers hold neither.
final class Sources {

    static final String BAR = "\u2502 ";

    private static final int LONGEST = 320;

    private Sources() {}

    /// Where the text begins in raw bytes; `from` when no mark stands there.
    static int end(byte[] buffer, int from, int to) {
        for (int at = from; at + 3 < to && at - from < LONGEST; at++) {
            if (buffer[at] == (byte) 0xe2) {
                return buffer[at + 1] == (byte) 0x94 && buffer[at + 2] == (byte) 0x82 && buffer[at + 3] == ' '
                        ? at + 4
                        : from;
            }
        }
        return from;
    }

    /// Where the text begins in decoded text, from `from`.
    static int end(String raw, int from) {
        int bar = raw.indexOf(BAR, from);
        return bar < 0 || bar - from > LONGEST ? from : bar + BAR.length();
    }
}
