package dev.signalbox.practice.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may come in, and how those are refused who may not.
class AccessTest {

    private final GitLabServer server = new GitLabServer();

    @AfterEach
    void close() {
        server.close();
    }

    private void assertMessage(HttpResponse<String> answer, int status, String message) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(server.read(answer).path("message").asText()).isEqualTo(message);
    }

    @Test
    void takesATokenInEitherHeader() {
        JsonNode own = server.read(server.send(server.as(GitLabServer.TOKEN, "/user")));
        JsonNode bearer = server.read(server.send(server.open("/user").header("Authorization",
                "Bearer " + GitLabServer.TOKEN)));

        assertThat(own).isEqualTo(bearer);
        assertThat(own.path("username").asText()).isEqualTo("release-mgr");
        assertThat(server.json("/user").path("id").asLong()).isEqualTo(server.sample().members().you().id());
    }

    @Test
    void knowsWhoAsks() {
        JsonNode colleague = server.read(server.send(server.as(GitLabServer.COLLEAGUE, "/user")));

        assertThat(colleague.path("username").asText()).isEqualTo("qa-lead");
        assertThat(colleague.path("state").asText()).isEqualTo("active");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/user", "/projects", "/metadata", "/nowhere", GitLabServer.AUTH})
    void refusesEverythingWithoutAToken(String path) {
        assertMessage(server.send(server.open(path)), 401, "401 Unauthorized");
        assertMessage(server.send(server.as("glpat-wrong", path)), 401, "401 Unauthorized");
        assertMessage(server.send(server.open(path).header("Authorization", "Basic eDp5")), 401, "401 Unauthorized");
    }

    @Test
    void doesNotTakeAWrongTokenBecauseARightOneComesToo() {
        assertThat(server.send(server.as("glpat-wrong", "/user").header("Authorization",
                "Bearer " + GitLabServer.TOKEN)).statusCode()).isEqualTo(401);
    }

    @Test
    void aRevokedTokenIsUnknownUntilItIsTakenBack() {
        server.server().revokeTokens();
        HttpResponse<String> refused = server.get("/user");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(server.read(refused).path("error").asText()).isEqualTo("invalid_token");
        assertThat(server.read(refused).path("error_description").asText()).startsWith("Token was revoked.");
        server.server().restoreTokens();
        assertThat(server.get("/user").statusCode()).isEqualTo(200);
    }

    @Test
    void aReadingTokenReadsAndDoesNotWrite() {
        assertThat(server.send(server.as(GitLabServer.READER, GitLabServer.AUTH)).statusCode()).isEqualTo(200);
        HttpResponse<String> refused =
                server.postAs(GitLabServer.READER, GitLabServer.AUTH + "/pipeline", "{\"ref\": \"main\"}");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(server.read(refused).path("error").asText()).isEqualTo("insufficient_scope");
        assertThat(server.read(refused).path("scope").asText()).isEqualTo("api");
        assertThat(server.sample().project("auth").pipelines().getFirst().trigger().source()).isNotEqualTo("api_v4");
    }

    @Test
    void tellsATokenWhatItMayDo() {
        JsonNode self = server.json("/personal_access_tokens/self");

        assertThat(self.path("scopes").path(0).asText()).isEqualTo("api");
        assertThat(self.path("active").asBoolean()).isTrue();
        assertThat(self.path("expires_at").asText()).isEqualTo("2027-06-08");
        assertThat(server.read(server.send(server.as(GitLabServer.READER, "/personal_access_tokens/self")))
                .path("scopes").path(0).asText()).isEqualTo("read_api");
    }

    @Test
    void tellsItsVersionAndEdition() {
        assertThat(server.json("/metadata").path("enterprise").asBoolean()).isTrue();
        assertThat(server.json("/metadata").path("version").asText()).matches("\\d+\\.\\d+\\.\\d+-ee");
        assertThat(server.json("/version").path("version")).isEqualTo(server.json("/metadata").path("version"));
        assertThat(server.json("/version").has("enterprise")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /projects/1                                | 404 Project Not Found
            /projects/acme%2Fcheckout                  | 404 Project Not Found
            /projects/acme%2Fplatform%2Fauth/pipelines/1 | 404 Pipeline Not Found
            /projects/acme%2Fplatform%2Fauth/jobs/1    | 404 Not found
            /projects/acme%2Fplatform%2Fauth/jobs/x    | 404 Not found
            /projects/acme%2Fplatform%2Fauth/deployments/1 | 404 Deployment Not Found
            /projects/acme%2Fplatform%2Fauth/environments/1 | 404 Not found
            /projects/acme%2Fplatform%2Fauth/repository/commits/0000000 | 404 Commit Not Found
            /projects/acme%2Fplatform%2Fauth/repository/files/Makefile?ref=main | 404 File Not Found
            /groups/other                              | 404 Group Not Found
            """)
    void saysWhatIsNotThere(String path, String message) {
        assertMessage(server.get(path), 404, message);
    }

    @Test
    void saysOfOtherPathsAndMethodsThatTheyAreNone() {
        assertThat(server.get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(server.read(server.get("/nowhere")).path("error").asText()).isEqualTo("404 Not Found");
        assertThat(server.get(server.base() + "/acme/platform/auth").statusCode()).isEqualTo(404);
        HttpResponse<String> wrong = server.send(server.as(GitLabServer.TOKEN, "/user").DELETE());
        assertThat(wrong.statusCode()).isEqualTo(405);
    }

    @Test
    void refusesABodyThatIsNoJson() {
        HttpResponse<String> answer = server.post(GitLabServer.AUTH + "/pipeline", "{\"ref\"");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(server.read(answer).path("error").asText()).contains("JSON");
    }

    @Test
    void takesAFormToo() {
        HttpResponse<String> answer = server.send(server.as(GitLabServer.TOKEN, GitLabServer.AUTH + "/pipeline")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("ref=main")));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(server.post(GitLabServer.AUTH + "/pipeline?ref=main", "").statusCode()).isEqualTo(201);
    }

    @Test
    void answersHeadWithoutABody() {
        HttpResponse<String> answer = server.send(server.as(GitLabServer.TOKEN, "/projects")
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("X-Total")).contains("2");
    }
}
