package dev.signalbox.practice.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a client that polls lives by: entity tags, and answers that cost nothing.
class ConditionalTest {

    private static final String REPO = "/repos/acme/checkout";

    private final PracticeServer server = new PracticeServer();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/user", "/user/repos", "/orgs/acme/repos?sort=pushed&direction=desc&per_page=100", "/meta",
        REPO, REPO + "/actions/workflows", REPO + "/actions/runs?per_page=20&exclude_pull_requests=true",
        REPO + "/actions/workflows/ci.yml/runs", REPO + "/environments", REPO + "/deployments", REPO + "/commits",
        REPO + "/compare/v2.14.0...main", REPO + "/branches/main", REPO + "/tags", REPO + "/commits/main/check-runs",
        REPO + "/contents/.github/workflows/ci.yml"})
    void everyReadCanBeAskedAgainForNothing(String path) {
        HttpResponse<String> first = server.get(path);
        String tag = header(first, "ETag");
        HttpResponse<String> again = server.send(server.request(path).header("If-None-Match", tag));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(tag).matches("W/\"[0-9a-f]{64}\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
        assertThat(header(again, "X-RateLimit-Used")).isEqualTo(header(first, "X-RateLimit-Used"));
        assertThat(again.headers().firstValue("Content-Type")).isEmpty();
    }

    @Test
    void anAnswerMayBeKeptForAMinuteByWhoeverTrustsThat() {
        HttpResponse<String> answer = server.get("/user");

        assertThat(header(answer, "Cache-Control")).isEqualTo("private, max-age=60, s-maxage=60");
        assertThat(header(answer, "Vary")).contains("Accept", "Authorization");
    }

    @Test
    void theTagComesBackInEveryFormThatHttpKnows() {
        String tag = header(server.get("/user"), "ETag");
        String strong = tag.substring(2);

        for (String asked : new String[] {tag, strong, "\"other\", " + tag, tag + ",\"other\"", "*"}) {
            assertThat(server.send(server.request("/user").header("If-None-Match", asked)).statusCode()).as(asked)
                    .isEqualTo(304);
        }
        assertThat(server.send(server.request("/user").header("If-None-Match", tag.replace("W/\"", "W/\"0")))
                .statusCode()).isEqualTo(200);
    }

    @Test
    void theTagBelongsToTheTokenAndToTheMediaType() {
        String tag = header(server.get(REPO), "ETag");

        for (Map.Entry<String, String> other : Map.of("Accept", "application/json",
                "Authorization", "Bearer " + PracticeServer.COLLEAGUE).entrySet()) {
            HttpResponse<String> answer = server.send(server.request(REPO).setHeader(other.getKey(), other.getValue())
                    .header("If-None-Match", tag));
            assertThat(answer.statusCode()).as(other.getKey()).isEqualTo(200);
            assertThat(header(answer, "ETag")).isNotEqualTo(tag);
        }
    }

    @Test
    void aRunningRunChangesItsTagUntilItIsOver() {
        var run = server.sample().world().push(server.sample().repository("checkout"), server.sample().people().you(),
                "Try", server.sample().instant(), null).getFirst();
        String path = REPO + "/actions/runs/" + run.id() + "/jobs";
        String before = header(server.get(path), "ETag");
        server.sample().pass(Duration.ofSeconds(5));
        String during = header(server.get(path), "ETag");
        server.sample().pass(Duration.ofSeconds(120));
        String after = header(server.get(path), "ETag");
        server.sample().pass(Duration.ofSeconds(120));

        assertThat(before).isNotEqualTo(during);
        assertThat(during).isNotEqualTo(after);
        assertThat(header(server.get(path), "ETag")).isEqualTo(after);
    }

    @Test
    void headersAloneHaveTheSameTag() {
        HttpResponse<String> head = server.send(server.request(REPO).method("HEAD",
                HttpRequest.BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "ETag")).isEqualTo(header(server.get(REPO), "ETag"));
    }

    @Test
    void refusalsAndWritesHaveNone() {
        String dispatches = REPO + "/actions/workflows/ci.yml/dispatches";
        HttpResponse<String> written = server.post(dispatches, "{\"ref\":\"main\",\"return_run_details\":true}");

        assertThat(written.statusCode()).isEqualTo(200);
        for (HttpResponse<String> answer : java.util.List.of(written, server.get(REPO + "/actions/runs/1"),
                server.post(dispatches, "{}"))) {
            assertThat(answer.headers().firstValue("ETag")).isEmpty();
            assertThat(answer.headers().firstValue("Cache-Control")).isEmpty();
        }
        assertThat(server.send(server.request(REPO + "/actions/runs/1").header("If-None-Match", "*")).statusCode())
                .isEqualTo(404);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }
}
