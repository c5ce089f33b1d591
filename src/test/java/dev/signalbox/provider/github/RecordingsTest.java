package dev.signalbox.provider.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.ci.Workflow;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Everything that GitHub really sent, and every example that it publishes, can be read.
class RecordingsTest {

    /// Recorded, but never asked by the console.
    private static final Set<String> UNREAD = Set.of(
            "/orgs/{org}",
            "/repos/{owner}/{repo}/actions/artifacts",
            "/repos/{owner}/{repo}/actions/artifacts/{artifact_id}",
            "/repos/{owner}/{repo}/branches/{branch}");

    private final OpenApi schema = new OpenApi(WireFiles.schema());
    private final Map<String, Function<JsonNode, List<?>>> readings = WireReading.byTemplate();

    @Test
    void readsEveryRecordedAnswer() {
        List<WireFiles.Recorded> recorded = WireFiles.recorded().stream()
                .filter(each -> each.method().equals("GET") && each.status() == 200)
                .filter(each -> !UNREAD.contains(template(each)) && !each.url().matches(".*/(pulls|sbom)\\b.*"))
                .toList();
        assertThat(recorded).hasSizeGreaterThan(40);
        assertThat(recorded).allSatisfy(each -> assertThat(read(each)).isNotEmpty());
    }

    @Test
    void losesNoRunOrJobOfTheRecordings() {
        List<WireFiles.Recorded> lists = WireFiles.recorded().stream()
                .filter(each -> each.body().has("workflow_runs") || each.body().has("jobs"))
                .toList();
        assertThat(lists).hasSizeGreaterThan(10).allSatisfy(each -> {
            JsonNode rows = each.body().has("jobs") ? each.body().path("jobs") : each.body().path("workflow_runs");
            assertThat(read(each)).hasSize(rows.size());
        });
    }

    @Test
    void readsTheStatesOfRecordedRuns() {
        // One recording was cut down by hand to a few fields.
        List<Run> runs = all(Run.class).stream().filter(run -> !run.headSha().isEmpty()).toList();
        assertThat(runs).isNotEmpty().allSatisfy(run -> {
            assertThat(run.status()).isNotEqualTo(RunStatus.UNKNOWN);
            assertThat(run.conclusion()).isNotEqualTo(Conclusion.UNKNOWN);
            assertThat(run.headSha()).hasSize(40);
            assertThat(run.attempt()).isPositive();
            assertThat(run.workflowName()).isNotBlank();
            assertThat(run.title()).isNotBlank();
            assertThat(run.createdAt()).isNotNull();
            assertThat(run.page()).hasScheme("https");
        });
        assertThat(runs).extracting(Run::conclusion).contains(Conclusion.STARTUP_FAILURE, Conclusion.SUCCESS);
        assertThat(runs).extracting(Run::workflowName).contains("startup-failure-workflow.yml", "Broken Workflow");
        assertThat(runs).extracting(Run::event).contains("workflow_dispatch", "push");
    }

    @Test
    void readsRecordedJobsWithTheirSteps() {
        assertThat(all(Job.class)).isNotEmpty().allSatisfy(job -> {
            assertThat(job.steps()).isNotEmpty();
            assertThat(job.steps()).extracting(Job.Step::number).doesNotHaveDuplicates();
            assertThat(job.attempt()).isPositive();
            assertThat(job.conclusion()).isEqualTo(Conclusion.SUCCESS);
        });
    }

    @Test
    void readsRecordedWorkflowsAndDeployments() {
        assertThat(all(Workflow.class))
                .extracting(Workflow::file)
                .contains("test-workflow.yml", "fast-workflow.yml");
        assertThat(all(Workflow.class)).extracting(Workflow::active).contains(true, false);
        assertThat(all(Deployment.class)).isNotEmpty().allSatisfy(deployment -> assertThat(deployment.number())
                .isEqualTo(178653229));
    }

    @Test
    void readsEveryPublishedExample() {
        readings.forEach((template, reading) -> {
            Map<String, JsonNode> examples = schema.examples(template, "get");
            assertThat(examples).as(template).isNotEmpty();
            examples.forEach((name, body) -> {
                if (!name.contains("directory")) {
                    assertThat(reading.apply(body)).as(template + " " + name).isNotEmpty();
                }
            });
        });
    }

    @Test
    void readsRunsJobsAndDeploymentsInsideWebhooks() {
        for (var file : WireFiles.webhooks()) {
            JsonNode payload = WireFiles.json(file);
            if (payload.path("workflow_run").isObject()) {
                assertThat(reading("/repos/{owner}/{repo}/actions/runs/{run_id}").apply(payload.path("workflow_run")))
                        .as(file.toString())
                        .hasSize(1);
            }
            if (payload.path("workflow_job").isObject()) {
                assertThat(reading("/repos/{owner}/{repo}/actions/jobs/{job_id}").apply(payload.path("workflow_job")))
                        .as(file.toString())
                        .hasSize(1);
            }
            if (payload.path("deployment").isObject()) {
                assertThat(reading("/repos/{owner}/{repo}/deployments/{deployment_id}")
                        .apply(payload.path("deployment")))
                        .as(file.toString())
                        .hasSize(1);
            }
        }
    }

    @Test
    void readsRepositoriesReleasesAndPullRequestsInsideWebhooks() {
        Map<String, String> lists = Map.of(
                "release", "/repos/{owner}/{repo}/releases",
                "pull_request", "/repos/{owner}/{repo}/commits/{commit_sha}/pulls");
        assertThat(WireFiles.webhooks()).hasSizeGreaterThan(50).allSatisfy(file -> {
            JsonNode payload = WireFiles.json(file);
            if (payload.path("repository").isObject()) {
                assertThat(reading("/repos/{owner}/{repo}").apply(payload.path("repository"))).hasSize(1);
            }
            lists.forEach((name, list) -> {
                if (payload.path(name).isObject()) {
                    assertThat(reading(list).apply(WireFiles.json("[" + payload.path(name) + "]"))).hasSize(1);
                }
            });
        });
    }

    private <T> List<T> all(Class<T> type) {
        List<T> found = new ArrayList<>();
        for (WireFiles.Recorded each : WireFiles.recorded()) {
            if (readings.containsKey(template(each))) {
                read(each).stream().filter(type::isInstance).map(type::cast).forEach(found::add);
            }
        }
        return found;
    }

    private List<?> read(WireFiles.Recorded recorded) {
        return reading(template(recorded)).apply(recorded.body());
    }

    private Function<JsonNode, List<?>> reading(String template) {
        return Objects.requireNonNull(readings.get(template), template);
    }

    private String template(WireFiles.Recorded recorded) {
        return schema.template(URI.create(recorded.url()).getRawPath()).orElse("none");
    }
}
