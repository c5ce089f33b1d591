package dev.signalbox.practice.gitlab;

import static dev.signalbox.practice.gitlab.GitLabServer.AUTH;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.signalbox.practice.gitlab.world.Pipeline;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Compares the fields of answers with GitLab's published description. Its names are right; its types are not.
class WireShapeTest {

    /// Fields that real servers send and the description does not know.
    private static final Set<String> UNDESCRIBED = Set.of("name", "bot", "merge_user", "downstream_pipeline");

    private final GitLabServer server = new GitLabServer();
    private JsonNode described = new JsonMapper().createObjectNode();
    private Pipeline pipeline = server.sample().merge("auth", "unit-tests 2/2");

    @BeforeEach
    void read() throws IOException {
        try (InputStream in = WireShapeTest.class.getResourceAsStream("/wire/gitlab-openapi-subset.json")) {
            described = new JsonMapper().readTree(Objects.requireNonNull(in)).path("definitions");
        }
        server.create("v3.5.0", "production");
        server.sample().pass(Duration.ofSeconds(60));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private List<String> unknown(String definition, JsonNode value) {
        JsonNode properties = described.path(definition).path("properties");
        assertThat(properties).as(definition).isNotEmpty();
        List<String> found = new ArrayList<>();
        value.properties().forEach(field -> {
            if (!properties.has(field.getKey()) && !UNDESCRIBED.contains(field.getKey())) {
                found.add(definition + "." + field.getKey());
            }
            String inner = properties.path(field.getKey()).path("$ref").asText().replaceFirst(".*/", "");
            if (!inner.isEmpty() && field.getValue().isObject() && described.path(inner).has("properties")) {
                found.addAll(unknown(inner, field.getValue()));
            }
        });
        return found;
    }

    private JsonNode first(String path) {
        JsonNode answer = server.json(path);
        return answer.isArray() ? answer.path(0) : answer;
    }

    @ParameterizedTest
    @CsvSource({
        "/projects?simple=true, API_Entities_BasicProjectDetails",
        "/metadata, API_Entities_Metadata",
        "/personal_access_tokens/self, API_Entities_PersonalAccessTokenWithLastUsedIps",
        AUTH + "/pipelines, API_Entities_Ci_PipelineBasic",
        AUTH + "/pipelines/latest, API_Entities_Ci_PipelineWithMetadata",
        AUTH + "/deployments?status=blocked, API_Entities_Deployment",
        AUTH + "/environments, API_Entities_Environment",
        AUTH + "/freeze_periods, API_Entities_FreezePeriod",
        AUTH + "/releases, API_Entities_Release",
        AUTH + "/repository/commits, API_Entities_Commit",
        AUTH + "/repository/compare?from=v3.4.0&to=main, API_Entities_Compare",
        AUTH + "/merge_requests, API_Entities_MergeRequest",
        AUTH + "/merge_requests?state=merged, API_Entities_MergeRequest"
    })
    void namesItsFieldsAsDescribed(String path, String definition) {
        assertThat(unknown(definition, first(path))).isEmpty();
    }

    @Test
    void namesTheFieldsOfJobsAsDescribed() {
        for (JsonNode job : server.json(AUTH + "/pipelines/" + pipeline.id() + "/jobs")) {
            assertThat(unknown("API_Entities_Ci_Job", job)).isEmpty();
            job.path("artifacts").forEach(
                    artifact -> assertThat(unknown("API_Entities_Ci_JobArtifact", artifact)).isEmpty());
        }
        assertThat(unknown("API_Entities_Ci_Bridge", first(AUTH + "/pipelines/" + pipeline.id() + "/bridges")))
                .isEmpty();
    }

    @Test
    void namesTheFieldsOfReportsAsDescribed() {
        JsonNode report = first(AUTH + "/pipelines/" + pipeline.id() + "/test_report");
        JsonNode suite = report.path("test_suites").path(0);

        assertThat(unknown("TestReportEntity", report)).isEmpty();
        assertThat(unknown("TestSuiteEntity", suite)).isEmpty();
        suite.path("test_cases").forEach(each -> assertThat(unknown("TestCaseEntity", each)).isEmpty());
        JsonNode summary = first(AUTH + "/pipelines/" + pipeline.id() + "/test_report_summary");
        assertThat(unknown("TestReportSummaryEntity", summary)).isEmpty();
        assertThat(unknown("TestSuiteSummaryEntity", summary.path("test_suites").path(0))).isEmpty();
    }

    @Test
    void namesTheFieldsOfApprovalsAsDescribed() {
        long id = first(AUTH + "/deployments?status=blocked").path("id").asLong();
        server.post(AUTH + "/deployments/" + id + "/approval", "{\"status\": \"approved\"}");
        JsonNode one = first(AUTH + "/deployments/" + id);

        assertThat(unknown("API_Entities_DeploymentExtended", one)).isEmpty();
        assertThat(unknown("API_Entities_Deployments_Approval", one.path("approvals").path(0))).isEmpty();
        assertThat(unknown("API_Entities_ProtectedEnvironments_ApprovalRuleForSummary",
                one.at("/approval_summary/rules/0"))).isEmpty();
    }

    @Test
    void aFieldThatNobodyDescribedIsNoticed() {
        JsonNode odd = new JsonMapper().createObjectNode().put("id", 1).put("colour", "red");

        assertThat(unknown("API_Entities_Ci_PipelineBasic", odd))
                .containsExactly("API_Entities_Ci_PipelineBasic.colour");
    }

    @Test
    void everyPipelineHasWhatAClientLivesBy() {
        for (JsonNode each : server.json(AUTH + "/pipelines?per_page=100")) {
            assertThat(each.path("id").isIntegralNumber()).isTrue();
            assertThat(each.path("iid").isIntegralNumber()).isTrue();
            assertThat(each.path("sha").asText()).matches("[0-9a-f]{40}");
            assertThat(each.path("updated_at").asText()).isGreaterThanOrEqualTo(each.path("created_at").asText());
            assertThat(each.path("web_url").asText()).endsWith("/-/pipelines/" + each.path("id").asLong());
            assertThat(each.has("user")).isFalse();
        }
    }
}
