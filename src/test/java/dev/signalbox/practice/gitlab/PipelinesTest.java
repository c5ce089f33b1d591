package dev.signalbox.practice.gitlab;

import static dev.signalbox.practice.gitlab.GitLabServer.AUTH;
import static dev.signalbox.practice.gitlab.GitLabServer.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.practice.gitlab.world.Pipeline;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelinesTest {

    private final GitLabServer server = new GitLabServer();

    @AfterEach
    void close() {
        server.close();
    }

    private JsonNode pipeline(long id) {
        return server.json(AUTH + "/pipelines/" + id);
    }

    @Test
    void aNewPipelineIsTheAnswerItself() {
        JsonNode created = server.create("v3.5.0", "staging");

        assertThat(created.path("id").asLong()).isGreaterThan(1L << 31);
        assertThat(created.path("iid").asInt()).isBetween(400, 500);
        assertThat(created.path("status").asText()).isEqualTo("pending");
        assertThat(created.path("source").asText()).isEqualTo("api");
        assertThat(created.path("name").asText()).isEqualTo("Release v3.5.0 to staging");
        assertThat(created.at("/user/username").asText()).isEqualTo("release-mgr");
        assertThat(created.path("started_at").isNull()).isTrue();
        assertThat(created.path("duration").isNull()).isTrue();
        assertThat(pipeline(created.path("id").asLong())).isEqualTo(created);
    }

    @Test
    void itRunsToItsEnd() {
        long id = server.create("v3.5.0", "staging").path("id").asLong();
        server.sample().pass(Duration.ofSeconds(4));
        assertThat(pipeline(id).path("status").asText()).isEqualTo("running");
        assertThat(pipeline(id).at("/detailed_status/text").asText()).isEqualTo("Running");
        server.sample().pass(Duration.ofSeconds(40));
        JsonNode done = pipeline(id);

        assertThat(done.path("status").asText()).isEqualTo("success");
        assertThat(done.at("/detailed_status/label").asText()).isEqualTo("passed");
        assertThat(done.path("duration").asInt()).isBetween(5, 40);
        assertThat(done.path("finished_at").asText()).isEqualTo(done.path("updated_at").asText());
        assertThat(server.sample().deployed()).containsExactly("auth staging v3.5.0 by release-mgr");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"ref": "gone"}                                            | Reference not found
            {"ref": "main", "inputs": {"x": "1"}}                      | Given inputs not defined
            {"ref": "main", "inputs": {"environment": "moon"}}         | not in the list of allowed options
            {"ref": "main", "variables": [{"value": "1"}]}             | can't be blank
            """)
    void saysWhyThereIsNoPipeline(String body, String words) {
        HttpResponse<String> answer = server.post(AUTH + "/pipeline", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(server.read(answer).at("/message/base/0").asText()).contains(words);
        assertThat(server.sample().project("auth").pipelines()).hasSize(server.json(AUTH + "/pipelines?per_page=100")
                .size() + children());
    }

    private int children() {
        return server.json(AUTH + "/pipelines?per_page=100&source=parent_pipeline").size();
    }

    @Test
    void saysThatARefIsMissing() {
        HttpResponse<String> answer = server.post(AUTH + "/pipeline", "{}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(server.read(answer).path("error").asText()).isEqualTo("ref is missing");
    }

    @Test
    void aBrokenFileMakesNoPipeline() {
        server.sample().project("auth").breakFile("jobs:deploy config contains unknown keys: envronment");
        HttpResponse<String> answer = server.post(AUTH + "/pipeline", "{\"ref\": \"main\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(server.read(answer).at("/message/base/0").asText()).contains("unknown keys: envronment");
        server.sample().project("auth").breakFile(null);
        assertThat(server.post(AUTH + "/pipeline", "{\"ref\": \"main\"}").statusCode()).isEqualTo(201);
    }

    @Test
    void keepsTheVariablesThatItWasGiven() {
        HttpResponse<String> answer = server.post(AUTH + "/pipeline", """
                {"ref": "v3.4.1", "variables": [{"key": "LOG_LEVEL", "value": "debug"}, {"key": "A", "value": "b"}]}
                """);
        long id = server.read(answer).path("id").asLong();
        JsonNode variables = server.json(AUTH + "/pipelines/" + id + "/variables");

        assertThat(texts(variables, "key")).containsExactly("A", "LOG_LEVEL");
        assertThat(variables.path(1).path("value").asText()).isEqualTo("debug");
        assertThat(server.read(answer).path("tag").asBoolean()).isTrue();
        assertThat(server.read(answer).path("sha").asText())
                .isEqualTo(server.sample().project("auth").tagged("v3.4.1").orElseThrow());
    }

    @Test
    void listsWhatHasChangedSince() {
        String last = server.json(AUTH + "/pipelines?order_by=updated_at&sort=desc&per_page=1").path(0)
                .path("updated_at").asText();
        String ask = AUTH + "/pipelines?order_by=updated_at&sort=desc&updated_after=" + last;
        assertThat(server.json(ask)).isEmpty();
        server.sample().jump(Duration.ofSeconds(5));
        Pipeline fresh = server.sample().merge("auth", null);
        server.sample().pass(Duration.ofSeconds(10));

        assertThat(server.json(ask)).hasSize(1);
        assertThat(server.json(ask).path(0).path("id").asLong()).isEqualTo(fresh.id());
        String then = server.json(ask).path(0).path("updated_at").asText();
        assertThat(server.json(AUTH + "/pipelines?updated_after=" + then)).isEmpty();
        server.sample().pass(Duration.ofSeconds(30));
        assertThat(server.json(AUTH + "/pipelines?updated_after=" + then)).hasSize(1);
    }

    @Test
    void aTimeThatIsNoneIsRefused() {
        HttpResponse<String> answer = server.get(AUTH + "/pipelines?updated_after=yesterday");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("updated_after is invalid");
    }

    @Test
    void filtersByWhatIsAsked() {
        server.sample().merge("auth", "lint");
        server.sample().pass(Duration.ofSeconds(60));

        assertThat(texts(server.json(AUTH + "/pipelines?status=failed"), "status")).contains("failed")
                .containsOnly("failed");
        assertThat(texts(server.json(AUTH + "/pipelines?source=api"), "source")).hasSize(4).containsOnly("api");
        assertThat(texts(server.json(AUTH + "/pipelines?ref=v3.4.0"), "ref")).containsOnly("v3.4.0");
        assertThat(server.json(AUTH + "/pipelines?username=qa-lead")).isEmpty();
        assertThat(server.json(AUTH + "/pipelines?scope=running")).isEmpty();
        assertThat(server.json(AUTH + "/pipelines?scope=finished")).isNotEmpty();
        assertThat(server.json(AUTH + "/pipelines?created_before=2020-01-01")).isEmpty();
    }

    @Test
    void listsChildPipelinesOnlyWhenAsked() {
        assertThat(texts(server.json(AUTH + "/pipelines?per_page=100"), "source")).doesNotContain("parent_pipeline");
        assertThat(texts(server.json(AUTH + "/pipelines?source=parent_pipeline"), "source"))
                .isNotEmpty()
                .containsOnly("parent_pipeline");
    }

    @Test
    void theLatestIsTheNewestOfItsRef() {
        Pipeline fresh = server.sample().merge("auth", null);

        assertThat(server.json(AUTH + "/pipelines/latest").path("id").asLong()).isEqualTo(fresh.id());
        assertThat(server.json(AUTH + "/pipelines/latest?ref=v3.4.0").path("ref").asText()).isEqualTo("v3.4.0");
        assertThat(server.get(AUTH + "/pipelines/latest?ref=gone").statusCode()).isEqualTo(403);
    }

    @Test
    void bridgesLeadToTheChild() {
        Pipeline pipeline = server.sample().merge("auth", null);
        String path = AUTH + "/pipelines/" + pipeline.id();
        assertThat(server.json(path + "/bridges").path(0).path("downstream_pipeline").isNull()).isTrue();
        server.sample().pass(Duration.ofSeconds(60));
        JsonNode bridge = server.json(path + "/bridges").path(0);
        long child = bridge.at("/downstream_pipeline/id").asLong();

        assertThat(bridge.path("name").asText()).isEqualTo("quality");
        assertThat(texts(server.json(path + "/jobs"), "name")).doesNotContain("quality").hasSize(7);
        assertThat(texts(server.json(AUTH + "/pipelines/" + child + "/jobs"), "name"))
                .containsExactly("quality-report", "licences", "scan-secrets", "scan-dependencies");
    }

    @Test
    void aRetryKeepsTheOldJobsForThoseWhoAsk() {
        Pipeline pipeline = server.sample().merge("auth", "lint");
        String path = AUTH + "/pipelines/" + pipeline.id();
        server.sample().pass(Duration.ofSeconds(60));
        HttpResponse<String> retried = server.post(path + "/retry", "");

        assertThat(retried.statusCode()).isEqualTo(201);
        assertThat(server.read(retried).path("id").asLong()).isEqualTo(pipeline.id());
        server.sample().pass(Duration.ofSeconds(60));
        assertThat(pipeline(pipeline.id()).path("status").asText()).isEqualTo("success");
        List<String> now = texts(server.json(path + "/jobs"), "id");
        List<String> ever = texts(server.json(path + "/jobs?include_retried=true"), "id");
        assertThat(ever).containsAll(now).hasSize(now.size() + 1);
    }

    @Test
    void cancellingTakesAMoment() {
        Pipeline pipeline = server.sample().merge("auth", null);
        server.sample().pass(Duration.ofSeconds(4));
        HttpResponse<String> answer = server.post(AUTH + "/pipelines/" + pipeline.id() + "/cancel", "");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(server.read(answer).path("status").asText()).isEqualTo("canceling");
        server.sample().pass(Duration.ofSeconds(4));
        assertThat(pipeline(pipeline.id()).path("status").asText()).isEqualTo("canceled");
        assertThat(server.post(AUTH + "/pipelines/" + pipeline.id() + "/cancel", "").statusCode()).isEqualTo(201);
    }

    @Test
    void tellsCoverageAsATextWhereJobsTellANumber() {
        Pipeline pipeline = server.sample().merge("auth", null);
        assertThat(pipeline(pipeline.id()).path("coverage").isNull()).isTrue();
        server.sample().pass(Duration.ofSeconds(60));

        assertThat(pipeline(pipeline.id()).path("coverage").isTextual()).isTrue();
        assertThat(pipeline(pipeline.id()).path("coverage").asText()).isEqualTo("83.40");
        assertThat(server.job(AUTH, pipeline.id(), "unit-tests 2/2").path("coverage").isNumber()).isTrue();
    }

    @Test
    void reportsTestsAndTheOneThatFailed() {
        Pipeline pipeline = server.sample().merge("auth", "unit-tests 2/2");
        server.sample().pass(Duration.ofSeconds(60));
        String path = AUTH + "/pipelines/" + pipeline.id();
        JsonNode summary = server.json(path + "/test_report_summary");
        JsonNode report = server.json(path + "/test_report");

        assertThat(summary.at("/total/failed").asInt()).isEqualTo(1);
        assertThat(summary.at("/total/count").asInt()).isEqualTo(80);
        assertThat(texts(summary.path("test_suites"), "name")).containsExactly("unit-tests 1/2", "unit-tests 2/2");
        assertThat(summary.at("/test_suites/1/build_ids/0"))
                .isEqualTo(server.job(AUTH, pipeline.id(), "unit-tests 2/2").path("id"));
        assertThat(report.path("failed_count").asInt()).isEqualTo(1);
        JsonNode red = report.at("/test_suites/1/test_cases").valueStream()
                .filter(each -> each.path("status").asText().equals("failed"))
                .findFirst()
                .orElseThrow();
        assertThat(red.path("name").asText()).isEqualTo("TestKeepsOrderForTies");
        assertThat(red.path("system_output").asText()).contains("expected [a, b]");
    }

    @Test
    void aPipelineThatTestsNothingReportsNothing() {
        long id = server.create("v3.5.0", "staging").path("id").asLong();
        server.sample().pass(Duration.ofSeconds(60));

        assertThat(server.json(AUTH + "/pipelines/" + id + "/test_report").path("total_count").asInt()).isZero();
        assertThat(server.json(AUTH + "/pipelines/" + id + "/test_report_summary").path("test_suites")).isEmpty();
    }
}
