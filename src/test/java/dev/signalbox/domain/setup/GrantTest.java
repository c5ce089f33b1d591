package dev.signalbox.domain.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantTest {

    private static final Instant GIVEN = Instant.parse("2026-11-22T08:00:00Z");

    private static Grant ending(@Nullable Instant end) {
        return new Grant(
                new HiddenText("ghu_canary"), end, new HiddenText("ghr_canary"), null, "client-1",
                URI.create("https://github.com/login/oauth/access_token"));
    }

    @ParameterizedTest
    @CsvSource({
        // life, minutes since then, due
        "120, 0, false", "120, 114, false", "120, 115, true", "120, 500, true", "480, 474, false", "480, 475, true",
        "10, 8, false", "10, 9, true"
    })
    void isRenewedShortlyBeforeItsEnd(long life, long passed, boolean due) {
        Grant grant = ending(GIVEN.plus(Duration.ofMinutes(life)));

        assertThat(grant.isDue(GIVEN, GIVEN.plus(Duration.ofMinutes(passed)))).isEqualTo(due);
    }

    @Test
    void oneThatHadEndedBeforeItWasReadIsDueAtOnce() {
        Grant grant = ending(GIVEN);

        assertThat(grant.isDue(GIVEN.plusSeconds(3600), GIVEN.plusSeconds(3600))).isTrue();
        assertThat(grant.isDue(GIVEN, GIVEN)).isTrue();
    }

    @Test
    void endsAtItsEnd() {
        Grant grant = ending(GIVEN.plusSeconds(60));

        assertThat(grant.hasEnded(GIVEN.plusSeconds(59))).isFalse();
        assertThat(grant.hasEnded(GIVEN.plusSeconds(60))).isTrue();
    }

    @Test
    void oneWhoseEndNobodyToldIsNeverDueByTheClock() {
        assertThat(ending(null).isDue(GIVEN, Instant.MAX)).isFalse();
        assertThat(ending(null).hasEnded(Instant.MAX)).isFalse();
    }

    @Test
    void printsNeitherOfItsSecrets() {
        assertThat(ending(GIVEN).toString()).doesNotContain("canary").contains("client-1");
    }
}
