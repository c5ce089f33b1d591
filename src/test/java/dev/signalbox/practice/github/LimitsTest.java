package dev.signalbox.practice.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private final PracticeServer server = new PracticeServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aUsedUpHourIsRefusedUntilItEnds() {
        server.server().exhaustRateLimit(Duration.ofSeconds(30));
        HttpResponse<String> answer = server.get("/user");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("API rate limit exceeded");
        assertThat(answer.headers().firstValue("x-ratelimit-remaining")).hasValue("0");
        assertThat(answer.headers().firstValue("x-ratelimit-reset"))
                .hasValue(Long.toString(server.sample().instant().plusSeconds(30).getEpochSecond()));
        assertThat(server.get("/rate_limit").statusCode()).isEqualTo(200);
        server.sample().pass(Duration.ofSeconds(31));
        assertThat(server.get("/user").statusCode()).isEqualTo(200);
    }

    @Test
    void theSecondaryLimitSaysHowLongToWait() {
        server.server().limitSecondary(Duration.ofSeconds(60));
        HttpResponse<String> answer = server.get("/user");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("secondary rate limit");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("60");
        server.server().liftLimits();
        assertThat(server.get("/user").statusCode()).isEqualTo(200);
    }

    @Test
    void aRevokedTokenIsABadCredential() {
        server.server().revokeTokens();
        assertThat(server.get("/user").statusCode()).isEqualTo(401);
        server.server().restoreTokens();
        assertThat(server.get("/user").statusCode()).isEqualTo(200);
    }
}
