package dev.signalbox.practice.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The second provider, the clusters and the story together, as a client sees them.
class PlatformStoryTest {

    private StartedTeam started;

    @BeforeEach
    void start(@TempDir Path folder) {
        started = new StartedTeam(folder.resolve("practice"));
    }

    @AfterEach
    void close() {
        started.close();
    }

    private JsonNode deployment() {
        long id = started.platform("auth", "/deployments?environment=production&order_by=id&sort=desc").path(0)
                .path("id").asLong();
        return started.platform("auth", "/deployments/" + id);
    }

    private JsonNode post(String path, String body) {
        return started.postGitLab("/projects/acme%2Fplatform%2Fauth" + path, body);
    }

    @Test
    void twoApprovalsAndAPressMoveTheCluster() {
        assertThat(started.image("prod-eu", "production", "auth")).endsWith("auth:v3.4.1");
        JsonNode waiting = deployment();
        assertThat(waiting.path("status").asText()).isEqualTo("blocked");
        post("/deployments/" + waiting.path("id").asLong() + "/approval", "{\"status\": \"approved\"}");
        assertThat(deployment().path("pending_approval_count").asInt()).isEqualTo(1);
        started.pass(Duration.ofSeconds(25));
        assertThat(deployment().path("status").asText()).isEqualTo("blocked");
        assertThat(deployment().path("pending_approval_count").asInt()).isZero();
        assertThat(deployment().at("/approvals/1/user/username").asText()).isEqualTo("qa-lead");
        post("/jobs/" + waiting.at("/deployable/id").asLong() + "/play", "{}");
        started.pass(Duration.ofSeconds(60));

        assertThat(started.image("prod-eu", "production", "auth")).endsWith("auth:v3.4.2");
        assertThat(deployment().path("status").asText()).isEqualTo("success");
        assertThat(started.platform("auth", "/pipelines?per_page=1").path(0).path("status").asText())
                .isEqualTo("success");
    }

    @Test
    void whatWaitsForProductionChangesSomething() {
        JsonNode between = started.platform("auth", "/repository/compare?from=v3.4.1&to=v3.4.2");

        assertThat(between.path("commits").findValuesAsText("title"))
                .contains("Ask again before a key is replaced", "Refuse sessions of a removed device");
        assertThat(deployment().path("sha"))
                .isNotEqualTo(started.platform("auth", "/deployments?environment=production&status=success&sort=desc")
                        .path(0).path("sha"));
    }

    @Test
    void anOldDeploymentOfStagingIsBroughtBackByItsJob() {
        JsonNode old = started.platform("auth",
                "/deployments?environment=staging&status=success&order_by=id&sort=desc").path(1);
        assertThat(old.path("ref").asText()).isEqualTo("v3.4.0");
        JsonNode again = post("/jobs/" + old.at("/deployable/id").asLong() + "/retry", "");
        assertThat(again.path("id").asLong()).isGreaterThan(old.at("/deployable/id").asLong());
        started.pass(Duration.ofSeconds(60));

        assertThat(started.image("staging-1", "staging", "auth")).endsWith("auth:v3.4.0");
        JsonNode newest = started.platform("auth", "/deployments?environment=staging&order_by=id&sort=desc").path(0);
        assertThat(newest.path("status").asText()).isEqualTo("success");
        assertThat(newest.path("sha")).isEqualTo(old.path("sha"));
    }

    @Test
    void bothSidesTellTheSameStory() {
        JsonNode workload = started.workload("prod-eu", "production", "auth");
        JsonNode live =
                started.platform("auth", "/deployments?environment=production&status=success&sort=desc").path(0);

        assertThat(workload.at("/spec/template/metadata/annotations/org.opencontainers.image.revision"))
                .isEqualTo(live.path("sha"));
        assertThat(workload.at("/spec/template/metadata/annotations/org.opencontainers.image.source").asText())
                .isEqualTo("https://gitlab.practice.test/acme/platform/auth");
    }

    @Test
    void theFirstProviderKnowsNothingOfTheGroup() {
        assertThat(started.ci("/repos/acme/auth").statusCode()).isEqualTo(404);
        assertThat(started.ci("/repos/acme/image-resizer").statusCode()).isEqualTo(200);
        assertThat(started.gitlab("/projects/acme%2Fplatform%2Fimage-resizer").statusCode()).isEqualTo(404);
    }
}
