package dev.signalbox.domain.ci;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The times that five cron fields mean: minute, hour, day of month, month, day of week. Where both kinds of day are
/// restricted, either will do, as with every cron.
final class CronTimes {

    /// Leap days and a weekday on one: eight years and a bit hold every date that there is.
    private static final int DAYS = 366 * 9;

    private static final List<String> MONTHS =
            List.of("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    private final List<LocalTime> times;
    private final BitSet days;
    private final BitSet months;
    private final BitSet weekdays;
    private final boolean either;
    private final ZoneId zone;

    private CronTimes(String[] fields, ZoneId zone) {
        BitSet minutes = field(fields[0], 0, 59, List.of());
        BitSet hours = field(fields[1], 0, 23, List.of());
        days = field(fields[2], 1, 31, List.of());
        months = field(fields[3], 1, 12, MONTHS);
        weekdays = field(fields[4], 0, 7, WEEKDAYS);
        if (weekdays.get(7)) {
            weekdays.set(0);
        }
        either = !fields[2].startsWith("*") && !fields[4].startsWith("*");
        times = new ArrayList<>();
        hours.stream().forEach(h -> minutes.stream().forEach(m -> times.add(LocalTime.of(h, m))));
        this.zone = zone;
    }

    /// @return nothing when the text is no cron expression
    static Optional<CronTimes> parse(String text, ZoneId zone) {
        String[] fields = text.strip().toLowerCase(Locale.ROOT).split("\\s+");
        if (fields.length != 5 || text.length() > 200) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CronTimes(fields, zone));
        } catch (IllegalArgumentException notCron) {
            return Optional.empty();
        }
    }

    /// The first time after `now`.
    Optional<ZonedDateTime> next(ZonedDateTime now) {
        ZonedDateTime here = now.withZoneSameInstant(zone);
        LocalDate first = here.toLocalDate();
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = first.plusDays(i);
            if (fits(day)) {
                for (LocalTime time : times) {
                    ZonedDateTime at = ZonedDateTime.of(day, time, zone);
                    if (at.isAfter(here)) {
                        return Optional.of(at);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// The last time that was not after `now`.
    Optional<ZonedDateTime> last(ZonedDateTime now) {
        ZonedDateTime here = now.withZoneSameInstant(zone);
        LocalDate first = here.toLocalDate();
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = first.minusDays(i);
            if (fits(day)) {
                for (LocalTime time : times.reversed()) {
                    ZonedDateTime at = ZonedDateTime.of(day, time, zone);
                    if (!at.isAfter(here)) {
                        return Optional.of(at);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean fits(LocalDate day) {
        boolean ofMonth = days.get(day.getDayOfMonth());
        boolean ofWeek = weekdays.get(day.getDayOfWeek().getValue() % 7);
        return months.get(day.getMonthValue()) && (either ? ofMonth || ofWeek : ofMonth && ofWeek);
    }

    private static BitSet field(String text, int from, int to, List<String> names) {
        BitSet set = new BitSet();
        for (String part : text.split(",", -1)) {
            String[] stepped = part.split("/", -1);
            int step = stepped.length == 1 ? 1 : Integer.parseInt(stepped[1]);
            String[] ends = stepped[0].equals("*")
                    ? new String[] {String.valueOf(from), String.valueOf(to == 7 ? 6 : to)}
                    : stepped[0].split("-", -1);
            int low = number(ends[0], names);
            int high = ends.length > 1 ? number(ends[1], names) : stepped.length > 1 ? to : low;
            if (stepped.length > 2 || ends.length > 2 || step < 1 || low < from || high > to || low > high) {
                throw new IllegalArgumentException("not a cron field");
            }
            for (int i = low; i <= high; i += step) {
                set.set(i);
            }
        }
        return set;
    }

    private static int number(String text, List<String> names) {
        int named = text.isEmpty() ? -1 : names.indexOf(text);
        if (named < 0 && !text.matches("\\d{1,2}")) {
            throw new IllegalArgumentException("not a number");
        }
        return named < 0 ? Integer.parseInt(text) : named;
    }
}
