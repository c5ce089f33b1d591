package dev.signalbox.ui.logs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How the times of lines are shown.
enum LogTimes {
    /// `14:01:55`, in UTC as runners and kubelets write it.
    CLOCK("Clock times (UTC)"),
    /// `+1:02.4` since the start of the job, or since the first line.
    SINCE_START("Times since the start"),
    OFF("No times");

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String title;

    LogTimes(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    LogTimes next() {
        return values()[(ordinal() + 1) % values().length];
    }

    /// @param start nothing when the log has no time at all
    String words(@Nullable Instant time, @Nullable Instant start) {
        if (time == null || this == OFF) {
            return "";
        }
        return this == CLOCK || start == null ? FORM.format(time) : since(Duration.between(start, time));
    }

    private static String since(Duration passed) {
        Duration length = passed.abs();
        String sign = passed.isNegative() ? "−" : "+";
        String rest = String.format(Locale.ROOT, "%02d.%d", length.toSecondsPart(), length.toMillisPart() / 100);
        return length.toHours() > 0
                ? String.format(Locale.ROOT, "%s%d:%02d:%s", sign, length.toHours(), length.toMinutesPart(), rest)
                : sign + length.toMinutes() + ":" + rest;
    }
}
