package dev.signalbox.practice.gitlab;

import static dev.signalbox.practice.gitlab.GitLabServer.RESIZER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How long a pipeline took, as GitLab counts it.
class PipelineDurationTest {

    private final GitLabServer server = new GitLabServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aPipelineThatWaitedForSomebodyTookOnlyWhatItsJobsRan() {
        long id = server.createIn(RESIZER, "v0.9.9", "production").path("id").asLong();
        server.sample().pass(Duration.ofSeconds(30));
        server.sample().pass(Duration.ofSeconds(3_000));
        long manual = server.job(RESIZER, id, "deploy-production").path("id").asLong();
        assertThat(server.post(RESIZER + "/jobs/" + manual + "/play", "{}").statusCode()).isEqualTo(200);
        server.sample().pass(Duration.ofSeconds(60));
        JsonNode done = server.json(RESIZER + "/pipelines/" + id);

        assertThat(done.path("status").asText()).isEqualTo("success");
        Instant started = Instant.parse(done.path("started_at").asText());
        assertThat(Duration.between(started, Instant.parse(done.path("finished_at").asText())))
                .isGreaterThan(Duration.ofSeconds(3_000));
        assertThat(done.path("duration").asInt()).isBetween(1, 90);
    }
}
