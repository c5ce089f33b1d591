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
}
