package dev.signalbox.practice.gitlab;

import static dev.signalbox.practice.gitlab.GitLabServer.AUTH;
import static dev.signalbox.practice.gitlab.GitLabServer.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.practice.gitlab.world.Commit;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeTest {

    private final GitLabServer server = new GitLabServer();

    @AfterEach
    void close() {
        server.close();
    }

    private List<Commit> line() {
        return server.sample().project("auth").commits();
    }

    @Test
    void theFileIsToldRawAndEncoded() {
        String raw = server.get(AUTH + "/repository/files/.gitlab-ci.yml/raw?ref=main").body();
        JsonNode told = server.json(AUTH + "/repository/files/.gitlab-ci.yml?ref=main");
        String decoded =
                new String(Base64.getDecoder().decode(told.path("content").asText()), StandardCharsets.UTF_8);

        assertThat(raw).startsWith("spec:\n  inputs:\n").contains("\n---\n", "stages: [test, build,");
        assertThat(decoded).isEqualTo(raw);
        assertThat(told.path("encoding").asText()).isEqualTo("base64");
        assertThat(told.path("size").asInt()).isEqualTo(raw.length());
        assertThat(server.get(AUTH + "/repository/files/ci%2Fquality.yml/raw").body()).contains("scan-secrets");
    }

    @Test
    void aFileThatIsNotThereIsNamedAsSuch() {
        assertThat(server.read(server.get(AUTH + "/repository/files/Jenkinsfile?ref=main")).path("message").asText())
                .isEqualTo("404 File Not Found");
        assertThat(server.read(server.get(AUTH + "/repository/files/.gitlab-ci.yml?ref=gone")).path("message").asText())
                .isEqualTo("404 Commit Not Found");
    }

    @Test
    void commitsAreListedNewestFirst() {
        JsonNode commits = server.json(AUTH + "/repository/commits?per_page=100");

        assertThat(texts(commits, "id")).isEqualTo(line().reversed().stream().map(Commit::sha).toList());
        assertThat(commits.path(0).at("/parent_ids/0")).isEqualTo(commits.path(1).path("id"));
        assertThat(commits.path(0).path("short_id").asText()).hasSize(8);
        assertThat(commits.valueStream().toList().getLast().path("parent_ids")).isEmpty();
        assertThat(texts(server.json(AUTH + "/repository/commits?ref_name=v3.4.0&per_page=1"), "title"))
                .containsExactly("Sign with the key of the day");
    }

    @ParameterizedTest
    @CsvSource({"main", "v3.4.1", "HEAD"})
    void oneCommitIsFoundByWhateverNamesIt(String ref) {
        assertThat(server.json(AUTH + "/repository/commits/" + ref).path("id").asText())
                .isEqualTo(line().getLast().sha());
    }

    @Test
    void oneCommitIsFoundByItsShortName() {
        String sha = line().get(3).sha();

        assertThat(server.json(AUTH + "/repository/commits/" + sha.substring(0, 8)).path("id").asText()).isEqualTo(sha);
        assertThat(server.get(AUTH + "/repository/commits/" + sha.substring(0, 4)).statusCode()).isEqualTo(404);
    }

    @Test
    void aComparisonHasWhatWasAddedOldestFirst() {
        JsonNode comparison = server.json(AUTH + "/repository/compare?from=v3.3.9&to=v3.4.1");

        assertThat(comparison.path("commits")).hasSize(4);
        assertThat(comparison.at("/commits/0/title").asText()).isEqualTo("Sign with the key of the day");
        assertThat(comparison.path("commit")).isEqualTo(comparison.at("/commits/3"));
        assertThat(comparison.path("compare_same_ref").asBoolean()).isFalse();
        assertThat(comparison.path("compare_timeout").asBoolean()).isFalse();
        assertThat(comparison.path("diffs")).isNotEmpty();
    }

    @Test
    void aComparisonBackwardsOrWithItselfIsEmpty() {
        JsonNode back = server.json(AUTH + "/repository/compare?from=v3.4.1&to=v3.3.9");
        JsonNode same = server.json(AUTH + "/repository/compare?from=main&to=v3.4.1");

        assertThat(back.path("commits")).isEmpty();
        assertThat(back.path("commit").isNull()).isTrue();
        assertThat(same.path("compare_same_ref").asBoolean()).isTrue();
        assertThat(server.get(AUTH + "/repository/compare?from=gone&to=main").statusCode()).isEqualTo(404);
        assertThat(server.get(AUTH + "/repository/compare").statusCode()).isEqualTo(404);
    }

    @Test
    void everyCommitCameByAMergeRequest() {
        String sha = line().getLast().sha();
        JsonNode requests = server.json(AUTH + "/repository/commits/" + sha + "/merge_requests");

        assertThat(requests).hasSize(1);
        assertThat(requests.at("/0/title").asText()).isEqualTo(line().getLast().title());
        assertThat(requests.at("/0/merge_commit_sha").asText()).isEqualTo(sha);
        assertThat(requests.at("/0/web_url").asText()).endsWith("/-/merge_requests/" + requests.at("/0/iid").asInt());
    }

    @Test
    void mergeRequestsAreFilteredByState() {
        JsonNode open = server.json(AUTH + "/merge_requests?state=opened");

        assertThat(texts(open, "title")).containsExactly("Try the new scheduler");
        assertThat(open.at("/0/merged_at").isNull()).isTrue();
        assertThat(open.at("/0/merge_commit_sha").isNull()).isTrue();
        assertThat(texts(server.json(AUTH + "/merge_requests?state=merged&per_page=100"), "state"))
                .containsOnly("merged").hasSize(line().size());
        assertThat(server.get(AUTH + "/merge_requests?per_page=1").headers().firstValue("X-Total"))
                .contains(Integer.toString(line().size() + 1));
    }

    @Test
    void aMergeRequestIsFoundByItsNumberInTheProject() {
        assertThat(server.json(AUTH + "/merge_requests/1").path("title").asText()).isEqualTo(line().getFirst().title());
        assertThat(server.get(AUTH + "/merge_requests/0").statusCode()).isEqualTo(404);
        assertThat(server.get(AUTH + "/merge_requests/x").statusCode()).isEqualTo(404);
    }

    @Test
    void releasesAreNewestFirstAndFoundByTag() {
        JsonNode releases = server.json(AUTH + "/releases");

        assertThat(texts(releases, "tag_name")).containsExactly("v3.4.1", "v3.4.0", "v3.3.9");
        assertThat(server.json(AUTH + "/releases/v3.4.0")).isEqualTo(releases.path(1));
        assertThat(releases.at("/0/commit/id").asText()).isEqualTo(line().getLast().sha());
        assertThat(server.get(AUTH + "/releases/v9").statusCode()).isEqualTo(404);
        assertThat(server.get(AUTH + "/releases/main").statusCode()).isEqualTo(404);
    }

    @Test
    void branchesAndTagsNameTheirCommit() {
        assertThat(texts(server.json(AUTH + "/repository/branches"), "name")).containsExactly("main");
        assertThat(server.json(AUTH + "/repository/branches").at("/0/commit/id").asText())
                .isEqualTo(line().getLast().sha());
        assertThat(texts(server.json(AUTH + "/repository/tags"), "name")).containsExactly("v3.4.1", "v3.4.0", "v3.3.9");
    }

    @Test
    void aNewMergeMovesTheBranch() {
        server.sample().merge("auth", null);

        assertThat(server.json(AUTH + "/repository/commits/main").path("title").asText()).isEqualTo("Try something");
        assertThat(server.json(AUTH + "/merge_requests").at("/0/title").asText()).isEqualTo("Try something");
        assertThat(texts(server.json(AUTH + "/repository/compare?from=v3.4.1&to=main").path("commits"), "title"))
                .containsExactly("Try something");
    }
}
