package dev.signalbox.practice.gitlab;

import static dev.signalbox.practice.gitlab.GitLabServer.AUTH;
import static dev.signalbox.practice.gitlab.GitLabServer.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectsTest {

    private final GitLabServer server = new GitLabServer();

    @AfterEach
    void close() {
        server.close();
    }

    private List<String> names(String path) {
        return texts(server.json(path), "name");
    }

    @Test
    void aProjectIsFoundByPathInAnyEncodingAndByNumber() {
        JsonNode byPath = server.json(AUTH);
        long id = byPath.path("id").asLong();

        assertThat(server.json("/projects/acme%2fplatform%2fauth")).isEqualTo(byPath);
        assertThat(server.json("/projects/Acme%2FPlatform%2FAuth")).isEqualTo(byPath);
        assertThat(server.json("/projects/" + id)).isEqualTo(byPath);
        assertThat(byPath.path("path_with_namespace").asText()).isEqualTo("acme/platform/auth");
        assertThat(server.json("/projects/" + id + "/pipelines")).isEqualTo(server.json(AUTH + "/pipelines"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/projects/acme/platform/auth", "/projects/acme%252Fplatform%252Fauth", "/projects/auth",
        "/projects/%20", "/projects/0"})
    void aPathThatIsNotEncodedRightFindsNothing(String path) {
        assertThat(server.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aProjectTellsWhatTheReaderMayDo() {
        assertThat(server.json(AUTH).at("/permissions/group_access/access_level").asInt()).isEqualTo(40);
        assertThat(server.read(server.send(server.as(GitLabServer.DEVELOPER, AUTH)))
                .at("/permissions/group_access/access_level").asInt()).isEqualTo(30);
        assertThat(server.json(AUTH).path("default_branch").asText()).isEqualTo("main");
        assertThat(server.json(AUTH).path("archived").asBoolean()).isFalse();
        assertThat(server.json(AUTH).at("/namespace/full_path").asText()).isEqualTo("acme/platform");
    }

    @Test
    void aSimpleAnswerIsShorter() {
        JsonNode simple = server.json("/projects?simple=true").path(0);

        assertThat(simple.has("permissions")).isFalse();
        assertThat(simple.has("path_with_namespace")).isTrue();
        assertThat(server.json("/projects").path(0).has("permissions")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            order_by=name&sort=asc               | auth, image-resizer
            order_by=name                        | image-resizer, auth
            order_by=id&sort=asc                 | auth, image-resizer
            order_by=id                          | image-resizer, auth
            membership=true&search=resizer       | image-resizer
            search=nothing                       | ''
            min_access_level=40&sort=asc&order_by=id | auth, image-resizer
            min_access_level=50                  | ''
            archived=true                        | ''
            """)
    void projectsAreSortedAndFiltered(String query, String expected) {
        assertThat(String.join(", ", names("/projects?" + query))).isEqualTo(expected);
    }

    @Test
    void theLastActivityTellsWhereSomethingHappened() {
        server.sample().jump(Duration.ofSeconds(5));
        server.sample().merge("image-resizer", null);
        assertThat(names("/projects?order_by=last_activity_at&sort=desc").getFirst()).isEqualTo("image-resizer");
        server.sample().jump(Duration.ofSeconds(5));
        server.sample().merge("auth", null);

        assertThat(names("/projects?order_by=last_activity_at&sort=desc").getFirst()).isEqualTo("auth");
        assertThat(names("/projects?last_activity_after=2026-11-20T12:00:07Z")).containsExactly("auth");
        assertThat(names("/projects?last_activity_before=2026-11-20T12:00:07Z")).containsExactly("image-resizer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/groups/acme%2Fplatform", "/groups/7100"})
    void theGroupIsFoundByPathAndByNumber(String group) {
        assertThat(server.json(group).path("full_path").asText()).isEqualTo("acme/platform");
        assertThat(names(group + "/projects")).containsExactlyInAnyOrder("auth", "image-resizer");
    }

    @Test
    void theGroupAboveHasProjectsOnlyWithItsSubgroups() {
        assertThat(names("/groups/acme/projects?include_subgroups=true"))
                .containsExactlyInAnyOrder("auth", "image-resizer");
        assertThat(server.get("/groups/acme/projects").statusCode()).isEqualTo(404);
        assertThat(texts(server.json("/groups"), "full_path")).containsExactly("acme/platform");
    }

    @Test
    void addressesLeadBackToTheServerAsTheCallerWroteIt() {
        String other = server.base().toString().replace("127.0.0.1", "localhost");
        JsonNode project = server.json(other + "/api/v4" + AUTH);

        assertThat(project.path("web_url").asText()).isEqualTo(other + "/acme/platform/auth");
        assertThat(server.json(AUTH).path("web_url").asText()).isEqualTo(server.base() + "/acme/platform/auth");
    }
}
