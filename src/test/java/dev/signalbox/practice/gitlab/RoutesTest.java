package dev.signalbox.practice.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private final Routes routes = new Routes();

    private static Routes.Endpoint saying(String text) {
        return call -> Answer.text(text);
    }

    private Optional<Map<String, String>> path(String method, String... segments) {
        return routes.find(method, List.of(segments)).map(Routes.Match::path);
    }

    @Test
    void aWaveStandsForAProject() {
        routes.get("~/jobs/{job}", saying("job"));

        assertThat(path("GET", "projects", "acme/platform/auth", "jobs", "7"))
                .contains(Map.of("id", "acme/platform/auth", "job", "7"));
        assertThat(path("GET", "projects", "acme", "platform", "auth", "jobs", "7")).isEmpty();
    }

    @Test
    void theLastPlaceholderMayTakeTheRest() {
        routes.get("~/jobs/{job}/artifacts/{path...}", saying("file"));

        assertThat(path("GET", "projects", "1", "jobs", "7", "artifacts", "reports", "a.xml"))
                .contains(Map.of("id", "1", "job", "7", "path", "reports/a.xml"));
        assertThat(path("GET", "projects", "1", "jobs", "7", "artifacts")).isEmpty();
    }

    @Test
    void theFirstRouteThatFitsAnswers() {
        Routes.Endpoint latest = saying("latest");
        routes.get("~/pipelines/latest", latest);
        routes.get("~/pipelines/{pipeline}", saying("one"));

        assertThat(routes.find("GET", List.of("projects", "1", "pipelines", "latest")).orElseThrow().endpoint())
                .isSameAs(latest);
        assertThat(path("GET", "projects", "1", "pipelines", "9")).contains(Map.of("id", "1", "pipeline", "9"));
    }

    @Test
    void aPathMayBeKnownUnderAnotherMethod() {
        routes.post("~/pipeline", saying("new"));
        List<String> segments = List.of("projects", "1", "pipeline");

        assertThat(routes.find("GET", segments)).isEmpty();
        assertThat(routes.find("POST", segments)).isPresent();
        assertThat(routes.knows(segments)).isTrue();
        assertThat(routes.knows(List.of("projects", "1"))).isFalse();
    }

    @Test
    void longerAndShorterPathsAreOthers() {
        routes.get("/user", saying("user"));

        assertThat(path("GET", "user")).contains(Map.of());
        assertThat(path("GET", "user", "x")).isEmpty();
        assertThat(path("GET")).isEmpty();
        assertThat(path("GET", "User")).isEmpty();
    }
}
