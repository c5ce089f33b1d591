package dev.signalbox.provider.gitlab;

import static dev.signalbox.provider.gitlab.GitLabWire.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Commit;
import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.provider.json.JsonFields;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitLabDeploymentMappingTest {

    @Test
    void aDeploymentTellsItsJobAndItsPipeline() {
        Deployment deployment = deployment(
                """
                        {"id":41,"iid":1,"ref":"main","sha":"99d03678","status":"success","created_at":"2016-08-11T11:32:35.444Z",
                         "user":{"username":"ada"},"environment":{"id":9,"name":"production"},
                         "deployable":{"id":664,"web_url":"https://gitlab.com/a/b/-/jobs/664","pipeline":{"id":37}}}""");
        assertThat(deployment).isEqualTo(new Deployment(
                REPOSITORY,
                41,
                "production",
                "99d03678",
                "main",
                "ada",
                Deployment.State.SUCCESS,
                Instant.parse("2016-08-11T11:32:35.444Z"),
                37L,
                GitLabWords.page("https://gitlab.com/a/b/-/jobs/664"),
                664L));
    }

    @Test
    void oneThatAnotherSystemReportedHasNoJob() {
        Deployment deployment = deployment(
                "{\"id\":41,\"environment\":{\"name\":\"p\"},\"deployable\":null,\"status\":\"success\"}");
        assertThat(deployment.job()).isNull();
        assertThat(deployment.run()).isNull();
        assertThat(deployment.page()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "created,QUEUED", "running,IN_PROGRESS", "success,SUCCESS", "failed,FAILURE", "canceled,CANCELLED",
        "skipped,CANCELLED", "blocked,WAITING", "odd,UNKNOWN", "'',UNKNOWN"
    })
    void knowsEveryState(String word, Deployment.State state) {
        assertThat(deployment("{\"id\":41,\"environment\":{\"name\":\"p\"},\"status\":\"" + word + "\"}").state())
                .isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"environment\":{\"name\":\"p\"}}", "{\"id\":41}",
        "{\"id\":\"41\",\"environment\":{\"name\":\"p\"}}"})
    void dropsWhatHasNoIdentity(String text) {
        assertThat(GitLabDeploymentMapping.deployment(DeploymentJson.of(json(text)), REPOSITORY)).isNull();
    }

    @Test
    void aFreezeTouchesEveryEnvironment() {
        assertThat(GitLabDeploymentMapping.freeze(FreezeJson.of(json(
                "{\"id\":1,\"freeze_start\":\"0 23 * * 5\",\"freeze_end\":\"0 8 * * 1\",\"cron_timezone\":\"Berlin\"}"))))
                .isEqualTo(new Freeze(1, "0 23 * * 5", "0 8 * * 1", "Berlin", List.of()));
    }

    @Test
    void aFreezeWithoutAZoneIsInUtc() {
        assertThat(GitLabDeploymentMapping.freeze(FreezeJson.of(json(
                "{\"id\":1,\"freeze_start\":\"a\",\"freeze_end\":\"b\",\"cron_timezone\":\"\"}"))))
                .extracting(Freeze::zone).isEqualTo("UTC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":1,\"freeze_start\":\"a\"}", "{\"id\":1,\"freeze_end\":\"a\"}",
        "{\"freeze_start\":\"a\",\"freeze_end\":\"b\"}"})
    void halfAFreezeIsNone(String text) {
        assertThat(GitLabDeploymentMapping.freeze(FreezeJson.of(json(text)))).isNull();
    }

    @Test
    void listsCommitsNewestFirst() {
        ComparisonKey key = new ComparisonKey(REPOSITORY, "v1", "v2");
        Comparison comparison = GitLabDeploymentMapping.comparison(
                ComparisonJson.of(
                        json("""
                                {"commits":[
                                   {"id":"aaaa","title":"Older\\u202e","author_name":"Ada","committed_date":"2026-11-20T10:00:00Z"},
                                   {"title":"no id"},
                                   {"id":"bbbb","title":"Newer","web_url":"javascript:x"}],
                                 "diffs":[{"new_path":"src/A.java"},{"old_path":"gone"},7]}""")),
                3,
                key);
        assertThat(comparison.commits()).containsExactly(
                new Commit("bbbb", "Newer", "", null, null),
                new Commit("aaaa", "Older‹U+202E›", "Ada", Instant.parse("2026-11-20T10:00:00Z"), null));
        assertThat(comparison.total()).isEqualTo(3);
        assertThat(comparison.behind()).isEqualTo(3);
        assertThat(comparison.files()).containsExactly("src/A.java");
    }

    private static Deployment deployment(String text) {
        return Objects.requireNonNull(GitLabDeploymentMapping.deployment(DeploymentJson.of(json(text)), REPOSITORY));
    }

    private static JsonFields json(String text) {
        return new JsonFields(GitLabSchema.json(text));
    }
}
