package dev.signalbox.practice.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The first two minutes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptTest {

    private StartedTeam started;

    @BeforeAll
    void start(@TempDir Path folder) {
        started = new StartedTeam(folder.resolve("practice"));
    }

    @AfterAll
    void close() {
        started.close();
    }

    @Test
    void playsItsScript() {
        assertThat(started.image("prod-eu", "production", "checkout")).endsWith("checkout:v2.14.0");
        int before = builds();
        aRolloutIsMovingAtTheStart();
        checkoutGoesBadAfterAWhile();
        aThirdApprovalComesLater();
        assertThat(builds()).isGreaterThan(before + 3);
    }

    private void aRolloutIsMovingAtTheStart() {
        started.pass(Duration.ofSeconds(2));
        JsonNode catalog = started.workload("prod-eu", "production", "catalog");
        assertThat(catalog.at("/status/updatedReplicas").asInt()).isLessThan(8);
        assertThat(catalog.at("/spec/template/spec/containers/0/image").asText()).endsWith("catalog:v9.3.0");
        started.pass(Duration.ofSeconds(58));
        assertThat(started.workload("prod-eu", "production", "catalog").at("/status/availableReplicas").asInt())
                .isEqualTo(8);
    }

    private void checkoutGoesBadAfterAWhile() {
        JsonNode checkout = started.workload("prod-eu", "production", "checkout");
        assertThat(checkout.at("/spec/template/spec/containers/0/image").asText()).endsWith("checkout:v2.14.1");
        assertThat(checkout.at("/status/readyReplicas").asInt()).isLessThan(6);
        for (int second = 0; second < 15 && !pods().contains("CrashLoopBackOff"); second++) {
            started.pass(Duration.ofSeconds(1));
        }
        assertThat(pods().contains("CrashLoopBackOff")).isTrue();
    }

    private String pods() {
        return started.cluster("prod-eu", "/api/v1/namespaces/production/pods").body();
    }

    private void aThirdApprovalComesLater() {
        assertThat(started.waiting()).doesNotContain("search production true");
        assertThat(blocked("notifications")).isEmpty();
        started.pass(Duration.ofSeconds(75));
        assertThat(started.waiting()).contains("search production true");
        assertThat(blocked("notifications")).hasSize(1);
        assertThat(blocked("auth")).hasSize(1);
    }

    private JsonNode blocked(String service) {
        return started.platform(service, "/deployments?status=blocked");
    }

    private int builds() {
        return Catalogue.onGitHub().stream()
                .mapToInt(service -> started.json("/repos/acme/" + service.name() + "/actions/runs").path("total_count")
                        .asInt())
                .sum();
    }
}
