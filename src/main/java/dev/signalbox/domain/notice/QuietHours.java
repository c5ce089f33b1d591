package dev.signalbox.domain.notice;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/// A time of the day in which nothing is told, as the clock on the wall shows it: it follows the seasons.
///
/// @param from when it begins; `until` when it ends, on the next day if it is not later; the same twice is the whole day
/// @param days the days on which it begins
/// @param zone whose wall the clock hangs on
public record QuietHours(LocalTime from, LocalTime until, Set<DayOfWeek> days, ZoneId zone) {

    public QuietHours {
        days = Set.copyOf(days);
    }

    /// Whether it is quiet.
    public boolean holdsAt(Instant now) {
        ZonedDateTime there = now.atZone(zone);
        LocalTime time = there.toLocalTime();
        boolean beganToday = days.contains(there.getDayOfWeek());
        if (from.isBefore(until)) {
            return beganToday && !time.isBefore(from) && time.isBefore(until);
        }
        boolean beganYesterday = days.contains(there.getDayOfWeek().minus(1));
        return beganToday && !time.isBefore(from) || beganYesterday && time.isBefore(until);
    }
}
