package dev.signalbox.practice.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReleasesTest {

    private static final String REPO = "/repos/acme/checkout";

    private final PracticeServer server = new PracticeServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void everyTagIsAReleaseNewestFirst() {
        JsonNode releases = server.json(REPO + "/releases");
        List<String> tags = server.json(REPO + "/tags").valueStream()
                .map(tag -> tag.path("name").asText())
                .toList();

        assertThat(releases.valueStream().map(one -> one.path("tag_name").asText()))
                .containsExactlyElementsOf(tags);
        assertThat(releases.valueStream().map(one -> one.path("id").asLong()).distinct()).hasSize(tags.size());
        assertThat(server.json(REPO + "/releases/latest")).isEqualTo(releases.path(0));
    }

    @Test
    void oneIsFoundByItsTagAndHasNoFiles() {
        JsonNode second = server.json(REPO + "/releases?per_page=1&page=2").path(0);
        String tag = second.path("tag_name").asText();

        assertThat(server.json(REPO + "/releases/tags/" + tag)).isEqualTo(second);
        assertThat(server.json(second.path("assets_url").asText())).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (String path : List.of("/releases/tags/main", "/releases/7", "/releases/x", "/releases/7/assets")) {
            assertThat(server.get(REPO + path).statusCode()).as(path).isEqualTo(404);
        }
    }
}
