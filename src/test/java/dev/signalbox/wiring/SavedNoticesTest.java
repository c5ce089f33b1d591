package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.domain.notice.NoticeKind;
import dev.signalbox.domain.notice.NoticeRule;
import dev.signalbox.domain.notice.NoticeWishes;
import dev.signalbox.domain.notice.QuietHours;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedNoticesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final NoticeWishes CHOSEN = new NoticeWishes(
            false, Set.of(NoticeKind.STARTED, NoticeKind.WAITS),
            List.of(
                    new NoticeRule(NoticeRule.Scope.SERVICE, "a = b, \u00fc #!", Set.of(NoticeKind.FIXED)),
                    new NoticeRule(NoticeRule.Scope.ENVIRONMENT, "production", Set.of())),
            Optional.of(new QuietHours(
                    LocalTime.of(22, 30), LocalTime.of(7, 0), Set.of(DayOfWeek.FRIDAY, DayOfWeek.SUNDAY),
                    BERLIN)),
            Optional.of(Instant.parse("2026-03-03T10:00:00Z")));

    @Test
    void whatIsChosenHoldsAtTheNextStart(@TempDir Path folder) {
        SettingsFile file = new SettingsFile(folder.resolve("notices.properties"));
        SavedNotices saved = new SavedNotices(file, Runnable::run, BERLIN);
        assertThat(saved.wishes()).isEqualTo(NoticeWishes.USUAL);
        saved.change(CHOSEN);
        assertThat(saved.wishes()).isEqualTo(CHOSEN);
        assertThat(new SavedNotices(file, Runnable::run, BERLIN).wishes()).isEqualTo(CHOSEN);
        saved.change(NoticeWishes.USUAL);
        assertThat(new SavedNotices(file, Runnable::run, BERLIN).wishes()).isEqualTo(NoticeWishes.USUAL);
    }

    @Test
    void quietHoursFollowTheClockOfWhereTheMachineIs(@TempDir Path folder) {
        SettingsFile file = new SettingsFile(folder.resolve("notices.properties"));
        new SavedNotices(file, Runnable::run, BERLIN).change(CHOSEN);
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");

        assertThat(new SavedNotices(file, Runnable::run, tokyo).wishes().quiet()).get()
                .returns(tokyo, QuietHours::zone).returns(LocalTime.of(22, 30), QuietHours::from);
    }

    @Test
    void theZoneInAFileOfAnEarlierVersionIsOfNoAccount() {
        Map<String, String> kept = Map.of(
                "quiet.from", "22:30", "quiet.until", "07:00", "quiet.days", "FRIDAY", "quiet.zone", "Mars/Base");

        assertThat(SavedNotices.read(kept, BERLIN).quiet()).contains(new QuietHours(
                LocalTime.of(22, 30), LocalTime.of(7, 0), Set.of(DayOfWeek.FRIDAY), BERLIN));
    }

    @Test
    void whatCannotBeReadCountsAsNotChosen() {
        assertThat(SavedNotices.read(Map.of(
                "on", "perhaps", "quiet.from", "25:00", "quiet.until", "07:00", "quiet.zone", "Mars/Base",
                "snoozed", "tomorrow", "rule.0.scope", "PLANET", "rule.0.name", "x"), BERLIN))
                .isEqualTo(NoticeWishes.USUAL);
        assertThat(SavedNotices.read(Map.of("kinds", "BROKEN,EXPLODED, FIXED"), BERLIN).kinds())
                .containsExactlyInAnyOrder(NoticeKind.BROKEN, NoticeKind.FIXED);
        assertThat(SavedNotices.read(Map.of("kinds", ""), BERLIN).kinds()).isEmpty();
    }
}
