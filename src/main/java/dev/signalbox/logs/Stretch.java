package dev.signalbox.logs;

import dev.signalbox.logs.LogLine.Kind;

/// A stretch of a file, and the lines that begin in it or right behind it: four bytes for each.
final class Stretch {

    /// Bits of a note; the line's place stands above them.
    private static final int UNUSUAL = 4;
    private static final int KIND = 3;
    private static final int BITS = 3;
    private static final Kind[] KINDS = {Kind.PLAIN, Kind.ERROR, Kind.GROUP, Kind.ENDGROUP};

    private final long from;
    private final long end;
    private final boolean cut;
    private final boolean endsALine;
    private final int[] starts;
    private final int[] notes;

    /// @param starts of the lines, counted from `from`
    /// @param notes as from [#note]
    Stretch(long from, long end, boolean cut, boolean endsALine, int[] starts, int[] notes) {
        this.from = from;
        this.end = end;
        this.cut = cut;
        this.endsALine = endsALine;
        this.starts = starts;
        this.notes = notes;
    }

    static int note(int line, Kind kind, boolean unusual) {
        int number =
                switch (kind) {
                    case ERROR -> 1;
                    case GROUP -> 2;
                    case ENDGROUP -> 3;
                    default -> 0;
                };
        return line << BITS | (unusual ? UNUSUAL : 0) | number;
    }

    /// Number of lines that begin in it or right behind it.
    int lines() {
        return starts.length;
    }

    /// Where one of them begins in the file.
    long start(int index) {
        return from + starts[index];
    }

    /// Number of lines of which there is more to say.
    int noted() {
        return notes.length;
    }

    /// Which of the lines a note is about.
    int line(int note) {
        return notes[note] >> BITS;
    }

    boolean isUnusual(int note) {
        return (notes[note] & UNUSUAL) != 0;
    }

    Kind kind(int note) {
        return KINDS[notes[note] & KIND];
    }

    /// Where it ends in the file; earlier than wanted when the file became shorter.
    long end() {
        return end;
    }

    /// Whether the file was shorter than it was taken to be.
    boolean isCut() {
        return cut;
    }

    /// Whether a line feed is its last byte.
    boolean endsALine() {
        return endsALine;
    }
}
