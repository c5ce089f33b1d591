package dev.signalbox.practice.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DownloadsTest {

    private static final String REPO = "/repos/acme/checkout";

    private final PracticeServer server = new PracticeServer();

    @AfterEach
    void close() {
        server.close();
    }

    private JsonNode finishedBuild() {
        return server.json(REPO + "/actions/workflows/ci.yml/runs?status=success").path("workflow_runs").path(0);
    }

    private String logAddress() {
        long run = finishedBuild().path("id").asLong();
        long job = server.json(REPO + "/actions/runs/" + run + "/jobs").path("jobs").path(2).path("id").asLong();
        HttpResponse<String> answer = server.get(REPO + "/actions/jobs/" + job + "/logs");
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> anonymously(String address) {
        return server.send(HttpRequest.newBuilder(URI.create(address)));
    }

    @Test
    void aLogIsElsewhereBehindASignedAddress() {
        String address = logAddress();
        assertThat(URI.create(address).getPort()).isNotEqualTo(server.base().getPort());
        HttpResponse<String> log = anonymously(address);
        assertThat(log.statusCode()).isEqualTo(200);
        assertThat(log.body()).startsWith("\uFEFF2").contains("##[group]", "\u001b[32m",
                "Complete job name: unit-tests (2/2)");
        assertThat(log.body().lines().skip(1)).allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z .*"));
    }

    @Test
    void theOtherOriginRefusesWhoeverBringsTheToken() {
        HttpResponse<String> answer = server.get(logAddress());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("InvalidAuthenticationInfo");
    }

    @Test
    void theAddressLivesForAMinute() {
        String address = logAddress();
        server.sample().pass(Duration.ofSeconds(61));
        assertThat(anonymously(address).statusCode()).isEqualTo(403);
        assertThat(anonymously(address.replaceFirst("sig=.*", "sig=guess")).statusCode()).isEqualTo(403);
    }

    @Test
    void aJobThatHasNotEndedHasNoLog() {
        server.sample().world().push(
                server.sample().repository("checkout"), server.sample().people().you(), "New",
                server.sample().instant(), null);
        JsonNode run = server.json(REPO + "/actions/workflows/ci.yml/runs").path("workflow_runs").path(0);
        long job = server.json(REPO + "/actions/runs/" + run.path("id").asLong() + "/jobs")
                .path("jobs").path(0).path("id").asLong();
        assertThat(server.get(REPO + "/actions/jobs/" + job + "/logs").statusCode()).isEqualTo(404);
    }

    @Test
    void allLogsOfARunComeAsAZip() {
        HttpResponse<String> answer =
                server.get(REPO + "/actions/runs/" + finishedBuild().path("id").asLong() + "/logs");
        HttpResponse<String> zip = anonymously(answer.headers().firstValue("Location").orElseThrow());
        assertThat(zip.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(zip.body()).startsWith("PK").contains("0_lint.txt", "lint/1_Set up job.txt");
    }

    @Test
    void testResultsAreAnArtifact() {
        long run = finishedBuild().path("id").asLong();
        JsonNode artifact = server.json(REPO + "/actions/runs/" + run + "/artifacts").path("artifacts").path(0);
        assertThat(artifact.path("digest").asText()).startsWith("sha256:");
        HttpResponse<String> answer = server.get(artifact.path("archive_download_url").asText());
        assertThat(answer.statusCode()).isEqualTo(302);
        HttpResponse<String> zip = anonymously(answer.headers().firstValue("Location").orElseThrow());
        assertThat(zip.body()).startsWith("PK").contains("TEST-dev.acme.RankingIT.xml");
    }

    @Test
    void everyQuestionGetsAnAddressOfItsOwn() {
        String first = logAddress();
        String second = logAddress();

        assertThat(first).isNotEqualTo(second);
        assertThat(anonymously(first).body()).isEqualTo(anonymously(second).body());
        assertThat(anonymously(first.replaceFirst("\\?.*", "")).statusCode()).isEqualTo(403);
    }

    @Test
    void anAddressMayBeUsedAgainWithinItsMinute() {
        String address = logAddress();
        assertThat(anonymously(address).statusCode()).isEqualTo(200);
        server.sample().pass(Duration.ofSeconds(59));
        assertThat(anonymously(address).statusCode()).isEqualTo(200);
    }

    @Test
    void aJobThatNeverRanHasNoLog() {
        server.sample().world().push(server.sample().repository("checkout"), server.sample().people().you(), "New",
                server.sample().instant(), new dev.signalbox.practice.github.world.Attempt.Failure("lint"));
        server.sample().pass(Duration.ofSeconds(60));
        JsonNode run = server.json(REPO + "/actions/workflows/ci.yml/runs").path("workflow_runs").path(0);
        JsonNode jobs = server.json(REPO + "/actions/runs/" + run.path("id").asLong() + "/jobs").path("jobs");
        for (JsonNode job : jobs) {
            int expected = job.path("conclusion").asText().equals("skipped") ? 404 : 302;
            assertThat(server.get(REPO + "/actions/jobs/" + job.path("id").asLong() + "/logs").statusCode())
                    .isEqualTo(expected);
        }
    }

    @Test
    void anArtifactIsFoundByItsName() {
        String artifacts = REPO + "/actions/runs/" + finishedBuild().path("id").asLong() + "/artifacts";
        JsonNode all = server.json(artifacts);

        assertThat(server.json(artifacts + "?name=junit-results")).isEqualTo(all);
        assertThat(server.json(artifacts + "?name=other").path("total_count").asInt()).isZero();
        assertThat(server.json(all.at("/artifacts/0/url").asText())).isEqualTo(all.at("/artifacts/0"));
        assertThat(server.get(REPO + "/actions/artifacts/1").statusCode()).isEqualTo(404);
        assertThat(server.get(REPO + "/actions/artifacts/1/zip").statusCode()).isEqualTo(404);
    }
}
