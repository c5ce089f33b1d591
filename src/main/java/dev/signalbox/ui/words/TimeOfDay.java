package dev.signalbox.ui.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times of day in the zone of the person at the screen.
public record TimeOfDay(ZoneId zone) {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    /// `14:02:11` today, `12 Nov 14:02` on another day.
    public String words(Instant time, Instant now) {
        LocalDate day = time.atZone(zone).toLocalDate();
        DateTimeFormatter form = day.equals(now.atZone(zone).toLocalDate()) ? SECONDS : DAY;
        return form.format(time.atZone(zone));
    }

    /// `12 Nov 14:02 Europe/Berlin`, on whatever day: for a time that others are told, who may sit elsewhere.
    public static String withZone(ZonedDateTime time) {
        return DAY.format(time) + " " + time.getZone().getId();
    }

    /// `12 Nov`.
    public String day(Instant time) {
        return DATE.format(time.atZone(zone));
    }
}
