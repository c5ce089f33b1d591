package dev.signalbox.practice.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private final Routes routes = new Routes();

    @BeforeEach
    void add() {
        routes.get("/user", "", call -> Answer.empty(200));
        routes.get("~", "metadata=read", call -> Answer.empty(200));
        routes.get("~/actions/runs/{run}", "actions=read", call -> Answer.empty(200));
        routes.post("~/actions/runs/{run}/cancel", "actions=write", call -> Answer.empty(202));
        routes.get("~/contents/{path...}", "contents=read", call -> Answer.empty(200));
    }

    private Optional<Map<String, String>> find(String method, String... segments) {
        return routes.find(method, List.of(segments)).map(Routes.Match::path);
    }

    @Test
    void takesPlaceholdersOutOfThePath() {
        assertThat(find("GET", "repos", "acme", "checkout", "actions", "runs", "7"))
                .hasValue(Map.of("owner", "acme", "repo", "checkout", "run", "7"));
    }

    @Test
    void theTildeIsARepository() {
        assertThat(find("GET", "repos", "acme", "checkout")).hasValue(Map.of("owner", "acme", "repo", "checkout"));
    }

    @Test
    void aPathMustFitFromEndToEnd() {
        assertThat(find("GET", "repos", "acme")).isEmpty();
        assertThat(find("GET", "user", "more")).isEmpty();
        assertThat(find("GET")).isEmpty();
        assertThat(find("GET", "")).isEmpty();
    }

    @Test
    void theMethodCounts() {
        assertThat(find("GET", "repos", "acme", "checkout", "actions", "runs", "7", "cancel")).isEmpty();
        assertThat(find("POST", "repos", "acme", "checkout", "actions", "runs", "7", "cancel")).isPresent();
        assertThat(find("DELETE", "repos", "acme", "checkout")).isEmpty();
    }

    @Test
    void aTailTakesAllThatFollows() {
        assertThat(find("GET", "repos", "acme", "checkout", "contents", ".github", "workflows", "ci.yml").orElseThrow())
                .containsEntry("path", ".github/workflows/ci.yml");
        assertThat(find("GET", "repos", "acme", "checkout", "contents")).isEmpty();
    }

    @Test
    void tellsWhatATokenNeeds() {
        assertThat(routes.find("GET", List.of("repos", "a", "b")).orElseThrow().route().permission())
                .isEqualTo("metadata=read");
    }
}
