package dev.signalbox.practice.gitlab;

import static dev.signalbox.practice.gitlab.GitLabServer.AUTH;
import static dev.signalbox.practice.gitlab.GitLabServer.RESIZER;
import static dev.signalbox.practice.gitlab.GitLabServer.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.practice.gitlab.world.Pipeline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobsTest {

    private final GitLabServer server = new GitLabServer();

    @AfterEach
    void close() {
        server.close();
    }

    private void pass(int seconds) {
        server.sample().pass(Duration.ofSeconds(seconds));
    }

    private String job(Pipeline pipeline, String name) {
        return AUTH + "/jobs/" + server.job(AUTH, pipeline.id(), name).path("id").asLong();
    }

    private void assertRefused(HttpResponse<String> answer, int status, String message) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(server.read(answer).path("message").asText()).isEqualTo(message);
    }

    @Test
    void aJobTellsItsLifeInTimes() {
        Pipeline pipeline = server.sample().merge("auth", null);
        JsonNode early = server.job(AUTH, pipeline.id(), "build-image");
        assertThat(early.path("status").asText()).isEqualTo("created");
        assertThat(early.path("started_at").isNull()).isTrue();
        assertThat(early.path("duration").isNull()).isTrue();
        assertThat(early.path("runner").isNull()).isTrue();
        pass(60);
        JsonNode late = server.job(AUTH, pipeline.id(), "build-image");

        assertThat(late.path("status").asText()).isEqualTo("success");
        assertThat(late.path("stage").asText()).isEqualTo("build");
        assertThat(late.path("duration").asDouble()).isBetween(4.0, 9.0);
        assertThat(late.path("queued_duration").asDouble()).isBetween(0.4, 3.0);
        assertThat(late.path("finished_at").asText()).isGreaterThan(late.path("started_at").asText());
        assertThat(late.path("started_at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(late.at("/runner/description").asText()).startsWith("practice-runner-");
        assertThat(late.at("/pipeline/id").asLong()).isEqualTo(pipeline.id());
        assertThat(late.at("/pipeline/project_id").asLong()).isEqualTo(pipeline.project().id());
        assertThat(late.at("/commit/id").asText()).isEqualTo(pipeline.head().sha());
    }

    @Test
    void aRunningJobCountsItsSeconds() {
        Pipeline pipeline = server.sample().merge("auth", null);
        pass(5);
        double first = server.job(AUTH, pipeline.id(), "unit-tests 2/2").path("duration").asDouble();
        pass(2);

        assertThat(server.job(AUTH, pipeline.id(), "unit-tests 2/2").path("duration").asDouble())
                .isCloseTo(first + 2, org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void aFailedJobSaysWhy() {
        Pipeline pipeline = server.sample().merge("auth", "lint");
        pass(20);

        assertThat(server.job(AUTH, pipeline.id(), "lint").path("failure_reason").asText()).isEqualTo("script_failure");
        assertThat(server.job(AUTH, pipeline.id(), "unit-tests 1/2").has("failure_reason")).isFalse();
    }

    @Test
    void jobsAreFilteredByState() {
        Pipeline pipeline = server.sample().merge("auth", "lint");
        pass(60);
        String path = AUTH + "/pipelines/" + pipeline.id() + "/jobs";

        assertThat(texts(server.json(path + "?scope=failed"), "name")).containsExactly("lint");
        assertThat(texts(server.json(path + "?scope%5B%5D=failed&scope%5B%5D=skipped"), "status"))
                .contains("failed", "skipped").doesNotContain("success");
        assertThat(server.json(path + "?scope=manual")).isEmpty();
    }

    @Test
    void aManualJobIsPlayedWithStatus200() {
        long id = server.createIn(RESIZER, "v0.9.9", "production").path("id").asLong();
        pass(30);
        JsonNode manual = server.job(RESIZER, id, "deploy-production");
        assertThat(manual.path("status").asText()).isEqualTo("manual");
        HttpResponse<String> played = server.post(RESIZER + "/jobs/" + manual.path("id").asLong() + "/play", "{}");

        assertThat(played.statusCode()).isEqualTo(200);
        assertThat(server.read(played).path("status").asText()).isEqualTo("pending");
        assertThat(server.read(played).path("id")).isEqualTo(manual.path("id"));
        assertRefused(server.post(RESIZER + "/jobs/" + manual.path("id").asLong() + "/play", "{}"), 400,
                "400 Bad request - Unplayable Job");
        pass(30);
        assertThat(server.json(RESIZER + "/pipelines/" + id).path("status").asText()).isEqualTo("success");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lint", "build-image", "unit-tests 2/2"})
    void whatDoesNotWaitIsNotPlayed(String name) {
        Pipeline pipeline = server.sample().merge("auth", null);
        pass(60);

        assertRefused(server.post(job(pipeline, name) + "/play", ""), 400, "400 Bad request - Unplayable Job");
    }

    @Test
    void aDeveloperDoesNotPlayInAProtectedEnvironment() {
        long id = server.create("v3.5.0", "production").path("id").asLong();
        pass(30);
        JsonNode blocked = server.json(AUTH + "/deployments?status=blocked").path(0);
        String approval = AUTH + "/deployments/" + blocked.path("id").asLong() + "/approval";
        server.post(approval, "{\"status\": \"approved\"}");
        server.postAs(GitLabServer.COLLEAGUE, approval, "{\"status\": \"approved\"}");
        String play = AUTH + "/jobs/" + server.job(AUTH, id, "deploy-production").path("id").asLong() + "/play";

        assertRefused(server.postAs(GitLabServer.DEVELOPER, play, ""), 403, "403 Forbidden");
        assertThat(server.post(play, "").statusCode()).isEqualTo(200);
    }

    @Test
    void aRetriedJobHasANewNumber() {
        Pipeline pipeline = server.sample().merge("auth", "lint");
        pass(60);
        JsonNode old = server.job(AUTH, pipeline.id(), "lint");
        String retry = AUTH + "/jobs/" + old.path("id").asLong() + "/retry";
        HttpResponse<String> retried = server.post(retry, "");

        assertThat(retried.statusCode()).isEqualTo(201);
        assertThat(server.read(retried).path("id").asLong()).isGreaterThan(old.path("id").asLong());
        assertThat(server.read(retried).path("name").asText()).isEqualTo("lint");
        assertRefused(server.post(retry, ""), 403, "403 Forbidden - Job is not retryable");
        assertThat(server.json(AUTH + "/jobs/" + old.path("id").asLong()).path("status").asText()).isEqualTo("failed");
    }

    @Test
    void aRunningJobTakesAMomentToStopUnlessItIsForced() {
        Pipeline pipeline = server.sample().merge("auth", null);
        pass(5);
        String tests = job(pipeline, "unit-tests 2/2");
        assertRefused(server.post(tests + "/cancel", "{\"force\": true}"), 400,
                "400 Bad request - Job is not in canceling state");
        HttpResponse<String> asked = server.post(tests + "/cancel", "");
        assertThat(asked.statusCode()).isEqualTo(201);
        assertThat(server.read(asked).path("status").asText()).isEqualTo("canceling");
        assertRefused(server.postAs(GitLabServer.DEVELOPER, tests + "/cancel", "{\"force\": true}"), 403,
                "403 Forbidden");
        HttpResponse<String> forced = server.post(tests + "/cancel", "{\"force\": true}");

        assertThat(forced.statusCode()).isEqualTo(201);
        assertThat(server.read(forced).path("status").asText()).isEqualTo("canceled");
    }

    @Test
    void oneThatWasAskedToStopStopsByItself() {
        Pipeline pipeline = server.sample().merge("auth", null);
        pass(5);
        String tests = job(pipeline, "unit-tests 2/2");
        server.post(tests + "/cancel", "");
        pass(2);

        assertThat(server.json(tests).path("status").asText()).isEqualTo("canceled");
        assertThat(server.job(AUTH, pipeline.id(), "lint").path("status").asText()).isNotEqualTo("canceled");
    }

    @Test
    void aLogGrowsWhileItsJobRuns() {
        Pipeline pipeline = server.sample().merge("auth", null);
        String trace = job(pipeline, "unit-tests 2/2") + "/trace";
        assertThat(server.get(trace).body()).isEmpty();
        pass(4);
        String early = server.get(trace).body();
        pass(4);
        String later = server.get(trace).body();
        pass(60);
        String whole = server.get(trace).body();

        assertThat(early).startsWith("\u001b[0KRunning with gitlab-runner").doesNotContain("Job succeeded");
        assertThat(later).startsWith(early).hasSizeGreaterThan(early.length());
        assertThat(whole).startsWith(later).contains("Job succeeded");
        assertThat(server.get(trace).headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
    }

    @Test
    void aLogHasSectionsThatAreClosed() {
        Pipeline pipeline = server.sample().merge("auth", null);
        pass(60);
        String log = server.get(job(pipeline, "lint") + "/trace").body();

        for (String section : new String[] {"prepare_executor", "get_sources", "step_script"}) {
            assertThat(log).containsPattern("section_start:\\d{10}:" + section + "\r\u001b\\[0K");
            assertThat(log).containsPattern("section_end:\\d{10}:" + section + "\r\u001b\\[0K");
        }
        assertThat(log).contains("\u001b[32;1m$ make lint");
    }

    @Test
    void aLogOfAFailureNamesTheTest() {
        Pipeline pipeline = server.sample().merge("auth", "unit-tests 2/2");
        pass(60);

        assertThat(server.get(job(pipeline, "unit-tests 2/2") + "/trace").body())
                .contains("--- FAIL: TestKeepsOrderForTies", "expected [a, b] but was [b, a]",
                        "Job failed: exit code 1");
        assertThat(server.get(job(pipeline, "unit-tests 1/2") + "/trace").body()).doesNotContain("FAIL");
    }

    @Test
    void aLogIsWholeWhateverRangeIsAskedFor() {
        Pipeline pipeline = server.sample().merge("auth", null);
        pass(60);
        String trace = job(pipeline, "lint") + "/trace";
        HttpResponse<String> part = server.send(server.as(GitLabServer.TOKEN, trace).header("Range", "bytes=10-"));

        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(part.body()).isEqualTo(server.get(trace).body());
    }

    @Test
    void artifactsAreAnArchiveWithTheReport() throws IOException {
        Pipeline pipeline = server.sample().merge("auth", "unit-tests 2/2");
        pass(60);
        String path = job(pipeline, "unit-tests 2/2") + "/artifacts";
        HttpResponse<byte[]> answer =
                server.send(server.as(GitLabServer.TOKEN, path), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow()).contains("artifacts.zip");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            ZipEntry entry = Objects.requireNonNull(zip.getNextEntry());
            String xml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(entry.getName()).isEqualTo("reports/TEST-unit-tests-2-2.xml");
            assertThat(xml).contains("tests=\"40\" failures=\"1\"", "<failure message=\"expected [a, b]");
            assertThat(xml.split("<testcase ", -1)).hasSize(41);
            assertThat(server.get(path + "/reports/TEST-unit-tests-2-2.xml").body()).isEqualTo(xml);
        }
        assertRefused(server.get(path + "/reports/other.xml"), 404, "404 Not found");
    }

    @Test
    void aJobThatLeftNothingHasNoArtifacts() {
        Pipeline pipeline = server.sample().merge("auth", null);
        pass(60);

        assertRefused(server.get(job(pipeline, "lint") + "/artifacts"), 404, "404 Not found");
        assertThat(server.job(AUTH, pipeline.id(), "lint").path("artifacts")).extracting(
                artifact -> artifact.path("file_type").asText()).containsExactly("trace");
        assertThat(server.job(AUTH, pipeline.id(), "unit-tests 1/2").path("artifacts")).extracting(
                artifact -> artifact.path("file_type").asText()).containsExactly("trace", "archive", "junit");
    }

    @Test
    void anErasedJobHasLostItsLogAndArtifacts() {
        Pipeline pipeline = server.sample().merge("auth", null);
        pass(5);
        String tests = job(pipeline, "unit-tests 2/2");
        assertRefused(server.post(tests + "/erase", ""), 403, "403 Forbidden - Job is not erasable!");
        pass(60);

        assertThat(server.post(tests + "/erase", "").statusCode()).isEqualTo(201);
        assertThat(server.get(tests + "/trace").body()).isEmpty();
        assertThat(server.get(tests + "/artifacts").statusCode()).isEqualTo(404);
        assertThat(server.json(tests).path("erased_at").isNull()).isFalse();
    }

    @Test
    void aDebuggingVariableMakesTheLogSayMore() {
        JsonNode created = server.read(server.post(AUTH + "/pipeline", """
                {"ref": "main", "variables": [{"key": "LOG_LEVEL", "value": "debug"}]}
                """));
        pass(30);
        JsonNode build = server.job(AUTH, created.path("id").asLong(), "build-image");

        assertThat(server.get(AUTH + "/jobs/" + build.path("id").asLong() + "/trace").body())
                .contains("debug: environment has 1 variables");
    }
}
