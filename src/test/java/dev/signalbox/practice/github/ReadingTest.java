package dev.signalbox.practice.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final String RUNS = "/repos/acme/checkout/actions/runs";

    private final PracticeServer server = new PracticeServer();

    @AfterEach
    void close() {
        server.close();
    }

    private static Optional<String> link(HttpResponse<String> answer, String relation) {
        Matcher matcher = Pattern.compile("<([^>]+)>; rel=\"" + relation + "\"")
                .matcher(answer.headers().firstValue("Link").orElse(""));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    @Test
    void listensOnLoopbackOnly() {
        assertThat(server.base().getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void refusesWhoeverBringsNoToken() {
        HttpResponse<String> answer = server.send(java.net.http.HttpRequest.newBuilder(server.base().resolve("/user")));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(server.read(answer).path("message").asText()).isEqualTo("Requires authentication");
    }

    @Test
    void refusesAWrongTokenWithTheProvidersOwnWords() {
        HttpResponse<String> answer = server.send(server.request("/user").setHeader("Authorization", "Bearer wrong"));
        JsonNode body = server.read(answer);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(body.path("message").asText()).isEqualTo("Bad credentials");
        assertThat(body.path("documentation_url").asText()).startsWith("https://docs.github.com/");
        assertThat(body.path("status").asText()).isEqualTo("401");
    }

    @Test
    void saysWhoYouAreAndWhatYourTokenMay() {
        HttpResponse<String> answer = server.get("/user");
        assertThat(server.read(answer).path("login").asText()).isEqualTo("release-mgr");
        assertThat(answer.headers().firstValue("X-OAuth-Scopes")).hasValue("read:org, repo, workflow");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
    }

    @Test
    void isAlsoThereWhereAnEnterpriseServerWouldBe() {
        JsonNode run = server.json("/api/v3" + RUNS).path("workflow_runs").path(0);
        assertThat(run.path("url").asText()).startsWith(server.base() + "/api/v3/repos/acme/checkout/");
        assertThat(server.json(run.path("url").asText()).path("id")).isEqualTo(run.path("id"));
    }

    @Test
    void pagesLinkByNumberAndTheirLinksWork() {
        List<Long> ids = new ArrayList<>();
        HttpResponse<String> page = server.get(RUNS + "?per_page=5&exclude_pull_requests=true");
        int total = server.read(page).path("total_count").asInt();
        assertThat(link(page, "next").orElseThrow())
                .matches(Pattern.quote(server.base() + "/repositories/") + "\\d+/actions/runs\\?.*page=2.*");
        while (true) {
            server.read(page).path("workflow_runs").forEach(run -> ids.add(run.path("id").asLong()));
            Optional<String> next = link(page, "next");
            if (next.isEmpty()) {
                break;
            }
            page = server.get(next.get());
        }
        assertThat(ids).hasSize(total).doesNotHaveDuplicates();
        assertThat(link(page, "first")).isPresent();
        assertThat(link(page, "last")).isEmpty();
    }

    @Test
    void aPageBeyondTheLastIsEmpty() {
        assertThat(server.json(RUNS + "?page=99").path("workflow_runs")).isEmpty();
    }

    @Test
    void runNumbersNeedMoreThanThirtyTwoBits() {
        assertThat(server.json(RUNS).path("workflow_runs").path(0).path("id").asLong()).isGreaterThan(1L << 32);
    }

    @Test
    void anUnchangedAnswerComesAs304AndCostsNothing() {
        HttpResponse<String> first = server.get(RUNS);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second = server.send(server.request(RUNS).header("If-None-Match", tag));
        assertThat(tag).startsWith("W/\"");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.headers().firstValue("ETag")).hasValue(tag);
        assertThat(second.headers().firstValue("X-RateLimit-Used"))
                .isEqualTo(first.headers().firstValue("X-RateLimit-Used"));
    }

    @Test
    void theTagChangesWithTheAnswerAndWithTheToken() {
        String tag = server.get(RUNS).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> other = server.send(server.request(RUNS)
                .setHeader("Authorization", "Bearer " + PracticeServer.COLLEAGUE)
                .header("If-None-Match", tag));
        assertThat(other.statusCode()).isEqualTo(200);
        server.sample().world().push(
                server.sample().repository("checkout"), server.sample().people().you(), "New",
                server.sample().instant(), null);
        assertThat(server.send(server.request(RUNS).header("If-None-Match", tag)).statusCode()).isEqualTo(200);
    }

    @Test
    void everyAnswerCountsAndSaysSo() {
        int before = Integer.parseInt(server.get("/user").headers().firstValue("x-ratelimit-remaining").orElseThrow());
        HttpResponse<String> answer = server.get(RUNS);
        assertThat(answer.headers().firstValue("x-ratelimit-remaining")).hasValue(Integer.toString(before - 1));
        assertThat(answer.headers().firstValue("x-ratelimit-limit")).hasValue("5000");
        assertThat(answer.headers().firstValue("x-ratelimit-resource")).hasValue("core");
        JsonNode core = server.json("/rate_limit").path("resources").path("core");
        assertThat(core.path("remaining").asInt()).isEqualTo(before - 1);
    }

    @Test
    void whatIsNotThereIs404InTheProvidersShape() {
        for (String path : List.of("/repos/acme/nothing", "/repos/other/checkout", RUNS + "/1", "/nowhere")) {
            HttpResponse<String> answer = server.get(path);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(server.read(answer).path("message").asText()).isEqualTo("Not Found");
        }
    }

    @Test
    void anUnknownVersionOfTheApiIsGone() {
        HttpResponse<String> answer = server.send(server.request("/user").header("X-GitHub-Api-Version", "2019-01-01"));
        assertThat(answer.statusCode()).isEqualTo(410);
    }

    @Test
    void theNewVersionDropsTheOldRateField() {
        assertThat(server.json("/rate_limit").has("rate")).isTrue();
        HttpResponse<String> answer = server.send(
                server.request("/rate_limit").header("X-GitHub-Api-Version", "2026-03-10"));
        assertThat(server.read(answer).has("rate")).isFalse();
    }

    @Test
    void comparesTwoVersions() {
        JsonNode comparison = server.json("/repos/acme/checkout/compare/v2.14.0...v2.14.1");
        assertThat(comparison.path("status").asText()).isEqualTo("ahead");
        assertThat(comparison.path("ahead_by").asInt()).isEqualTo(comparison.path("commits").size()).isEqualTo(1);
        assertThat(comparison.path("commits").path(0).path("commit").path("message").asText())
                .isEqualTo("Retry card authorisation on timeout");
        assertThat(server.json("/repos/acme/checkout/compare/v2.14.1...v2.14.0").path("behind_by").asInt())
                .isEqualTo(1);
        assertThat(server.json("/repos/acme/checkout/compare/main...main").path("status").asText())
                .isEqualTo("identical");
    }

    @Test
    void showsTheWorkflowFileSoThatItsInputsCanBeRead() {
        JsonNode file = server.json("/repos/acme/checkout/contents/.github/workflows/release.yml?ref=main");
        byte[] bytes = Base64.getMimeDecoder().decode(file.path("content").asText());
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("workflow_dispatch:", "options: [development");
        assertThat(file.path("size").asInt()).isEqualTo(bytes.length);
    }

    @Test
    void filtersRuns() {
        for (JsonNode run : server.json(RUNS + "?event=push&status=success&branch=main").path("workflow_runs")) {
            assertThat(run.path("event").asText()).isEqualTo("push");
            assertThat(run.path("conclusion").asText()).isEqualTo("success");
        }
        assertThat(server.json(RUNS + "?created=%3E2026-11-21").path("total_count").asInt()).isZero();
        assertThat(server.json(RUNS + "?created=2026-01-01..*").path("total_count").asInt()).isPositive();
        assertThat(server.json("/repos/acme/checkout/actions/workflows/ci.yml/runs").path("workflow_runs"))
                .allMatch(run -> run.path("name").asText().equals("CI"));
    }

    @Test
    void listsRepositoriesByTheirLastPush() {
        server.sample().world().push(
                server.sample().repository("ledger"), server.sample().people().you(), "New", server.sample().instant(),
                null);
        JsonNode repositories = server.json("/orgs/acme/repos?sort=pushed&direction=desc&per_page=100");
        assertThat(repositories.path(0).path("name").asText()).isEqualTo("ledger");
    }
}
