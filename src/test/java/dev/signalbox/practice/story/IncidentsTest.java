package dev.signalbox.practice.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The incidents of the menu, on one team: each ends what it began.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncidentsTest {

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
    void aRateLimitIncidentUsesUpTheAllowanceUntilItEnds() {
        started.team().startIncident("rate-limit");
        assertThat(started.ci("/user").statusCode()).isEqualTo(403);
        HttpResponse<String> second = started.gitlab("/user");
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValue("Retry-After")).contains("30");
        assertThat(second.headers().firstValue("RateLimit-Remaining")).contains("0");
        assertThat(started.team().incidents())
                .filteredOn(Incident::active)
                .extracting(Incident::name)
                .containsExactly("rate-limit");
        started.team().endIncident("rate-limit");
        assertThat(started.ci("/user").statusCode()).isEqualTo(200);
        assertThat(started.gitlab("/user").statusCode()).isEqualTo(200);
    }

    @Test
    void aRevokedTokenComesBack() {
        started.team().startIncident("token-revoked");
        assertThat(started.ci("/user").statusCode()).isEqualTo(401);
        assertThat(started.gitlab("/user").statusCode()).isEqualTo(401);
        assertThat(started.gitlab("/user").body()).contains("invalid_token").contains("Token was revoked.");
        started.team().endIncident("token-revoked");
        assertThat(started.ci("/user").statusCode()).isEqualTo(200);
        assertThat(started.gitlab("/user").statusCode()).isEqualTo(200);
    }

    @Test
    void anUnreachableClusterAnswersNobody() {
        started.team().startIncident("cluster-unreachable");
        assertThatThrownBy(() -> started.cluster("prod-eu", "/version")).isInstanceOf(UncheckedIOException.class);
        assertThat(started.cluster("staging-1", "/version").statusCode()).isEqualTo(200);
        started.team().endIncident("cluster-unreachable");
        assertThat(started.cluster("prod-eu", "/version").statusCode()).isEqualTo(200);
    }

    @Test
    void aBadDeployFailsItsReleaseAndItsPods() {
        started.team().startIncident("bad-deploy");
        started.pass(Duration.ofSeconds(60));
        assertThat(started.image("prod-eu", "production", "image-resizer")).endsWith("image-resizer:v0.10.0");
        JsonNode run =
                started.json("/repos/acme/image-resizer/actions/workflows/release.yml/runs?event=workflow_dispatch")
                        .path("workflow_runs").path(0);
        assertThat(run.path("conclusion").asText()).isEqualTo("failure");
    }

    @Test
    void anUnknownIncidentIsRefusedByName() {
        assertThatThrownBy(() -> started.team().startIncident("flood"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("flood")
                .hasMessageContaining("bad-deploy");
        assertThatThrownBy(() -> started.team().endIncident("flood")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRateLimitIncidentIsOverByItselfAndCanBeginAgain() {
        started.team().startIncident("rate-limit");
        started.pass(Duration.ofSeconds(29));
        assertThat(active()).containsExactly("rate-limit");
        assertThat(started.ci("/user").statusCode()).isEqualTo(403);

        started.pass(Duration.ofSeconds(1));
        assertThat(active()).isEmpty();
        assertThat(started.ci("/user").statusCode()).isEqualTo(200);
        assertThat(started.gitlab("/user").statusCode()).isEqualTo(200);

        started.team().startIncident("rate-limit");
        assertThat(started.ci("/user").statusCode()).isEqualTo(403);
        started.team().endIncident("rate-limit");
        started.team().endIncident("rate-limit");
        assertThat(active()).isEmpty();
        assertThat(started.ci("/user").statusCode()).isEqualTo(200);
    }

    @Test
    void oneThatGoesOnIsNotStartedTwice() {
        started.team().startIncident("bad-deploy");
        int runs = releases();
        started.team().startIncident("bad-deploy");
        assertThat(releases()).isEqualTo(runs);
        assertThat(active()).contains("bad-deploy");

        started.team().endIncident("bad-deploy");
        assertThat(active()).doesNotContain("bad-deploy");
        started.team().startIncident("bad-deploy");
        assertThat(releases()).isEqualTo(runs + 1);
        started.team().endIncident("bad-deploy");
    }

    @Test
    void theMenuSaysWhatWillHappen() {
        assertThat(started.team().incidents()).extracting(Incident::name).containsExactly("bad-deploy", "rate-limit",
                "token-revoked", "cluster-unreachable", "second-operator");
        assertThat(started.team().incidents()).allSatisfy(incident -> {
            assertThat(incident.title()).matches("[A-Z][a-z].*[a-z]");
            assertThat(incident.sentence()).endsWith(".");
        });
    }

    private int releases() {
        return started.json("/repos/acme/image-resizer/actions/workflows/release.yml/runs").path("total_count").asInt();
    }

    private List<String> active() {
        return started.team().incidents().stream().filter(Incident::active).map(Incident::name).toList();
    }

    @Test
    void aSecondOperatorApprovesAndRollsBack() {
        JsonNode run =
                started.json("/repos/acme/web-frontend/actions/runs?status=waiting").path("workflow_runs").path(0);
        assertThat(run.path("display_title").asText()).isEqualTo("Release v5.20.0 to production");
        String blocked = "/deployments?status=blocked&order_by=id&sort=asc";
        long deployment = started.platform("auth", blocked).path(0).path("id").asLong();
        started.team().startIncident("second-operator");
        JsonNode yes = started.platform("auth", "/deployments/" + deployment).path("approvals").path(0);
        assertThat(yes.at("/user/username").asText()).isEqualTo("qa-lead");
        assertThat(yes.path("comment").asText()).isEqualTo("Approved from another console");
        started.pass(Duration.ofSeconds(20));
        assertThat(started.image("prod-eu", "production", "web-frontend")).endsWith("web-frontend:v5.20.0");
        assertThat(started.image("prod-eu", "production", "checkout")).endsWith("checkout:v2.13.4");
    }
}
