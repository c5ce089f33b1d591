package dev.signalbox.practice.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final GitLabServer server = new GitLabServer();

    @AfterEach
    void close() {
        server.close();
    }

    private static long header(HttpResponse<?> answer, String name) {
        return Long.parseLong(answer.headers().firstValue(name).orElseThrow());
    }

    @Test
    void tellsWithEveryAnswerWhatIsLeft() {
        HttpResponse<String> first = server.get("/user");
        HttpResponse<String> second = server.get("/nowhere");

        assertThat(header(first, "RateLimit-Limit")).isEqualTo(2000);
        assertThat(header(first, "RateLimit-Remaining")).isEqualTo(1999);
        assertThat(header(second, "RateLimit-Remaining")).isEqualTo(1998);
        assertThat(header(second, "RateLimit-Observed")).isEqualTo(2);
        assertThat(header(second, "RateLimit-Reset")).isEqualTo(NOON.plusSeconds(60).getEpochSecond());
        assertThat(second.headers().firstValue("RateLimit-Name")).contains("throttle_authenticated_api");
        assertThat(second.headers().firstValue("RateLimit-ResetTime")).contains("Fri, 20 Nov 2026 12:01:00 GMT");
    }

    @Test
    void doesNotLimitThoseWhoDoNotComeIn() {
        HttpResponse<String> answer = server.send(server.open("/user"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("RateLimit-Limit")).isEmpty();
    }

    @Test
    void countsAnAnswerThatHasNotChangedToo() {
        String tag = server.get("/user").headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> same = server.send(server.as(GitLabServer.TOKEN, "/user").header("If-None-Match", tag));

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(header(same, "RateLimit-Remaining")).isEqualTo(1998);
    }

    @Test
    void aTagIsWeakAndMovesWithTheAnswer() {
        String path = GitLabServer.AUTH + "/pipelines?per_page=1";
        String tag = server.get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("W/\"");
        server.sample().merge("auth", null);
        HttpResponse<String> moved = server.send(server.as(GitLabServer.TOKEN, path).header("If-None-Match", tag));

        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(moved.headers().firstValue("ETag")).isPresent().isNotEqualTo(java.util.Optional.of(tag));
        assertThat(server.send(server.as(GitLabServer.TOKEN, path).header("If-None-Match", "\"x\", *")).statusCode())
                .isEqualTo(304);
    }

    @Test
    void refusesWhenNothingIsLeftAndSaysWhenToComeBack() {
        server.server().exhaustRateLimit(Duration.ofSeconds(30));
        HttpResponse<String> refused = server.get("/user");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).isEqualTo("Retry later\n");
        assertThat(refused.headers().firstValue("Content-Type")).contains("text/plain");
        assertThat(header(refused, "Retry-After")).isEqualTo(30);
        assertThat(header(refused, "RateLimit-Remaining")).isZero();
    }

    @Test
    void whoWaitsAsLongAsWasToldNeedNotWaitAgain() {
        Allowance allowance = new Allowance(NOON);
        allowance.exhaust(NOON.plusMillis(29_500));
        assertThat(allowance.take(NOON)).isFalse();
        assertThat(allowance.secondsLeft(NOON)).isEqualTo(30);
        assertThat(allowance.take(NOON.plusSeconds(allowance.secondsLeft(NOON)))).isTrue();
        assertThat(allowance.secondsLeft(NOON.plusSeconds(200))).as("never now").isEqualTo(1);
    }

    @Test
    void beginsAnewWhenTheTimeIsOver() {
        server.server().exhaustRateLimit(Duration.ofSeconds(30));
        server.sample().jump(Duration.ofSeconds(29));
        assertThat(server.get("/user").statusCode()).isEqualTo(429);
        server.sample().jump(Duration.ofSeconds(1));
        assertThat(server.get("/user").statusCode()).isEqualTo(200);
    }

    @Test
    void canBeLiftedAtOnce() {
        server.server().exhaustRateLimit(Duration.ofSeconds(30));
        assertThat(server.get("/user").statusCode()).isEqualTo(429);
        server.server().liftLimits();
        assertThat(server.get("/user").statusCode()).isEqualTo(200);
    }

    @Test
    void everyAccountHasItsOwnAllowance() {
        server.get("/user");
        server.get("/user");
        HttpResponse<String> colleague = server.send(server.as(GitLabServer.COLLEAGUE, "/user"));

        assertThat(header(colleague, "RateLimit-Remaining")).isEqualTo(1999);
    }

    @Test
    void aWindowIsAMinute() {
        Allowance allowance = new Allowance(NOON);
        for (int i = 0; i < Allowance.LIMIT; i++) {
            assertThat(allowance.take(NOON)).isTrue();
        }
        assertThat(allowance.take(NOON.plusSeconds(59))).isFalse();
        assertThat(allowance.secondsLeft(NOON.plusSeconds(59))).isEqualTo(1);
        assertThat(allowance.take(NOON.plusSeconds(60))).isTrue();
        assertThat(allowance.headers(NOON.plusSeconds(60))).containsEntry("RateLimit-Observed", "1");
    }
}
