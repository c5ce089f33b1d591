package dev.signalbox.practice.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What requests cost, and what happens to those that nobody may send any more.
class AllowanceTest {

    private static final String REPO = "/repos/acme/checkout";
    private static final String DISPATCH = REPO + "/actions/workflows/ci.yml/dispatches";

    private final PracticeServer server = new PracticeServer();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"/user, 1", "/api/v3/user, 1", REPO + "/actions/runs/1, 1", "/nowhere, 1", "/rate_limit, 0",
        "/api/v3/rate_limit, 0"})
    void countsEveryAnswerButTheOneAboutTheCount(String path, int cost) {
        int before = used(server.get("/user"));

        assertThat(used(server.get(path))).isEqualTo(before + cost);
    }

    @Test
    void countsWritesAndRefusalsToo() {
        int before = used(server.get("/user"));

        assertThat(used(server.post(DISPATCH, "{\"ref\":\"main\"}"))).isEqualTo(before + 1);
        assertThat(used(server.post(DISPATCH, "{"))).isEqualTo(before + 2);
        assertThat(used(server.post(DISPATCH, "{}"))).isEqualTo(before + 3);
    }

    @Test
    void countsForEachPersonAlone() {
        server.get("/user");
        HttpResponse<String> other = as(PracticeServer.COLLEAGUE, "/user");

        assertThat(used(other)).isEqualTo(1);
        assertThat(server.read(other).path("login").asText()).isEqualTo("qa-lead");
    }

    @Test
    void addsUpAndStartsAgainWhenTheHourIsOver() {
        HttpResponse<String> first = server.get("/user");
        long reset = Long.parseLong(header(first, "X-RateLimit-Reset"));
        assertThat(reset).isEqualTo(server.sample().instant().plusSeconds(3600).getEpochSecond());
        assertThat(Integer.parseInt(header(first, "X-RateLimit-Remaining")) + used(first)).isEqualTo(5000);

        server.sample().jump(Duration.ofMinutes(59));
        assertThat(used(server.get("/user"))).isEqualTo(2);
        server.sample().jump(Duration.ofMinutes(1));
        HttpResponse<String> fresh = server.get("/user");
        assertThat(used(fresh)).isEqualTo(1);
        assertThat(Long.parseLong(header(fresh, "X-RateLimit-Reset"))).isEqualTo(reset + 3600);
    }

    @Test
    void refusesEvenAnswersThatWouldHaveBeenFreeWhenTheHourIsUsedUp() {
        String tag = header(server.get(REPO), "ETag");
        server.server().exhaustRateLimit(Duration.ofMinutes(10));
        HttpResponse<String> refused = server.send(server.request(REPO).header("If-None-Match", tag));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(server.read(refused).path("message").asText()).startsWith("API rate limit exceeded for user ID ");
        assertThat(header(refused, "X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
        assertThat(as(PracticeServer.COLLEAGUE, REPO).statusCode()).isEqualTo(403);
    }

    @Test
    void tellsHowMuchIsLeftToThoseWhoMayAskNothingElse() {
        server.server().exhaustRateLimit(Duration.ofMinutes(10));
        server.server().limitSecondary(Duration.ofMinutes(1));

        assertThat(server.json("/rate_limit").at("/resources/core/remaining").asInt()).isZero();
        assertThat(server.json("/api/v3/rate_limit").at("/resources/core/used").asInt()).isEqualTo(5000);
    }

    @Test
    void doesNothingOfWhatItRefuses() {
        int before = server.json(REPO + "/actions/runs").path("total_count").asInt();
        for (Runnable limit : List.<Runnable>of(() -> server.server().limitSecondary(Duration.ofMinutes(1)),
                () -> server.server().exhaustRateLimit(Duration.ofMinutes(1)),
                () -> server.server().revokeTokens())) {
            limit.run();
            assertThat(server.post(DISPATCH, "{\"ref\":\"main\"}").statusCode()).isIn(401, 403);
            server.server().liftLimits();
            server.server().restoreTokens();
        }

        assertThat(server.json(REPO + "/actions/runs").path("total_count").asInt()).isEqualTo(before);
    }

    @Test
    void asksToWaitForLessAndLessUntilTheSecondaryLimitIsOver() {
        server.server().limitSecondary(Duration.ofSeconds(60));
        HttpResponse<String> first = server.get("/user");
        server.sample().jump(Duration.ofSeconds(45));
        HttpResponse<String> later = server.get("/user");
        server.sample().jump(Duration.ofSeconds(15));

        assertThat(header(first, "Retry-After")).isEqualTo("60");
        assertThat(header(later, "Retry-After")).isEqualTo("15");
        assertThat(header(first, "X-RateLimit-Remaining")).isNotEqualTo("0");
        assertThat(server.read(later).path("message").asText()).contains("secondary rate limit");
        assertThat(server.get("/user").statusCode()).isEqualTo(200);
    }

    @Test
    void saysNothingAboutAllowancesToStrangers() {
        HttpResponse<String> stranger = as("guess", "/user");

        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("X-RateLimit-Remaining")).isEmpty();
        assertThat(as("guess", "/rate_limit").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> as(String token, String path) {
        return server.send(server.request(path).setHeader("Authorization", "Bearer " + token));
    }

    private static int used(HttpResponse<String> answer) {
        return Integer.parseInt(header(answer, "X-RateLimit-Used"));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }
}
