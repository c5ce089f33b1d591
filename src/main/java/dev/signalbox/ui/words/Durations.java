package dev.signalbox.ui.words;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Lengths and ages in words, in at most two units.
public final class Durations {

    private Durations() {}

    /// `41 s`, `3 m 12 s`, `2 h 04 m`, `4 d 2 h`. Below zero counts as zero: clocks of servers differ from ours.
    public static String words(Duration length) {
        long s = Math.max(0, length.toSeconds());
        if (s < 60) {
            return s + " s";
        }
        if (s < 3_600) {
            return s / 60 + " m " + two(s % 60) + " s";
        }
        if (s < 86_400) {
            return s / 3_600 + " h " + two(s % 3_600 / 60) + " m";
        }
        long hours = s % 86_400 / 3_600;
        return s / 86_400 + " d" + (hours == 0 ? "" : " " + hours + " h");
    }

    /// Roughly, in one unit, for narrow places: `22 s`, `4 m`, `2 h`, `6 d`.
    public static String brief(Duration length) {
        long s = Math.max(0, length.toSeconds());
        if (s < 60) {
            return s + " s";
        }
        if (s < 3_600) {
            return s / 60 + " m";
        }
        return s < 86_400 ? s / 3_600 + " h" : s / 86_400 + " d";
    }

    /// Age in one unit, or a question mark when the time is not known.
    public static String age(@Nullable Instant then, Instant now) {
        return then == null ? "?" : brief(Duration.between(then, now));
    }

    /// `41 s ago`, `6 m ago`, `just now`, `at an unknown time`.
    public static String ago(@Nullable Instant then, Instant now) {
        if (then == null) {
            return "at an unknown time";
        }
        Duration age = Duration.between(then, now);
        return age.toSeconds() < 1 ? "just now" : brief(age) + " ago";
    }

    /// Until when an age, in one unit, reads as it does now.
    public static Instant readsTheSameUntil(Instant then, Instant now) {
        long s = Math.max(0, Duration.between(then, now).toSeconds());
        long unit = s < 60 ? 1 : s < 3_600 ? 60 : s < 86_400 ? 3_600 : 86_400;
        return then.plusSeconds((s / unit + 1) * unit);
    }

    /// `in 3 s`, or `now` when it has come.
    public static String until(Instant then, Instant now) {
        Duration left = Duration.between(now, then);
        return left.toSeconds() < 1 ? "now" : "in " + brief(left);
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
