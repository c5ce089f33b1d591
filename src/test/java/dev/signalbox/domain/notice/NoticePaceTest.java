package dev.signalbox.domain.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticePaceTest {

    private static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");

    private NoticePace pace = NoticePace.FRESH;

    private NoticePace.Turn take(int count, long second) {
        List<Notice> news = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            news.add(new Notice(NoticeKind.BROKEN, "s" + i, "", "", null, "", NOW.plusSeconds(second)));
        }
        NoticePace.Turn turn = pace.take(news, NOW.plusSeconds(second));
        pace = turn.next();
        return turn;
    }

    @Test
    void aFewAreToldOneByOne() {
        assertThat(take(2, 0).single()).hasSize(2);
        assertThat(take(1, 1).single()).hasSize(1);
        assertThat(take(0, 2)).matches(t -> t.single().isEmpty() && t.together().isEmpty());
    }

    @Test
    void aBurstIsToldTogetherAtOnce() {
        NoticePace.Turn turn = take(40, 0);
        assertThat(turn.single()).isEmpty();
        assertThat(turn.together()).hasSize(40);
    }

    @Test
    void whatComesAfterTheFewIsHeldForAMinuteAndThenToldTogether() {
        take(3, 0);
        assertThat(take(1, 10).single()).isEmpty();
        assertThat(take(2, 20).together()).isEmpty();
        assertThat(take(0, 59).together()).isEmpty();
        assertThat(take(0, 70).together()).hasSize(3);
        assertThat(take(0, 71).together()).isEmpty();
    }

    @Test
    void aFloodMakesAtMostOneNoticeAMinuteAfterTheFirst() {
        int told = 0;
        int things = 0;
        for (int second = 0; second < 600; second++) {
            NoticePace.Turn turn = take(20, second);
            told += turn.single().size() + (turn.together().isEmpty() ? 0 : 1);
            things += turn.together().size();
        }
        assertThat(told).isLessThanOrEqualTo(11);
        assertThat(things).isLessThanOrEqualTo(11 * 500);
        assertThat(pace.held()).hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void afterAQuietMinuteTheyAreToldOneByOneAgain() {
        take(30, 0);
        assertThat(take(1, 61).single()).hasSize(1);
    }

    @Test
    void aClockThatIsSetBackHoldsNothingBack() {
        take(3, 3_600);
        assertThat(take(2, 0).single()).hasSize(2);
    }
}
