package dev.signalbox.practice.gitlab;

import dev.signalbox.practice.gitlab.world.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/// Parameters `…_after` and `…_before`.
final class Times {

    private Times() {}

    /// Whether a time is in the span that `name_after` and `name_before` ask for; both ends excluded.
    static boolean within(Call call, String name, Instant at) {
        // What was told must fit what is asked: three digits behind the second.
        Instant told = at.truncatedTo(ChronoUnit.MILLIS);
        String after = call.asked(name + "_after");
        String before = call.asked(name + "_before");
        return (after.isEmpty() || told.isAfter(instant(name + "_after", after)))
                && (before.isEmpty() || told.isBefore(instant(name + "_before", before)));
    }

    private static Instant instant(String name, String text) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text.replace(' ', '+')).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new Refused(400, name + " is invalid");
        }
    }
}
