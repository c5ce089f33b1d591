package dev.signalbox.practice.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.practice.github.world.Attempt;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {

    private static final String REPO = "/repos/acme/checkout";
    private static final String CHECKS = REPO + "/commits/main/check-runs";

    private final PracticeServer server = new PracticeServer();
    private long run;

    @BeforeEach
    void startABuildWhoseLintFails() {
        run = server.sample().world().push(server.sample().repository("checkout"), server.sample().people().you(),
                "Try", server.sample().instant(), new Attempt.Failure("lint")).getFirst().id();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void areTheJobsOfTheCommitUnderTheSameNumbers() {
        server.sample().pass(Duration.ofSeconds(60));
        JsonNode jobs = server.json(REPO + "/actions/runs/" + run + "/jobs").path("jobs");
        JsonNode checks = server.json(CHECKS + "?per_page=100").path("check_runs");

        for (JsonNode job : jobs) {
            JsonNode check = checks.valueStream().filter(each -> each.path("id").equals(job.path("id"))).findFirst()
                    .orElseThrow();
            for (String same : new String[] {"name", "status", "conclusion", "started_at", "completed_at",
                "head_sha"}) {
                assertThat(check.path(same)).as(same).isEqualTo(job.path(same));
            }
            assertThat(server.json(REPO + "/check-runs/" + job.path("id").asLong())).isEqualTo(check);
        }
    }

    @ParameterizedTest
    @CsvSource({"5", "15", "60"})
    void areFoundByTheirState(int second) {
        server.sample().pass(Duration.ofSeconds(second));
        int sum = 0;
        for (String status : new String[] {"queued", "in_progress", "completed"}) {
            JsonNode found = server.json(CHECKS + "?per_page=100&status=" + status);
            assertThat(found.path("check_runs")).allMatch(check -> check.path("status").asText().equals(status));
            sum += found.path("total_count").asInt();
        }

        assertThat(sum).isEqualTo(server.json(CHECKS).path("total_count").asInt());
    }

    @Test
    void areTheNewestOfEachUnlessAllAreWanted() {
        server.sample().pass(Duration.ofSeconds(60));
        server.post(REPO + "/actions/runs/" + run + "/rerun-failed-jobs", "");
        server.sample().pass(Duration.ofSeconds(60));

        assertThat(server.json(CHECKS + "?check_name=lint").path("check_runs")).singleElement()
                .satisfies(check -> assertThat(check.path("conclusion").asText()).isEqualTo("success"));
        assertThat(server.json(CHECKS + "?check_name=lint&filter=all").path("check_runs").valueStream()
                .map(check -> check.path("conclusion").asText())).containsExactly("success", "failure");
    }

    @Test
    void countAsManyAnnotationsAsTheyHave() {
        server.sample().pass(Duration.ofSeconds(60));
        for (JsonNode check : server.json(CHECKS + "?per_page=100").path("check_runs")) {
            JsonNode annotations = server.json(check.at("/output/annotations_url").asText());
            assertThat(annotations).hasSize(check.at("/output/annotations_count").asInt());
            assertThat(annotations.isEmpty()).isEqualTo(!check.path("conclusion").asText().equals("failure"));
            annotations.forEach(annotation -> {
                assertThat(annotation.path("annotation_level").asText()).isIn("notice", "warning", "failure");
                assertThat(annotation.path("end_line").asInt())
                        .isGreaterThanOrEqualTo(annotation.path("start_line").asInt());
            });
        }
    }

    @Test
    void belongToTheCommitThatWasAskedFor() {
        assertThat(server.json(REPO + "/commits/v2.13.4/check-runs").path("check_runs"))
                .noneMatch(check -> check.path("head_sha").equals(server.json(REPO + "/commits/main").path("sha")));
        assertThat(server.get(REPO + "/commits/gone/check-runs").statusCode()).isEqualTo(404);
        assertThat(server.get(REPO + "/check-runs/1/annotations").statusCode()).isEqualTo(404);
    }
}
