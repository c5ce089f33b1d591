package dev.signalbox.provider.github;

import static dev.signalbox.provider.github.WireReading.CONNECTION;
import static dev.signalbox.provider.github.WireReading.REPOSITORY;
import static dev.signalbox.provider.github.WireReading.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.provider.json.JsonFields;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubMappingTest {

    @Test
    void makesARunOfItsNumberAlone() {
        Run run = run("{\"id\":7}");
        assertThat(run.id().number()).isEqualTo(7);
        assertThat(run.attempt()).isEqualTo(1);
        assertThat(run.status()).isEqualTo(RunStatus.UNKNOWN);
        assertThat(run.conclusion()).isEqualTo(Conclusion.NONE);
        assertThat(run.title()).isEmpty();
        assertThat(run.page()).isNull();
    }

    @Test
    void dropsWhatHasNoIdentity() {
        assertThat(GitHubMapping.run(RunJson.of(json("{\"name\":\"CI\"}")), REPOSITORY)).isNull();
        assertThat(GitHubMapping.job(JobJson.of(json("{\"id\":\"7\"}")), RUN, 1)).isNull();
        assertThat(GitHubMapping.workflow(WorkflowJson.of(json("{\"id\":7}")), REPOSITORY)).isNull();
        assertThat(GitHubMapping.account(new AccountJson(" ", null, null))).isNull();
    }

    @Test
    void keepsTheAttemptAndWhoCausedIt() {
        Run run = run("""
                {"id":7,"run_attempt":3,"actor":{"login":"ada"},"triggering_actor":{"login":"grace"},
                 "path":".github/workflows/ci.yml@refs/heads/main","event":"push"}""");
        assertThat(run.attempt()).isEqualTo(3);
        assertThat(run.actor()).isEqualTo("ada");
        assertThat(run.triggeredBy()).isEqualTo("grace");
        assertThat(run.workflowPath()).isEqualTo(".github/workflows/ci.yml");
        assertThat(run.workflowName()).isEqualTo("ci.yml");
    }

    @Test
    void titlesARunByItsOwnNameThenItsCommit() {
        assertThat(run("{\"id\":7,\"display_title\":\"Fix\",\"head_commit\":{\"message\":\"m\"}}").title())
                .isEqualTo("Fix");
        assertThat(run("{\"id\":7,\"head_commit\":{\"message\":\"Subject\\n\\nBody\"},\"name\":\"CI\"}").title())
                .isEqualTo("Subject");
        assertThat(run("{\"id\":7,\"name\":\"CI\"}").title()).isEqualTo("CI");
    }

    @ParameterizedTest
    @CsvSource({
        "queued,QUEUED", "in_progress,IN_PROGRESS", "completed,COMPLETED", "waiting,WAITING", "requested,REQUESTED",
        "pending,PENDING", "COMPLETED,COMPLETED", "paused_by_moonlight,UNKNOWN"
    })
    void knowsEveryStatusAndAdmitsTheOthers(String word, RunStatus status) {
        assertThat(run("{\"id\":7,\"status\":\"" + word + "\"}").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "success,SUCCESS", "failure,FAILURE", "neutral,NEUTRAL", "cancelled,CANCELLED", "skipped,SKIPPED",
        "timed_out,TIMED_OUT", "action_required,ACTION_REQUIRED", "stale,STALE", "startup_failure,STARTUP_FAILURE",
        "great_success,UNKNOWN"
    })
    void neverTakesAnUnknownConclusionForASuccess(String word, Conclusion conclusion) {
        assertThat(run("{\"id\":7,\"conclusion\":\"" + word + "\"}").conclusion()).isEqualTo(conclusion);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://github.com/x", "javascript:alert(1)", "file:///etc/passwd", "https://user:pw@github.com/x",
        "github.com",
        "https:///x", "data:text/html,x", "https://github.com/\\u202e", "//github.com/x", ""
    })
    void offersNoPageThatABrowserShouldNotOpen(String address) {
        assertThat(run("{\"id\":7,\"html_url\":\"" + address + "\"}").page()).satisfiesAnyOf(
                page -> assertThat(page).isNull(),
                page -> assertThat(page.toASCIIString()).isEqualTo("https://github.com/%E2%80%AE"));
    }

    @Test
    void offersPagesAtHttpsAndOnThisMachine() {
        assertThat(run("{\"id\":7,\"html_url\":\"https://github.com/o/r\"}").page()).hasHost("github.com");
        assertThat(run("{\"id\":7,\"html_url\":\"http://127.0.0.1:8080/o/r\"}").page()).hasPort(8080);
    }

    @Test
    void writesOutWhatWouldDeceiveButKeepsNamesExact() {
        Run run = run("{\"id\":7,\"display_title\":\"deploy \\u202egnigats\",\"head_branch\":\"x\\u202ey\"}");
        assertThat(run.title()).doesNotContain("\u202e").contains("U+202E");
        assertThat(run.branch()).isEqualTo("x\u202ey");
    }

    @Test
    void boundsTheLengthOfShownText() {
        assertThat(run("{\"id\":7,\"display_title\":\"" + "x".repeat(100_000) + "\"}").title())
                .hasSizeLessThan(400);
    }

    @Test
    void readsAJobWithItsSteps() {
        Job job = Objects.requireNonNull(GitHubMapping.job(JobJson.of(json("""
                {"id":9,"name":"build","status":"in_progress","labels":["linux",7,"x64"],"runner_name":"r-1",
                 "steps":[{"number":1,"name":"checkout","status":"completed","conclusion":"success",
                           "started_at":"2026-01-01T10:00:00Z","completed_at":"2026-01-01T10:00:09Z"},
                          {"name":"no number"},{"number":-1},{"number":2,"status":"queued"},"x"]}""")), RUN, 4));
        assertThat(job.attempt()).isEqualTo(4);
        assertThat(job.labels()).containsExactly("linux", "x64");
        assertThat(job.runner()).isEqualTo("r-1");
        assertThat(job.steps()).extracting(Job.Step::number).containsExactly(1, 2);
        assertThat(job.steps().getFirst().completedAt()).isEqualTo(Instant.parse("2026-01-01T10:00:09Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"octo", "octo/", "/x", "a/b/c", "../x", "x/..", "./x", "o/r?x", "o/r#x", "o/r%2e", "o/r x",
        "o/\\u202er"})
    void knowsNoRepositoryByAnImpossibleName(String name) {
        assertThat(GitHubMapping.repository(
                RepositoryJson.of(json("{\"id\":1,\"full_name\":\"" + name + "\"}")), CONNECTION))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"admin\":true,\"push\":true,\"pull\":true}',ADMIN", "'{\"push\":true,\"pull\":true}',WRITE",
        "'{\"maintain\":true}',WRITE", "'{\"triage\":true}',READ", "'{\"pull\":true}',READ", "'{}',UNKNOWN",
        "null,UNKNOWN"
    })
    void tellsWhatTheAccountMayDo(String permissions, Repository.Access access) {
        Repository repository = Objects.requireNonNull(GitHubMapping.repository(
                RepositoryJson.of(json("{\"id\":1,\"full_name\":\"o/r\",\"permissions\":" + permissions + "}")),
                CONNECTION));
        assertThat(repository.access()).isEqualTo(access);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31 10:00:00 UTC,2026-01-31T10:00:00Z", "2026-01-31 10:00:00 +0100,2026-01-31T09:00:00Z", "soon,", ","
    })
    void readsWhenTheCredentialEnds(String header, Instant end) {
        assertThat(Objects.requireNonNull(GitHubMapping.account(new AccountJson("ada", "repo, workflow,", header))))
                .satisfies(account -> assertThat(account.scopes()).containsExactlyInAnyOrder("repo", "workflow"))
                .satisfies(account -> assertThat(account.expiresAt()).isEqualTo(end));
    }

    private static Run run(String text) {
        return Objects.requireNonNull(GitHubMapping.run(RunJson.of(json(text)), REPOSITORY));
    }

    private static JsonFields json(String text) {
        return new JsonFields(WireFiles.json(text));
    }
}
