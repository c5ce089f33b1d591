package dev.signalbox.practice.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.practice.github.world.Attempt;
import dev.signalbox.practice.github.world.Run;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WireShapeTest {

    private static final String DESCRIBED = "/repos/{owner}/{repo}";
    private static final String REPO = "/repos/acme/checkout";

    private final WireSchema schema = new WireSchema();
    private final PracticeServer server = new PracticeServer();

    @AfterEach
    void close() {
        server.close();
    }

    private Run start(Attempt.Failure failure) {
        return server.sample()
                .world()
                .push(
                        server.sample().repository("checkout"),
                        server.sample().people().you(),
                        "Try",
                        server.sample().instant(),
                        failure)
                .getFirst();
    }

    /// The real provider sends `waiting` as a deployment's state although its description forgets to say so.
    private void assertDescribed(String path, String asked) {
        assertThat(schema.complaints(path, server.json(asked)))
                .as(asked)
                .filteredOn(complaint -> !complaint.startsWith("$[].state is \"waiting\""))
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> plainReadsLookAsDescribed() {
        Map<String, String> paths = Map.ofEntries(
                Map.entry("/user", "/user"),
                Map.entry("/user/orgs", "/user/orgs"),
                Map.entry("/user/repos", "/user/repos"),
                Map.entry("/orgs/{org}/repos", "/orgs/acme/repos"),
                Map.entry("/rate_limit", "/rate_limit"),
                Map.entry("/meta", "/meta"),
                Map.entry("/versions", "/versions"),
                Map.entry(DESCRIBED, REPO),
                Map.entry(DESCRIBED + "/collaborators/{username}/permission", REPO + "/collaborators/dev-1/permission"),
                Map.entry(DESCRIBED + "/actions/workflows", REPO + "/actions/workflows"),
                Map.entry(DESCRIBED + "/actions/workflows/{workflow_id}", REPO + "/actions/workflows/ci.yml"),
                Map.entry(DESCRIBED + "/actions/workflows/{workflow_id}/runs", REPO + "/actions/workflows/ci.yml/runs"),
                Map.entry(DESCRIBED + "/actions/runs", REPO + "/actions/runs?per_page=100"),
                Map.entry(DESCRIBED + "/environments", REPO + "/environments"),
                Map.entry(DESCRIBED + "/environments/{environment_name}", REPO + "/environments/production"),
                Map.entry(DESCRIBED + "/deployments", REPO + "/deployments"),
                Map.entry(DESCRIBED + "/commits", REPO + "/commits"),
                Map.entry(DESCRIBED + "/commits/{ref}", REPO + "/commits/main"),
                Map.entry(DESCRIBED + "/compare/{basehead}", REPO + "/compare/v2.13.4...main"),
                Map.entry(DESCRIBED + "/contents/{path}", REPO + "/contents/.github/workflows/ci.yml"),
                Map.entry(DESCRIBED + "/branches", REPO + "/branches"),
                Map.entry(DESCRIBED + "/releases", REPO + "/releases"),
                Map.entry(DESCRIBED + "/releases/latest", REPO + "/releases/latest"),
                Map.entry(DESCRIBED + "/releases/tags/{tag}", REPO + "/releases/tags/v2.13.4"),
                Map.entry(DESCRIBED + "/tags", REPO + "/tags"));
        return paths.entrySet().stream()
                .map(path -> DynamicTest.dynamicTest(path.getKey(),
                        () -> assertDescribed(path.getKey(), path.getValue())));
    }

    @Test
    void runsAndJobsLookAsDescribedAtEveryMomentOfTheirLives() {
        Run run = start(new Attempt.Failure("integration-tests"));
        String path = REPO + "/actions/runs/" + run.id();
        for (int i = 0; i < 12; i++) {
            assertDescribed(DESCRIBED + "/actions/runs/{run_id}", path);
            assertDescribed(DESCRIBED + "/actions/runs/{run_id}/jobs", path + "/jobs");
            server.sample().pass(Duration.ofSeconds(6));
        }
        assertDescribed(DESCRIBED + "/actions/runs/{run_id}/attempts/{attempt_number}", path + "/attempts/1");
        assertDescribed(DESCRIBED + "/actions/runs/{run_id}/artifacts", path + "/artifacts");
        long failed = run.latest().job("integration-tests").orElseThrow().id();
        assertDescribed(DESCRIBED + "/actions/jobs/{job_id}", REPO + "/actions/jobs/" + failed);
        assertDescribed(DESCRIBED + "/check-runs/{check_run_id}", REPO + "/check-runs/" + failed);
        assertDescribed(DESCRIBED + "/check-runs/{check_run_id}/annotations",
                REPO + "/check-runs/" + failed + "/annotations");
        assertDescribed(DESCRIBED + "/commits/{ref}/check-runs", REPO + "/commits/main/check-runs");
    }

    @Test
    void waitingAndAnsweredRunsLookAsDescribed() {
        String dispatches = REPO + "/actions/workflows/release.yml/dispatches";
        JsonNode made = server.read(server.post(
                dispatches,
                "{\"ref\":\"main\",\"inputs\":{\"environment\":\"production\"},\"return_run_details\":true}"));
        assertThat(schema.complaints(
                DESCRIBED + "/actions/workflows/{workflow_id}/dispatches", "post", "200", made))
                .isEmpty();
        String path = REPO + "/actions/runs/" + made.path("workflow_run_id").asLong();
        server.sample().pass(Duration.ofSeconds(40));
        assertDescribed(DESCRIBED + "/actions/runs/{run_id}", path);
        assertDescribed(DESCRIBED + "/actions/runs/{run_id}/pending_deployments", path + "/pending_deployments");
        long environment = server.json(path + "/pending_deployments").path(0).path("environment").path("id").asLong();
        JsonNode answer = server.read(server.post(path + "/pending_deployments",
                "{\"environment_ids\":[" + environment + "],\"state\":\"approved\",\"comment\":\"Go\"}"));
        assertThat(schema.complaints(DESCRIBED + "/actions/runs/{run_id}/pending_deployments", "post", "200", answer))
                .isEmpty();
        assertDescribed(DESCRIBED + "/actions/runs/{run_id}/approvals", path + "/approvals");
        server.sample().pass(Duration.ofSeconds(30));
        long deployment = answer.path(0).path("id").asLong();
        assertDescribed(DESCRIBED + "/deployments/{deployment_id}", REPO + "/deployments/" + deployment);
        assertDescribed(DESCRIBED + "/deployments/{deployment_id}/statuses",
                REPO + "/deployments/" + deployment + "/statuses");
    }

    @Test
    void theComparisonItselfCanFail() {
        JsonNode run = server.json(REPO + "/actions/runs").path("workflow_runs").path(0).deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) run).remove(List.of("head_sha")).put("run_number", "five");
        assertThat(schema.complaints(DESCRIBED + "/actions/runs/{run_id}", run))
                .containsExactlyInAnyOrder("$.head_sha is missing", "$.run_number is STRING instead of integer");
    }
}
