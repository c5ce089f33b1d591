package dev.signalbox.practice.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {

    private static final String REPO = "/repos/acme/checkout";

    private final PracticeServer server = new PracticeServer();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            GET  | /repos/acme/none                                   | ^^                        | 404 | Not Found
            GET  | /repos/acme/checkout/actions/runs/1                | ^^                        | 404 | Not Found
            GET  | /repos/acme/checkout/actions/runs/one              | ^^                        | 404 | Not Found
            GET  | /repos/acme/checkout/branches/gone                 | ^^                        | 404 | Branch not found
            GET  | /repos/acme/checkout/commits/0000000               | ^^                        | 422 | No commit found for SHA: 0000000
            GET  | /repos/acme/checkout/contents/.github/workflows/ci.yml?ref=gone | ^^           | 404 | No commit found for the ref gone
            GET  | /orgs/others                                       | ^^                        | 404 | Not Found
            POST | /repos/acme/checkout/actions/workflows/ci.yml/dispatches | {"ref"              | 400 | Problems parsing JSON
            POST | /repos/acme/checkout/actions/workflows/ci.yml/dispatches | {}                  | 422 | "ref" wasn't supplied
            POST | /repos/acme/checkout/actions/workflows/ci.yml/dispatches | {"ref":"refs/tags/main"} | 422 | No ref found for: refs/tags/main
            POST | /repos/acme/checkout/actions/workflows/ci.yml/dispatches | {"ref":"main","inputs":{"suite":"slow"}} | 422 | not in the list of allowed values
            POST | /repos/acme/checkout/actions/workflows/none.yml/dispatches | {"ref":"main"}    | 404 | Not Found
            POST | /user                                              | {}                        | 404 | Not Found
            """)
    void haveTheShapeThatClientsRead(String method, String path, String body, int code, String message) {
        HttpResponse<String> refused = method.equals("GET") ? server.get(path) : server.post(path, body);
        JsonNode problem = server.read(refused);

        assertThat(refused.statusCode()).isEqualTo(code);
        assertThat(problem.path("message").asText()).contains(message);
        assertThat(problem.path("status").asText()).isEqualTo(Integer.toString(code));
        assertThat(problem.path("documentation_url").asText()).startsWith("https://docs.github.com/");
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource({"/actions/runs, actions=read", "/deployments, deployments=read", "/environments, actions=read",
        "/commits, contents=read", "'', metadata=read", "/commits/main/check-runs, checks=read",
        "/actions/runs/1, actions=read", "/commits/0000000, contents=read"})
    void tellWhichPermissionATokenNeedsEvenWhereTheAnswerIsNo(String path, String permission) {
        assertThat(server.get(REPO + path).headers().firstValue("X-Accepted-GitHub-Permissions")).hasValue(permission);
    }

    @Test
    void namePermissionsForWritesToo() {
        assertThat(server.post(REPO + "/actions/runs/1/cancel", "").headers()
                .firstValue("X-Accepted-GitHub-Permissions")).hasValue("actions=write");
        assertThat(server.post(REPO + "/actions/runs/1/pending_deployments", "{}").headers()
                .firstValue("X-Accepted-GitHub-Permissions")).hasValue("deployments=write");
        assertThat(server.get("/user").headers().firstValue("X-Accepted-GitHub-Permissions")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bearer practice-token-of-you     | 200
            bearer practice-token-of-you     | 200
            token practice-token-of-you      | 200
            TOKEN practice-token-of-you      | 200
            practice-token-of-you            | 401
            Basic practice-token-of-you      | 401
            Bearer practice-token-of-you x   | 401
            Bearer                           | 401
            """)
    void meetWhoeverHoldsTheTokenWrong(String authorization, int code) {
        HttpResponse<String> answer = server.send(server.request("/user").setHeader("Authorization", authorization));

        assertThat(answer.statusCode()).isEqualTo(code);
        if (code == 401) {
            assertThat(server.read(answer).path("message").asText()).isEqualTo("Bad credentials");
        }
    }

    @ParameterizedTest
    @CsvSource({"2022-11-28, 200", "2026-03-10, 200", "2020-01-01, 410", "latest, 410"})
    void meetVersionsThatNobodySpeaks(String version, int code) {
        HttpResponse<String> answer = server.send(server.request("/user").header("X-GitHub-Api-Version", version));

        assertThat(answer.statusCode()).isEqualTo(code);
        if (code == 200) {
            assertThat(answer.headers().firstValue("X-GitHub-Api-Version-Selected")).hasValue(version);
        } else {
            assertThat(server.read(answer).path("message").asText()).contains(version, "not supported");
        }
    }

    @Test
    void theNewVersionLeavesOutWhatItHasDropped() {
        HttpResponse<String> answer = server.send(server.request(REPO).header("X-GitHub-Api-Version", "2026-03-10"));

        assertThat(server.read(answer).has("has_downloads")).isFalse();
        assertThat(server.json(REPO).has("has_downloads")).isTrue();
        assertThat(server.get(REPO).headers().firstValue("X-GitHub-Api-Version-Selected")).hasValue("2022-11-28");
        assertThat(server.send(server.request(REPO + "/actions/workflows/ci.yml/dispatches")
                .header("X-GitHub-Api-Version", "2026-03-10")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"ref\":\"main\",\"return_run_details\":true}")))
                .statusCode()).isEqualTo(422);
    }

    @Test
    void everyAnswerHasANumberOfItsOwnToAskSupportAbout() {
        String first = server.get("/user").headers().firstValue("X-GitHub-Request-Id").orElseThrow();
        String second = server.get("/nowhere").headers().firstValue("X-GitHub-Request-Id").orElseThrow();

        assertThat(first).matches("[0-9A-F]{4}(:[0-9A-F]{5,8}){4}").isNotEqualTo(second);
    }
}
