package dev.signalbox.practice.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActingTest {

    private static final String REPO = "/repos/acme/checkout";
    private static final String RELEASE = REPO + "/actions/workflows/release.yml/dispatches";

    private final PracticeServer server = new PracticeServer();

    @AfterEach
    void close() {
        server.close();
    }

    private long dispatch(String environment) {
        HttpResponse<String> answer = server.post(RELEASE, """
                {"ref": "main", "inputs": {"version": "v3.0.0", "environment": "%s"}, "return_run_details": true}
                """.formatted(environment));
        assertThat(answer.statusCode()).isEqualTo(200);
        return server.read(answer).path("workflow_run_id").asLong();
    }

    private JsonNode run(long id) {
        return server.json(REPO + "/actions/runs/" + id);
    }

    private void assertRefused(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(server.read(answer).path("message").asText()).contains(words);
    }

    @Test
    void aDispatchIsARunWhoseJobsMove() {
        long id = dispatch("staging");
        assertThat(run(id).path("status").asText()).isEqualTo("queued");
        assertThat(run(id).path("display_title").asText()).isEqualTo("Release v3.0.0 to staging");
        server.sample().pass(Duration.ofSeconds(6));
        JsonNode jobs = server.json(REPO + "/actions/runs/" + id + "/jobs").path("jobs");
        assertThat(jobs).hasSize(1);
        assertThat(jobs.path(0).path("status").asText()).isEqualTo("in_progress");
        assertThat(jobs.path(0).path("steps").path(0).path("conclusion").asText()).isEqualTo("success");
        server.sample().pass(Duration.ofSeconds(40));
        assertThat(run(id).path("conclusion").asText()).isEqualTo("success");
        JsonNode deployment = server.json(REPO + "/deployments?environment=staging").path(0);
        assertThat(deployment.path("sha")).isEqualTo(run(id).path("head_sha"));
        JsonNode statuses = server.json(REPO + "/deployments/" + deployment.path("id").asLong() + "/statuses");
        assertThat(statuses).extracting(status -> status.path("state").asText())
                .containsExactly("success", "in_progress", "queued");
    }

    @Test
    void aDispatchSaysWhichRunItMadeOnlyWhenAskedOrInTheNewVersion() {
        String body = "{\"ref\": \"main\"}";
        assertThat(server.post(RELEASE, body).statusCode()).isEqualTo(204);
        HttpResponse<String> answer = server.send(server.request(RELEASE)
                .header("X-GitHub-Api-Version", "2026-03-10")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(server.read(answer).path("run_url").asText()).startsWith(server.base() + REPO + "/actions/runs/");
    }

    @Test
    void aWrongDispatchIsRefusedWithTheReason() {
        assertRefused(server.post(RELEASE, "{}"), 422, "\"ref\" wasn't supplied");
        assertRefused(server.post(RELEASE, "{\"ref\": \"gone\"}"), 422, "No ref found for: gone");
        assertRefused(server.post(RELEASE, "{\"ref\": \"main\", \"inputs\": {\"x\": \"1\"}}"), 422,
                "Unexpected inputs");
        assertRefused(server.post(RELEASE, "{\"ref\""), 400, "Problems parsing JSON");
        assertRefused(server.post(REPO + "/actions/workflows/nope.yml/dispatches", "{}"), 404, "Not Found");
    }

    @Test
    void productionWaitsForAnApprovalThenDeploys() {
        long id = dispatch("production");
        server.sample().pass(Duration.ofSeconds(40));
        assertThat(run(id).path("status").asText()).isEqualTo("waiting");
        String path = REPO + "/actions/runs/" + id + "/pending_deployments";
        JsonNode pending = server.json(path).path(0);
        assertThat(pending.path("current_user_can_approve").asBoolean()).isTrue();
        assertThat(pending.path("reviewers").path(0).path("type").asText()).isEqualTo("Team");
        long environment = pending.path("environment").path("id").asLong();
        String yes = "{\"environment_ids\": [" + environment + "], \"state\": \"approved\", \"comment\": \"Go\"}";
        HttpResponse<String> answer = server.post(path, yes);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(server.read(answer).path(0).path("environment").asText()).isEqualTo("production");
        assertRefused(server.post(path, yes), 422, "No pending deployment requests");
        server.sample().pass(Duration.ofSeconds(30));
        assertThat(run(id).path("conclusion").asText()).isEqualTo("success");
        assertThat(server.sample().deployed()).containsExactly("checkout production v3.0.0 by release-mgr");
        assertThat(server.json(REPO + "/actions/runs/" + id + "/approvals").path(0).path("comment").asText())
                .isEqualTo("Go");
    }

    @Test
    void anIncompleteReviewIsRefused() {
        long id = dispatch("production");
        server.sample().pass(Duration.ofSeconds(40));
        String path = REPO + "/actions/runs/" + id + "/pending_deployments";
        assertRefused(server.post(path, "{\"state\": \"approved\", \"comment\": \"x\"}"), 422, "environment_ids");
        assertRefused(server.post(path, "{\"environment_ids\": [1], \"state\": \"ok\", \"comment\": \"x\"}"), 422,
                "state");
        assertRefused(server.post(path, "{\"environment_ids\": [1], \"state\": \"approved\"}"), 422, "comment");
    }

    @Test
    void cancellingIsAcceptedOnceAndThenConflicts() {
        long id = dispatch("staging");
        String path = REPO + "/actions/runs/" + id;
        assertThat(server.post(path + "/cancel", "").statusCode()).isEqualTo(202);
        server.sample().pass(Duration.ofSeconds(3));
        assertThat(run(id).path("conclusion").asText()).isEqualTo("cancelled");
        assertRefused(server.post(path + "/force-cancel", ""), 409, "Cannot cancel");
    }

    @Test
    void aRerunIsANewAttemptOfTheSameRun() {
        JsonNode old = server.json(REPO + "/actions/runs?status=success").path("workflow_runs").path(0);
        String path = REPO + "/actions/runs/" + old.path("id").asLong();
        assertThat(server.post(path + "/rerun", "").statusCode()).isEqualTo(201);
        JsonNode fresh = server.json(path);
        assertThat(fresh.path("run_attempt").asInt()).isEqualTo(2);
        assertThat(fresh.path("previous_attempt_url").asText()).endsWith("/attempts/1");
        assertThat(server.json(path + "/attempts/1").path("conclusion").asText()).isEqualTo("success");
        assertRefused(server.post(path + "/rerun-failed-jobs", ""), 403, "already running");
        int now = server.json(path + "/jobs").path("total_count").asInt();
        int ever = server.json(path + "/jobs?filter=all").path("total_count").asInt();
        assertThat(ever).isGreaterThan(now);
    }

    @Test
    void oneJobCanBeRepeatedWithThoseThatNeedIt() {
        JsonNode run =
                server.json(REPO + "/actions/workflows/ci.yml/runs?status=success").path("workflow_runs").path(0);
        String path = REPO + "/actions/runs/" + run.path("id").asLong();
        JsonNode jobs = server.json(path + "/jobs").path("jobs");
        long lint = jobs.path(0).path("id").asLong();
        assertThat(server.post(REPO + "/actions/jobs/" + lint + "/rerun", "{}").statusCode()).isEqualTo(201);
        server.sample().pass(Duration.ofSeconds(60));
        List<Integer> attempts = server.json(path + "/attempts/2/jobs").path("jobs").valueStream()
                .map(job -> job.path("run_attempt").asInt())
                .toList();
        assertThat(attempts).containsExactlyInAnyOrder(2, 1, 1, 1, 2, 2);
    }
}
