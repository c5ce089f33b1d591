package dev.signalbox.practice.gitlab;

import static dev.signalbox.practice.gitlab.GitLabServer.AUTH;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.practice.gitlab.world.Pipeline;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Jobs that somebody may start, and for which their pipeline does not wait.
class OfferedJobsTest {

    private final GitLabServer server = new GitLabServer();

    @AfterEach
    void close() {
        server.close();
    }

    private void pass(int seconds) {
        server.sample().pass(Duration.ofSeconds(seconds));
    }

    @Test
    void anOfferedJobIsPlayableWhileItsPipelineIsGreen() {
        Pipeline pipeline = server.sample().merge("auth", null);
        pass(60);
        JsonNode offered = server.job(AUTH, pipeline.id(), "publish-docs");
        assertThat(offered.path("status").asText()).isEqualTo("manual");
        assertThat(offered.path("allow_failure").asBoolean()).isTrue();
        assertThat(offered.path("started_at").isNull()).isTrue();
        String path = AUTH + "/pipelines/" + pipeline.id();
        assertThat(server.json(path).path("status").asText()).isEqualTo("success");
        assertThat(server.post(AUTH + "/jobs/" + offered.path("id").asLong() + "/play", "").statusCode())
                .isEqualTo(200);
        assertThat(server.json(path).path("status").asText()).isEqualTo("running");
        pass(15);
        assertThat(server.json(path).path("status").asText()).isEqualTo("success");
    }
}
