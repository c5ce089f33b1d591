package dev.signalbox.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds a query in the text of one line as it is shown. Java's expressions can take exponential time; here each line has a
/// number of steps after which it is given up. Not for several threads at once.
public final class LineMatcher {

    /// Characters that the expression may look at in one line: a hundred milliseconds or so. An honest `.*a.*b` over the
    /// longest line that is shown needs 64 million.
    static final long MOST_STEPS = 80_000_000;

    /// A cell is filled on the screen's thread, so it gets far less.
    private static final long MOST_STEPS_SHOWN = 200_000;

    private static final int MOST_RANGES = 200;
    private static final int STEPS_BETWEEN_ASKING = 0xffff;

    private final Pattern pattern;
    private final long mostSteps;
    private final BooleanSupplier stopped;

    /// A place in a text.
    ///
    /// @param to behind it
    public record Range(int from, int to) {}

    /// An expression takes too many steps on a line, or was not wanted any more.
    static final class TooCostly extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooCostly() {
            super("too many steps", null, false, false);
        }
    }

    LineMatcher(LogQuery query, long mostSteps, BooleanSupplier stopped) {
        pattern = query.pattern();
        this.mostSteps = mostSteps;
        this.stopped = stopped;
    }

    /// For the lines on the screen.
    ///
    /// @param query without [LogQuery#problem()]
    public static LineMatcher shown(LogQuery query) {
        return new LineMatcher(query, MOST_STEPS_SHOWN, () -> false);
    }

    /// @throws TooCostly when the expression is
    boolean matches(CharSequence text) {
        try {
            return pattern.matcher(new Counted(text, 0, text.length(), new long[] {mostSteps}, stopped)).find();
        } catch (StackOverflowError e) {
            throw new TooCostly();
        }
    }

    /// Where the query stands in a line: what is found in time, in order.
    public List<Range> ranges(String text) {
        List<Range> ranges = new ArrayList<>();
        try {
            Matcher matcher =
                    pattern.matcher(new Counted(text, 0, text.length(), new long[] {mostSteps}, stopped));
            while (ranges.size() < MOST_RANGES && matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    ranges.add(new Range(matcher.start(), matcher.end()));
                }
            }
        } catch (TooCostly | StackOverflowError e) {
            return ranges; // highlights are a convenience; the search itself says that it is too costly
        }
        return ranges;
    }

    /// Counts how often it is looked at.
    private record Counted(CharSequence text, int from, int to, long[] left, BooleanSupplier stopped)
            implements CharSequence {

        @Override
        public char charAt(int index) {
            long steps = --left[0];
            if (steps < 0 || ((steps & STEPS_BETWEEN_ASKING) == 0 && stopped.getAsBoolean())) {
                throw new TooCostly();
            }
            return text.charAt(from + index);
        }

        @Override
        public int length() {
            return to - from;
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text, from + start, from + end, left, stopped);
        }

        @Override
        public String toString() {
            return text.subSequence(from, to).toString();
        }
    }
}
