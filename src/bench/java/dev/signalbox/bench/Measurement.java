package dev.signalbox.bench;

import java.util.Locale;

/// What a bench found.
///
/// @param value what was measured, in `unit`
/// @param unit `ms`, `MB`, `1/s` …
/// @param baseline the same work done in the barest way, in the same unit, taken in the same run
/// @param limit what must hold
record Measurement(double value, String unit, double baseline, Limit limit) {

    double ratio() {
        return baseline == 0 ? 0 : value / baseline;
    }

    boolean isWithinLimit() {
        return limit.holds(this);
    }

    /// A line of the table: name, value, unit, baseline, ratio, limit.
    String line(String name) {
        return String.join("\t", name, number(value), unit, number(baseline), number(ratio()), limit.toString());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
