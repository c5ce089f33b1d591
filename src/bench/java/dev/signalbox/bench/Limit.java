package dev.signalbox.bench;

import java.util.Locale;

/// A bound on what was measured. Bounds on ratios travel between machines; bounds on values are promises to users.
sealed interface Limit {

    boolean holds(Measurement measured);

    /// The value itself stays at or below a bound.
    record ValueAtMost(double bound) implements Limit {

        @Override
        public boolean holds(Measurement measured) {
            return measured.value() <= bound;
        }

        @Override
        public String toString() {
            return "value<=" + text(bound);
        }
    }

    /// The value itself reaches a bound: for rates.
    record ValueAtLeast(double bound) implements Limit {

        @Override
        public boolean holds(Measurement measured) {
            return measured.value() >= bound;
        }

        @Override
        public String toString() {
            return "value>=" + text(bound);
        }
    }

    /// The value stays within so many times its baseline.
    record RatioAtMost(double bound) implements Limit {

        @Override
        public boolean holds(Measurement measured) {
            return measured.ratio() <= bound;
        }

        @Override
        public String toString() {
            return "ratio<=" + text(bound);
        }
    }

    private static String text(double bound) {
        return String.format(Locale.ROOT, "%.3f", bound).replaceFirst("\\.?0+$", "");
    }
}
