package dev.signalbox.practice.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.practice.github.world.Attempt;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Commits, refs, files, checks and people over HTTP.
class CodeTest {

    private static final String REPO = "/repos/acme/checkout";

    private final PracticeServer server = new PracticeServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void commitsFormOneLine() {
        JsonNode commits = server.json(REPO + "/commits?per_page=100");
        for (int i = 0; i + 1 < commits.size(); i++) {
            assertThat(commits.path(i).at("/parents/0/sha")).isEqualTo(commits.path(i + 1).path("sha"));
        }
        assertThat(commits.path(commits.size() - 1).path("parents")).isEmpty();
    }

    @Test
    void commitsCanBeReadFromAnOlderPointOn() {
        String tagged = server.json(REPO + "/commits/v2.14.0").path("sha").asText();
        assertThat(server.json(REPO + "/commits?sha=v2.14.0").path(0).path("sha").asText()).isEqualTo(tagged);
        assertThat(server.json(REPO + "/commits/" + tagged.substring(0, 7)).path("sha").asText()).isEqualTo(tagged);
    }

    @Test
    void aCommitThatIsNotThereIsRefusedInItsOwnWay() {
        assertThat(server.get(REPO + "/commits/0000000000").statusCode()).isEqualTo(422);
        assertThat(server.get(REPO + "/commits?sha=gone").statusCode()).isEqualTo(404);
        assertThat(server.get(REPO + "/compare/gone...main").statusCode()).isEqualTo(404);
        assertThat(server.get(REPO + "/compare/main").statusCode()).isEqualTo(404);
    }

    @Test
    void noCommitCameWithAPullRequest() {
        assertThat(server.json(REPO + "/commits/v2.14.0/pulls")).isEmpty();
        assertThat(server.json(REPO + "/commits/v2.14.0/pulls").isArray()).isTrue();
        assertThat(server.get(REPO + "/commits/0000000000/pulls").statusCode()).isEqualTo(422);
    }

    @Test
    void aComparisonCanBePaged() {
        JsonNode second = server.json(REPO + "/compare/v2.13.4...main?per_page=2&page=2");
        assertThat(second.path("commits")).hasSize(2);
        assertThat(second.path("total_commits").asInt()).isEqualTo(4);
        assertThat(second.path("files")).isEmpty();
        assertThat(server.get(REPO + "/compare/v2.13.4...main?per_page=2").headers().firstValue("Link")).isPresent();
    }

    @Test
    void tagsAndBranchesPointAtCommits() {
        JsonNode tags = server.json(REPO + "/tags");
        assertThat(tags.valueStream().map(tag -> tag.path("name").asText())).containsExactly("v2.14.1", "v2.14.0",
                "v2.13.4");
        JsonNode head = server.json(REPO + "/branches/main").path("commit");
        assertThat(server.json(REPO + "/branches").path(0).at("/commit/sha")).isEqualTo(head.path("sha"));
        assertThat(tags.path(0).at("/commit/sha")).isEqualTo(head.path("sha"));
        assertThat(server.get(REPO + "/branches/gone").statusCode()).isEqualTo(404);
    }

    @Test
    void onlyWorkflowFilesCanBeRead() {
        assertThat(server.get(REPO + "/contents/README.md").statusCode()).isEqualTo(404);
        assertThat(server.get(REPO + "/contents/.github/workflows/ci.yml?ref=v2.14.0").statusCode()).isEqualTo(200);
        assertThat(server.get(REPO + "/contents/.github/workflows/ci.yml?ref=gone").statusCode()).isEqualTo(404);
        assertThat(server.get(REPO + "/contents/..%2F..%2Fetc%2Fpasswd").statusCode()).isEqualTo(404);
    }

    @Test
    void aFailedJobIsACheckWithAnnotations() {
        server.sample().world().push(server.sample().repository("checkout"), server.sample().people().you(), "Try",
                server.sample().instant(), new Attempt.Failure("integration-tests"));
        server.sample().pass(Duration.ofSeconds(90));
        JsonNode checks = server.json(REPO + "/commits/main/check-runs?check_name=integration-tests");
        assertThat(checks.path("total_count").asInt()).isEqualTo(1);
        JsonNode check = checks.path("check_runs").path(0);
        assertThat(check.path("conclusion").asText()).isEqualTo("failure");
        assertThat(check.at("/output/annotations_count").asInt()).isEqualTo(3);
        JsonNode all = server.json(check.at("/output/annotations_url").asText());
        assertThat(all.valueStream().map(each -> each.path("annotation_level").asText()))
                .containsExactly("failure", "failure", "warning");
        assertThat(server.json(check.at("/output/annotations_url").asText() + "?per_page=2")).hasSize(2);
        JsonNode annotation = all.path(0);
        assertThat(annotation.path("path").asText()).endsWith("RankingIT.java");
        assertThat(annotation.path("start_line").asInt()).isEqualTo(88);
        long lint = server.json(REPO + "/commits/main/check-runs?check_name=lint").at("/check_runs/0/id").asLong();
        assertThat(server.json(REPO + "/check-runs/" + lint + "/annotations")).isEmpty();
    }

    @Test
    void peopleAndTheirRolesAreKnown() {
        assertThat(server.json(REPO + "/collaborators/qa-lead/permission").path("role_name").asText())
                .isEqualTo("maintain");
        assertThat(server.get(REPO + "/collaborators/nobody/permission").statusCode()).isEqualTo(404);
        assertThat(server.json("/users/dev-1").path("name").asText()).isEqualTo("Jonas Lind");
        assertThat(server.get("/users/nobody").statusCode()).isEqualTo(404);
        assertThat(server.get("/orgs/other/repos").statusCode()).isEqualTo(404);
    }

    @Test
    void namesAreTheSameInAnyCase() {
        assertThat(server.json("/repos/ACME/Checkout").path("full_name").asText()).isEqualTo("acme/checkout");
    }

    @Test
    void environmentsTellTheirRules() {
        JsonNode ledger = server.json("/repos/acme/ledger/environments/production");
        JsonNode rule = ledger.path("protection_rules").path(0);
        assertThat(rule.path("type").asText()).isEqualTo("required_reviewers");
        assertThat(rule.path("prevent_self_review").asBoolean()).isTrue();
        assertThat(rule.path("reviewers").valueStream().map(each -> each.at("/reviewer/login").asText()))
                .containsExactly("release-mgr", "qa-lead");
        assertThat(server.json(REPO + "/environments/staging").path("protection_rules")).isEmpty();
        assertThat(server.get(REPO + "/environments/moon").statusCode()).isEqualTo(404);
    }

    @Test
    void deploymentsCanBeFiltered() {
        String sha = server.json(REPO + "/commits/v2.14.0").path("sha").asText();
        for (JsonNode deployment : server.json(REPO + "/deployments?sha=" + sha)) {
            assertThat(deployment.path("sha").asText()).isEqualTo(sha);
        }
        assertThat(server.json(REPO + "/deployments?environment=moon")).isEmpty();
        assertThat(server.json(REPO + "/deployments?task=migrate")).isEmpty();
        assertThat(List.of(server.get(REPO + "/deployments/1").statusCode())).containsExactly(404);
    }

    @Test
    void aDeploymentLeadsToItsRun() {
        JsonNode deployment = server.json(REPO + "/deployments").path(0);
        String log = server.json(deployment.path("statuses_url").asText()).path(0).path("log_url").asText();
        String run = log.replaceFirst(".*/actions/runs/(\\d+)/job/\\d+$", "$1");
        assertThat(server.json(REPO + "/actions/runs/" + run).path("head_sha")).isEqualTo(deployment.path("sha"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/vnd.github.raw+json", "application/vnd.github.raw",
        "application/vnd.github.v3.raw"})
    void aFileComesAsItIsForThoseWhoWantItSo(String accept) {
        String path = REPO + "/contents/.github/workflows/ci.yml";
        HttpResponse<String> raw = server.send(server.request(path).setHeader("Accept", accept));

        assertThat(raw.statusCode()).isEqualTo(200);
        assertThat(raw.body()).startsWith("name: CI\n");
        assertThat(raw.headers().firstValue("Content-Type")).hasValue(
                "application/vnd.github.raw+json; charset=utf-8");
        byte[] described = Base64.getMimeDecoder().decode(server.json(path).path("content").asText());
        assertThat(raw.body().getBytes(StandardCharsets.UTF_8)).isEqualTo(described);
        String tag = raw.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = server.send(server.request(path).setHeader("Accept", accept)
                .header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("Content-Type")).isEmpty();
    }

    @Test
    void whatIsNotThereIsToldInJsonToThemToo() {
        HttpResponse<String> missing = server.send(server.request(REPO + "/contents/none.yml")
                .setHeader("Accept", "application/vnd.github.raw+json"));

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(server.read(missing).path("message").asText()).isEqualTo("Not Found");
    }
}
