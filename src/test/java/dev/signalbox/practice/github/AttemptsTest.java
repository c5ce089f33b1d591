package dev.signalbox.practice.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.practice.github.world.Attempt;
import dev.signalbox.practice.github.world.Run;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A run that failed, and what can be read of it before and after it is repeated.
class AttemptsTest {

    private static final String REPO = "/repos/acme/checkout";

    private final PracticeServer server = new PracticeServer();
    private String path = "";

    @BeforeEach
    void startWithARunThatFailedLate() {
        Run run = server.sample().world().push(server.sample().repository("checkout"), server.sample().people().you(),
                "Try", server.sample().instant(), new Attempt.Failure("integration-tests")).getFirst();
        server.sample().pass(Duration.ofSeconds(90));
        path = REPO + "/actions/runs/" + run.id();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void keepsTheNumberOfTheRunAndCountsTheAttempt() {
        JsonNode before = server.json(path);
        server.sample().jump(Duration.ofMinutes(5));
        HttpResponse<String> accepted = server.send(server.request(path + "/rerun-failed-jobs")
                .setHeader("Authorization", "Bearer " + PracticeServer.COLLEAGUE)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"enable_debug_logging\":false}")));
        JsonNode after = server.json(path);

        assertThat(accepted.statusCode()).isEqualTo(201);
        assertThat(accepted.body()).isEqualTo("{}");
        for (String same : List.of("id", "run_number", "created_at", "head_sha", "check_suite_id", "actor")) {
            assertThat(after.path(same)).as(same).isEqualTo(before.path(same));
        }
        assertThat(before.path("previous_attempt_url").isNull()).isTrue();
        assertThat(after.path("run_attempt").asInt()).isEqualTo(2);
        assertThat(after.path("status").asText()).isNotEqualTo("completed");
        assertThat(after.path("conclusion").isNull()).isTrue();
        assertThat(after.at("/triggering_actor/login").asText()).isEqualTo("qa-lead");
        assertThat(after.path("run_started_at").asText()).isGreaterThan(before.path("run_started_at").asText());
        assertThat(after.path("updated_at").asText()).isGreaterThan(before.path("updated_at").asText());
        assertThat(server.json(after.path("previous_attempt_url").asText()).path("conclusion").asText())
                .isEqualTo("failure");
    }

    @Test
    void showsAnAttemptAsItWas() {
        JsonNode before = server.json(path + "/jobs");
        server.post(path + "/rerun", "");
        server.sample().pass(Duration.ofSeconds(120));

        assertThat(server.json(path).path("conclusion").asText()).isEqualTo("success");
        assertThat(server.json(path + "/attempts/1/jobs")).isEqualTo(before);
        assertThat(server.json(path + "/attempts/2/jobs")).isEqualTo(server.json(path + "/jobs"));
        assertThat(server.json(path + "/attempts/2")).isEqualTo(server.json(path));
    }

    @Test
    void listsTheJobsOfAllAttemptsWithoutRepeatingThoseThatWereKept() {
        List<Long> first = ids(server.json(path + "/jobs"));
        server.post(path + "/rerun-failed-jobs", "");
        server.sample().pass(Duration.ofSeconds(60));
        List<Long> second = ids(server.json(path + "/jobs?filter=latest"));
        List<Long> all = ids(server.json(path + "/jobs?filter=all&per_page=100"));

        assertThat(second).hasSameSizeAs(first);
        assertThat(second).filteredOn(id -> !first.contains(id)).hasSize(1);
        assertThat(all).doesNotHaveDuplicates().containsAll(first).containsAll(second).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "-1", "4294967297", "99999999999999999999", "one"})
    void knowsNoOtherAttempts(String number) {
        for (String what : List.of("", "/jobs", "/logs")) {
            assertThat(server.get(path + "/attempts/" + number + what).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void keepsTheLogsOfEachAttempt() {
        String first = server.get(path + "/attempts/1/logs").headers().firstValue("Location").orElseThrow();
        server.post(path + "/rerun", "");

        assertThat(first).contains("logs-");
        assertThat(server.get(path + "/attempts/1/logs").statusCode()).isEqualTo(302);
        assertThat(server.get(path + "/attempts/2/logs").statusCode()).isEqualTo(404);
        assertThat(server.get(path + "/logs").statusCode()).isEqualTo(404);
        server.sample().pass(Duration.ofSeconds(120));
        assertThat(server.get(path + "/logs").statusCode()).isEqualTo(302);
    }

    @Test
    void saysEverythingInAnAttemptThatWasAskedTo() throws Exception {
        server.post(path + "/rerun", "{\"enable_debug_logging\": true}");
        server.sample().pass(Duration.ofSeconds(120));

        assertThat(logOfFirstJob(2)).contains("##[debug]Starting: Check out", "##[debug]Result: true");
        assertThat(logOfFirstJob(1)).contains("Syncing repository").doesNotContain("##[debug]");
    }

    @Test
    void saysNoMoreThanUsualInAnAttemptThatWasNot() throws Exception {
        server.post(path + "/rerun", "{\"enable_debug_logging\": false}");
        server.sample().pass(Duration.ofSeconds(120));

        assertThat(logOfFirstJob(2)).contains("Syncing repository").doesNotContain("##[debug]");
    }

    private String logOfFirstJob(int attempt) throws Exception {
        long job = ids(server.json(path + "/attempts/" + attempt + "/jobs")).getFirst();
        String address = server.get(REPO + "/actions/jobs/" + job + "/logs").headers().firstValue("Location")
                .orElseThrow();
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void leavesATestReportOfEachAttempt() {
        Run flaky = server.sample().world().push(server.sample().repository("ledger"), server.sample().people().you(),
                "Try", server.sample().instant(), new Attempt.Failure("integration-tests")).getFirst();
        String run = "/repos/acme/ledger/actions/runs/" + flaky.id();
        server.sample().pass(Duration.ofSeconds(90));
        server.post(run + "/rerun-failed-jobs", "");
        server.sample().pass(Duration.ofSeconds(90));
        JsonNode artifacts = server.json(run + "/artifacts").path("artifacts");

        assertThat(artifacts).hasSize(2).allSatisfy(
                artifact -> assertThat(artifact.path("name").asText()).isEqualTo("junit-results"));
        assertThat(artifacts.path(0).path("digest")).isNotEqualTo(artifacts.path(1).path("digest"));
        assertThat(server.json("/repos/acme/ledger/actions/artifacts/" + artifacts.path(1).path("id").asLong()))
                .isEqualTo(artifacts.path(1));
        assertThat(server.json(run).path("conclusion").asText()).isEqualTo("success");
    }

    @Test
    void tellsEachJobByItselfToo() {
        for (JsonNode job : server.json(path + "/jobs").path("jobs")) {
            assertThat(server.json(REPO + "/actions/jobs/" + job.path("id").asLong())).isEqualTo(job);
            assertThat(job.path("run_id").asLong()).isEqualTo(server.json(path).path("id").asLong());
            assertThat(job.path("check_run_url").asText()).endsWith("/check-runs/" + job.path("id").asLong());
        }
        assertThat(server.get(REPO + "/actions/jobs/1").statusCode()).isEqualTo(404);
    }

    @Test
    void givesARunnerToJobsThatRanAndNoneToThoseThatWereSkipped() {
        Run red = server.sample().world().push(server.sample().repository("checkout"), server.sample().people().you(),
                "Try", server.sample().instant(), new Attempt.Failure("lint")).getFirst();
        server.sample().pass(Duration.ofSeconds(60));
        for (JsonNode job : server.json(REPO + "/actions/runs/" + red.id() + "/jobs").path("jobs")) {
            boolean skipped = job.path("conclusion").asText().equals("skipped");
            assertThat(job.path("runner_name").isNull()).isEqualTo(skipped);
            assertThat(job.path("steps").isEmpty()).isEqualTo(skipped);
            assertThat(job.path("labels").isEmpty()).isEqualTo(skipped);
            assertThat(job.path("started_at").asText()).isGreaterThanOrEqualTo(job.path("created_at").asText());
        }
    }

    @Test
    void repeatsNothingThatStillRuns() {
        server.post(path + "/rerun", "");
        Stream.of(path + "/rerun", path + "/rerun-failed-jobs",
                REPO + "/actions/jobs/" + ids(server.json(path + "/jobs")).getFirst() + "/rerun").forEach(again -> {
                    HttpResponse<String> refused = server.post(again, "");
                    assertThat(refused.statusCode()).isEqualTo(403);
                    assertThat(server.read(refused).path("message").asText())
                            .isEqualTo("This workflow is already running");
                });
        assertThat(server.json(path).path("run_attempt").asInt()).isEqualTo(2);
    }

    @Test
    void hasNothingToRepeatInARunThatWentWell() {
        server.post(path + "/rerun", "");
        server.sample().pass(Duration.ofSeconds(120));
        HttpResponse<String> refused = server.post(path + "/rerun-failed-jobs", "");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(server.read(refused).path("message").asText()).isEqualTo("This workflow run cannot be retried");
    }

    private static List<Long> ids(JsonNode jobs) {
        return jobs.path("jobs").valueStream().map(job -> job.path("id").asLong()).toList();
    }
}
