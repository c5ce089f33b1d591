package dev.signalbox.practice.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Clients follow the addresses that they find in answers; each must lead to the thing that it names.
class LinksLeadSomewhereTest {

    private static final String REPO = "/repos/acme/checkout";

    private final PracticeServer server = new PracticeServer();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                     | ''                | url                            | /id
            ''                     | /owner            | url                            | /login
            /actions/runs          | /workflow_runs/0  | url                            | /id
            /actions/runs          | /workflow_runs/0  | jobs_url                       | /total_count
            /actions/runs          | /workflow_runs/0  | artifacts_url                  | /total_count
            /actions/runs          | /workflow_runs/0  | workflow_url                   | /path
            /actions/workflows     | /workflows/0      | url                            | /path
            /environments          | /environments/0   | url                            | /name
            /deployments           | /0                | url                            | /id
            /deployments           | /0                | statuses_url                   | /0/state
            /deployments           | /0                | repository_url                 | /full_name
            /branches              | /0/commit         | url                            | /sha
            /tags                  | /0/commit         | url                            | /sha
            /releases              | /0                | url                            | /id
            /releases/latest       | ''                | url                            | /id
            /commits               | /0                | url                            | /sha
            /commits               | /0/parents/0      | url                            | /sha
            /compare/v2.13.4...main | ''               | url                            | /status
            /compare/v2.13.4...main | /base_commit     | url                            | /sha
            /contents/.github/workflows/ci.yml | /_links | self                         | /content
            /commits/main/check-runs | /check_runs/0   | url                            | /id
            """)
    void fromOneAnswerToTheNext(String path, String pointer, String field, String found) {
        JsonNode from = server.json(REPO + path).at(pointer);
        String address = from.path(field).asText();

        assertThat(server.json(address).at(found).isValueNode()).as(address).isTrue();
        if (from.has("id") && found.equals("/id")) {
            assertThat(server.json(address).path("id")).isEqualTo(from.path("id"));
        }
    }

    @Test
    void fromAJobToItsRunItsCheckAndItsAnnotations() {
        JsonNode run = server.json(REPO + "/actions/workflows/ci.yml/runs").at("/workflow_runs/0");
        JsonNode job = server.json(run.path("jobs_url").asText()).at("/jobs/0");

        assertThat(server.json(job.path("url").asText())).isEqualTo(job);
        assertThat(server.json(job.path("run_url").asText()).path("id")).isEqualTo(run.path("id"));
        JsonNode check = server.json(job.path("check_run_url").asText());
        assertThat(check.path("name")).isEqualTo(job.path("name"));
        assertThat(server.json(check.at("/output/annotations_url").asText()).isArray()).isTrue();
        assertThat(server.get(run.path("logs_url").asText()).statusCode()).isEqualTo(302);
    }

    @Test
    void fromADeploymentStatusToItsDeploymentAndToItself() {
        JsonNode deployment = server.json(REPO + "/deployments").path(0);
        JsonNode status = server.json(deployment.path("statuses_url").asText()).path(0);

        assertThat(server.json(status.path("deployment_url").asText())).isEqualTo(deployment);
        assertThat(server.json(status.path("url").asText())).isEqualTo(status);
        assertThat(server.get(deployment.path("statuses_url").asText() + "/1").statusCode()).isEqualTo(404);
    }

    @Test
    void toTheActionsThatARunOffers() {
        JsonNode done = server.json(REPO + "/actions/runs?status=success").at("/workflow_runs/0");

        assertThat(server.post(path(done.path("rerun_url").asText()), "").statusCode()).isEqualTo(201);
        assertThat(server.post(path(done.path("cancel_url").asText()), "").statusCode()).isEqualTo(202);
        server.sample().pass(Duration.ofSeconds(5));
        JsonNode again = server.json(done.path("url").asText());
        assertThat(again.path("conclusion").asText()).isEqualTo("cancelled");
        assertThat(server.json(again.path("previous_attempt_url").asText()).path("conclusion").asText())
                .isEqualTo("success");
    }

    private String path(String address) {
        return address.substring(server.base().toString().length());
    }
}
