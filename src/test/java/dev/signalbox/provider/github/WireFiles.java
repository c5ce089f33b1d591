package dev.signalbox.provider.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Recorded traffic and the published schema, as they lie among the test resources.
final class WireFiles {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private WireFiles() {}

    /// One recorded exchange.
    ///
    /// @param url with its query
    record Recorded(String method, String url, int status, JsonNode body, Path file) {}

    /// Every recorded exchange whose answer was JSON.
    static List<Recorded> recorded() {
        try (Stream<Path> files = Files.walk(root().resolve("hub4j"))) {
            return files.filter(file -> file.toString().contains("/mappings/"))
                    .sorted()
                    .map(WireFiles::recorded)
                    .filter(recorded -> !recorded.body().isMissingNode())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How the exchanges of these recordings were answered, as they were written down.
    static List<Path> mappings(String recordings) {
        try (Stream<Path> files = Files.walk(root().resolve("hub4j").resolve(recordings))) {
            return files.filter(file -> file.toString().contains("/mappings/")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every webhook payload.
    static List<Path> webhooks() {
        try (Stream<Path> files = Files.list(root().resolve("github-webhooks"))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode schema() {
        return json(root().resolve("github-openapi-subset.json"));
    }

    static JsonNode json(Path file) {
        try {
            return MAPPER.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Recorded recorded(Path mapping) {
        JsonNode exchange = json(mapping);
        JsonNode request = exchange.path("request");
        JsonNode response = exchange.path("response");
        String name = response.path("bodyFileName").asText();
        JsonNode body = name.endsWith(".json")
                ? json(mapping.resolve("../../__files").resolve(name).normalize())
                : MAPPER.missingNode();
        String url = request.path("url").asText(request.path("urlPath").asText());
        return new Recorded(request.path("method").asText(), url, response.path("status").asInt(), body, mapping);
    }

    private static Path root() {
        try {
            return Path.of(Objects.requireNonNull(WireFiles.class.getResource("/wire"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
