package dev.signalbox.domain.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoticeWishesTest {

    private static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

    private static Notice notice(NoticeKind kind, String service, String environment) {
        return new Notice(kind, service, "Shop", environment, null, "", NOW);
    }

    @Test
    void usuallyEverythingIsToldButThatRunsBegin() {
        for (NoticeKind kind : NoticeKind.values()) {
            assertThat(NoticeWishes.USUAL.want(notice(kind, "checkout", ""))).as(kind.name())
                    .isEqualTo(kind != NoticeKind.STARTED);
        }
        assertThat(NoticeWishes.USUAL.speaksAt(NOW)).isTrue();
    }

    @Test
    void theMostParticularRuleWins() {
        NoticeWishes wishes = new NoticeWishes(
                true, NoticeKind.usual(),
                List.of(
                        new NoticeRule(NoticeRule.Scope.GROUP, "Shop", Set.of()),
                        new NoticeRule(NoticeRule.Scope.ENVIRONMENT, "production", Set.of(NoticeKind.DRIFTED)),
                        new NoticeRule(NoticeRule.Scope.SERVICE, "checkout", Set.of(NoticeKind.STARTED))),
                Optional.empty(), Optional.empty());
        assertThat(wishes.want(notice(NoticeKind.STARTED, "checkout", "production"))).isTrue();
        assertThat(wishes.want(notice(NoticeKind.DRIFTED, "checkout", "production"))).isFalse();
        assertThat(wishes.want(notice(NoticeKind.DRIFTED, "catalog", "production"))).isTrue();
        assertThat(wishes.want(notice(NoticeKind.BROKEN, "catalog", ""))).isFalse();
        assertThat(wishes.want(new Notice(NoticeKind.BROKEN, "ledger", "Money", "", null, "", NOW))).isTrue();
    }

    @Test
    void nothingIsToldWhileItIsOffOrSnoozed() {
        assertThat(NoticeWishes.USUAL.snoozed(Optional.of(NOW.plusSeconds(1))).speaksAt(NOW)).isFalse();
        assertThat(NoticeWishes.USUAL.snoozed(Optional.of(NOW)).speaksAt(NOW)).isTrue();
        assertThat(new NoticeWishes(false, NoticeKind.usual(), List.of(), Optional.empty(), Optional.empty())
                .speaksAt(NOW)).isFalse();
    }

    @Test
    void quietHoursReachOverMidnightIntoTheDayAfter() {
        QuietHours nights = new QuietHours(
                LocalTime.of(22, 0), LocalTime.of(7, 0), Set.of(DayOfWeek.FRIDAY), BERLIN);
        assertThat(nights.holdsAt(berlin("2026-03-06T21:59:59"))).isFalse();
        assertThat(nights.holdsAt(berlin("2026-03-06T22:00:00"))).isTrue();
        assertThat(nights.holdsAt(berlin("2026-03-07T06:59:59"))).isTrue();
        assertThat(nights.holdsAt(berlin("2026-03-07T07:00:00"))).isFalse();
        assertThat(nights.holdsAt(berlin("2026-03-07T22:30:00"))).isFalse();
    }

    @Test
    void quietHoursOfOneDayEndOnIt() {
        QuietHours noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0), EVERY_DAY, BERLIN);
        assertThat(noon.holdsAt(berlin("2026-03-06T11:59:59"))).isFalse();
        assertThat(noon.holdsAt(berlin("2026-03-06T12:30:00"))).isTrue();
        assertThat(noon.holdsAt(berlin("2026-03-06T13:00:00"))).isFalse();
    }

    @Test
    void theClockOnTheWallCountsWhenTheSeasonChanges() {
        QuietHours night = new QuietHours(LocalTime.of(23, 0), LocalTime.of(6, 0), EVERY_DAY, BERLIN);
        // Summer time begins on 2026-03-29 at 02:00: 06:00 there is 04:00 UTC, one day before it was 05:00.
        assertThat(night.holdsAt(Instant.parse("2026-03-28T04:30:00Z"))).isTrue();
        assertThat(night.holdsAt(Instant.parse("2026-03-29T04:30:00Z"))).isFalse();
        assertThat(night.holdsAt(Instant.parse("2026-03-29T01:30:00Z"))).isTrue();
    }

    @Test
    void theSameTimeTwiceIsTheWholeDay() {
        QuietHours sundays = new QuietHours(LocalTime.NOON, LocalTime.NOON, Set.of(DayOfWeek.SUNDAY), BERLIN);
        assertThat(sundays.holdsAt(berlin("2026-03-08T12:00:00"))).isTrue();
        assertThat(sundays.holdsAt(berlin("2026-03-09T11:59:59"))).isTrue();
        assertThat(sundays.holdsAt(berlin("2026-03-09T12:00:00"))).isFalse();
    }

    private static Instant berlin(String local) {
        return java.time.LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
