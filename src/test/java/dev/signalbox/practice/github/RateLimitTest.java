package dev.signalbox.practice.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final RateLimit limit = new RateLimit(NOON);

    @Test
    void startsFull() {
        assertThat(limit.headers(NOON))
                .containsEntry("X-RateLimit-Limit", "5000")
                .containsEntry("X-RateLimit-Remaining", "5000")
                .containsEntry("X-RateLimit-Used", "0")
                .containsEntry("X-RateLimit-Reset", Long.toString(NOON.plusSeconds(3600).getEpochSecond()));
    }

    @Test
    void endsAtItsLastRequest() {
        for (int i = 0; i < RateLimit.LIMIT - 1; i++) {
            limit.count(NOON);
        }
        assertThat(limit.isExhausted(NOON)).isFalse();
        limit.count(NOON);
        assertThat(limit.isExhausted(NOON)).isTrue();
        limit.count(NOON);
        assertThat(limit.headers(NOON)).containsEntry("X-RateLimit-Remaining", "0");
    }

    @Test
    void isFullAgainWhenTheHourIsOver() {
        limit.exhaust(NOON.plusSeconds(600));
        assertThat(limit.isExhausted(NOON.plusSeconds(599))).isTrue();
        assertThat(limit.isExhausted(NOON.plusSeconds(600))).isFalse();
        assertThat(limit.headers(NOON.plusSeconds(600)))
                .containsEntry("X-RateLimit-Reset", Long.toString(NOON.plusSeconds(4200).getEpochSecond()));
    }

    @Test
    void canBeRefilledAtOnce() {
        limit.exhaust(NOON.plus(Duration.ofMinutes(10)));
        limit.refill(NOON);
        assertThat(limit.isExhausted(NOON)).isFalse();
    }

    @Test
    void tellsAllItsWindows() {
        limit.count(NOON);
        JsonNode overview = limit.overview(NOON, true);
        assertThat(overview.at("/resources/core/used").asInt()).isEqualTo(1);
        assertThat(overview.at("/resources/core/remaining").asInt()).isEqualTo(4999);
        assertThat(overview.at("/resources/search/limit").asInt()).isEqualTo(30);
        assertThat(overview.path("rate")).isEqualTo(overview.at("/resources/core"));
        assertThat(limit.overview(NOON, false).has("rate")).isFalse();
    }
}
