package dev.signalbox.provider.gitlab;

import static dev.signalbox.provider.gitlab.GitLabWire.CONNECTION;
import static dev.signalbox.provider.gitlab.GitLabWire.REPOSITORY;
import static dev.signalbox.provider.gitlab.GitLabWire.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.provider.json.JsonFields;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitLabMappingTest {

    private static final String WHOLE = """
            {"id":61,"iid":12,"project_id":3,"sha":"0ec9e58f","ref":"release/1.x","status":"success","source":"push",
             "created_at":"2015-12-24T15:51:21.880Z","started_at":"2015-12-24T15:51:30Z",
             "updated_at":"2015-12-24T17:54:31.198Z","finished_at":"2015-12-24T17:54:31.198Z",
             "user":{"id":1,"username":"ada"},"coverage":"98.29","name":null,
             "web_url":"https://gitlab.example.com/g/p/-/pipelines/61"}""";

    @Test
    void makesARunOfAPipeline() {
        Run run = run(WHOLE, "Fix the checkout", null);
        assertThat(run.id().number()).isEqualTo(61);
        assertThat(run.number()).as("what people quote").isEqualTo(12);
        assertThat(run.attempt()).isEqualTo(1);
        assertThat(run.workflow()).isZero();
        assertThat(run.workflowName()).isEqualTo("Pipeline");
        assertThat(run.workflowPath()).isEqualTo(".gitlab-ci.yml");
        assertThat(run.title()).isEqualTo("Fix the checkout");
        assertThat(run.event()).isEqualTo("push");
        assertThat(run.branch()).isEqualTo("release/1.x");
        assertThat(run.headSha()).isEqualTo("0ec9e58f");
        assertThat(run.actor()).isEqualTo("ada");
        assertThat(run.coverage()).isEqualTo("98.29");
        assertThat(run.updatedAt()).as("unrounded").isEqualTo(Instant.parse("2015-12-24T17:54:31.198Z"));
    }

    @Test
    void makesARunOfANumberAlone() {
        Run run = run("{\"id\":7}", null, null);
        assertThat(run.number()).isEqualTo(7);
        assertThat(run.status()).isEqualTo(RunStatus.UNKNOWN);
        assertThat(run.conclusion()).isEqualTo(Conclusion.UNKNOWN);
        assertThat(run.title()).isEmpty();
        assertThat(run.actor()).isEmpty();
        assertThat(run.page()).isNull();
        assertThat(run.coverage()).isNull();
    }

    @Test
    void aPipelinesOwnNameGoesBeforeItsCommits() {
        assertThat(run("{\"id\":7,\"name\":\"Release 1.2\"}", "Fix", null).title()).isEqualTo("Release 1.2");
        assertThat(run("{\"id\":7,\"name\":\"\"}", "Fix\n\nBody", null).title()).isEqualTo("Fix");
    }

    @Test
    void aListedPipelineIsDressedWithWhatIsKnownOfIt() {
        PipelineJson known = PipelineJson.of(json(WHOLE));
        Run listed = run("{\"id\":61,\"status\":\"success\",\"updated_at\":\"2016-01-01T00:00:00Z\"}", null, known);
        assertThat(listed.actor()).isEqualTo("ada");
        assertThat(listed.startedAt()).isEqualTo(Instant.parse("2015-12-24T15:51:30Z"));
        assertThat(listed.coverage()).isEqualTo("98.29");
        assertThat(listed.updatedAt()).as("what changes is never kept")
                .isEqualTo(Instant.parse("2016-01-01T00:00:00Z"));
        assertThat(listed.headSha()).isEmpty();
    }

    @Test
    void coverageOfAPipelineThatRunsAgainIsNotTheOldOne() {
        PipelineJson known = PipelineJson.of(json(WHOLE));
        assertThat(run("{\"id\":61,\"status\":\"running\"}", null, known).coverage()).isNull();
    }

    @Test
    void dropsWhatHasNoIdentity() {
        assertThat(GitLabMapping.run(PipelineJson.of(json("{\"iid\":7}")), null, null, REPOSITORY)).isNull();
        assertThat(GitLabMapping.job(new GitLabJobs.Found(JobJson.of(json("{\"id\":\"7\"}")), "", false), RUN))
                .isNull();
        assertThat(GitLabMapping.account(UserJson.of(json("{\"username\":\" \"}")), null)).isNull();
        assertThat(repository("{\"path_with_namespace\":\"a/b\"}")).isNull();
    }

    @Test
    void makesARepositoryOfAProjectBelowGroups() {
        Repository repository = Objects.requireNonNull(repository("""
                {"id":3,"path_with_namespace":"acme/shop/backend/cart","default_branch":"main","archived":true,
                 "last_activity_at":"2026-11-20T10:00:00Z","web_url":"https://gitlab.com/acme/shop/backend/cart",
                 "permissions":{"project_access":{"access_level":30},"group_access":{"access_level":40}}}"""));
        assertThat(repository.id()).isEqualTo(new RepositoryId(CONNECTION, "acme/shop/backend", "cart"));
        assertThat(repository.id().fullName()).isEqualTo("acme/shop/backend/cart");
        assertThat(repository.defaultBranch()).isEqualTo("main");
        assertThat(repository.archived()).isTrue();
        assertThat(repository.access()).as("the higher level").isEqualTo(Repository.Access.ADMIN);
        assertThat(repository.pushedAt()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"0,UNKNOWN", "5,UNKNOWN", "10,UNKNOWN", "20,READ", "30,WRITE", "40,ADMIN", "50,ADMIN"})
    void knowsWhatALevelMayDo(int level, Repository.Access access) {
        assertThat(repository("{\"id\":3,\"path_with_namespace\":\"a/b\",\"permissions\":"
                + "{\"project_access\":{\"access_level\":" + level + "},\"group_access\":null}}"))
                .extracting(Repository::access).isEqualTo(access);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cart", "/cart", "acme/", "acme//cart", "acme/..", "acme/.", "../cart", "acme/../cart",
        "acme/ca rt", "acme/cart?x", "acme/cart#x", "acme/%2e%2e", "-acme/cart", "acme/\u202ecart", "a\nb/c"})
    void takesNoPathThatIsNone(String path) {
        JsonFields json = json("{\"id\":3}");
        ProjectJson project = ProjectJson.of(json);
        ProjectJson named = new ProjectJson(
                project.id(), path, null, false, 0, null, null, null);
        assertThat(GitLabMapping.repository(named, CONNECTION)).isNull();
    }

    @Test
    void everyProjectHasTheOneWorkflow() {
        Workflow workflow = GitLabMapping.workflow(REPOSITORY, "https://gitlab.com");
        assertThat(workflow.number()).isZero();
        assertThat(workflow.file()).isEqualTo(".gitlab-ci.yml");
        assertThat(workflow.active()).isTrue();
        assertThat(workflow.page()).hasToString("https://gitlab.com/octo-org/platform/octo-repo/-/pipelines");
    }

    @Test
    void tellsWhatTheTokenMayDoAndWhenItEnds() {
        Account account = GitLabMapping.account(
                UserJson.of(json("{\"id\":1,\"username\":\"project_7_bot_x\"}")),
                TokenJson.of(json("{\"scopes\":[\"read_api\",\"api\",7],\"expires_at\":\"2026-12-31\"}")));
        assertThat(account).isEqualTo(new Account(
                "project_7_bot_x", Set.of("read_api", "api"), Instant.parse("2026-12-31T00:00:00Z")));
    }

    @Test
    void makesAJobWithItsStage() {
        Job job = job("""
                {"id":8,"name":"unit tests 1/2","stage":"test","status":"failed","failure_reason":"script_failure",
                 "created_at":"2026-11-20T10:00:00Z","started_at":"2026-11-20T10:00:02Z",
                 "finished_at":"2026-11-20T10:01:00Z","tag_list":["docker","linux"],
                 "runner":{"id":1,"description":"runner-7"},"web_url":"https://gitlab.com/a/b/-/jobs/8"}""", "");
        assertThat(job.name()).isEqualTo("unit tests 1/2");
        assertThat(job.stage()).isEqualTo("test");
        assertThat(job.conclusion()).isEqualTo(Conclusion.FAILURE);
        assertThat(job.labels()).containsExactly("docker", "linux");
        assertThat(job.runner()).isEqualTo("runner-7");
        assertThat(job.attempt()).isEqualTo(1);
        assertThat(job.steps()).isEmpty();
        assertThat(job.page()).hasToString("https://gitlab.com/a/b/-/jobs/8");
    }

    @Test
    void namesJobsOfChildPipelinesByThatChild() {
        Job job = job("{\"id\":8,\"name\":\"lint\",\"stage\":\"test\"}", "quality / ");
        assertThat(job.name()).isEqualTo("quality / lint");
        assertThat(job.stage()).isEqualTo("quality / test");
        assertThat(job("{\"id\":8}", "quality / ").stage()).as("no stage of its own").isNull();
    }

    @Test
    void aBridgeLeadsToThePipelineThatItStarted() {
        Job bridge = job("""
                {"id":8,"name":"deploy infra","status":"success","web_url":"https://gitlab.com/a/b/-/jobs/8",
                 "downstream_pipeline":{"id":9,"project_id":77,"web_url":"https://gitlab.com/x/y/-/pipelines/9"}}""",
                "");
        assertThat(bridge.page()).hasToString("https://gitlab.com/x/y/-/pipelines/9");
    }

    @Test
    void textForTheScreenIsSafeWhileNamesStayExact() {
        Run run = run("{\"id\":7,\"ref\":\"a\\u202eb\",\"source\":\"x\\u001b[2J\",\"sha\":\"s\"}", "t\u202e", null);
        assertThat(run.branch()).isEqualTo("a\u202eb");
        assertThat(run.title()).isEqualTo("t‹U+202E›");
        assertThat(run.event()).doesNotContain("\u001b");
    }

    @Test
    void tellsHowLongJobsRanAndRemembersItForListsWhileNothingHasHappenedSince() {
        String whole = "{\"id\":61,\"status\":\"success\",\"updated_at\":\"2016-08-12T15:45:00Z\",\"duration\":127}";
        PipelineJson known = PipelineJson.of(json(whole));
        assertThat(run(whole, null, null).worked()).isEqualTo(Duration.ofSeconds(127));
        String listed = "{\"id\":61,\"status\":\"success\",\"updated_at\":\"2016-08-12T15:45:00Z\"}";
        assertThat(run(listed, null, known).worked()).isEqualTo(Duration.ofSeconds(127));
        assertThat(run(listed, null, null).worked()).isNull();
        assertThat(run(listed.replace(":45:", ":59:"), null, known).worked()).as("run again since").isNull();
        assertThat(run(whole.replace("success", "running"), null, known).worked()).as("goes on").isNull();
        assertThat(run(whole.replace("127", "-1"), null, null).worked()).isNull();
        assertThat(run(whole.replace("127", "1e30"), null, null).worked()).isNull();
        assertThat(run(whole.replace("127", "0"), null, null).worked()).as("all was skipped").isZero();
    }

    @Test
    void tellsWhenAPipelineFinishedAndRemembersItForListsWhileNothingHasHappenedSince() {
        Instant finished = Instant.parse("2016-08-12T15:40:00Z");
        String whole = "{\"id\":61,\"status\":\"success\",\"updated_at\":\"2016-08-12T15:45:00Z\","
                + "\"finished_at\":\"2016-08-12T15:40:00Z\"}";
        PipelineJson known = PipelineJson.of(json(whole));
        assertThat(run(whole, null, null).finishedAt()).isEqualTo(finished);
        String listed = "{\"id\":61,\"status\":\"success\",\"updated_at\":\"2016-08-12T15:45:00Z\"}";
        assertThat(run(listed, null, known).finishedAt()).isEqualTo(finished);
        assertThat(run(listed, null, null).finishedAt()).isNull();
        assertThat(run(listed.replace(":45:", ":59:"), null, known).finishedAt()).as("run again since").isNull();
        assertThat(run(listed.replace("success", "running"), null, known).finishedAt()).as("goes on").isNull();
    }

    @Test
    void aJobIsQueuedWhenItsStageBeginsAndNotWhenItsPipelineIsMade() {
        String times = "{\"id\":8,\"created_at\":\"2016-08-12T15:00:00Z\",\"started_at\":\"2016-08-12T15:10:00Z\"";
        assertThat(job(times + ",\"queued_duration\":12.5}", "").createdAt())
                .isEqualTo(Instant.parse("2016-08-12T15:09:47.500Z"));
        assertThat(job(times + "}", "").createdAt()).as("not told").isEqualTo(Instant.parse("2016-08-12T15:00:00Z"));
        assertThat(job(times + ",\"queued_duration\":99999}", "").createdAt()).as("never before it was made")
                .isEqualTo(Instant.parse("2016-08-12T15:00:00Z"));
        assertThat(job("{\"id\":8,\"queued_duration\":3}", "").createdAt()).as("has not begun").isNull();
        assertThat(job("{\"id\":8,\"started_at\":\"2016-08-12T15:10:00Z\",\"queued_duration\":60}", "").createdAt())
                .isEqualTo(Instant.parse("2016-08-12T15:09:00Z"));
    }

    private static Run run(String text, @Nullable String title, @Nullable PipelineJson known) {
        return Objects.requireNonNull(GitLabMapping.run(PipelineJson.of(json(text)), title, known, REPOSITORY));
    }

    private static Job job(String text, String prefix) {
        return Objects.requireNonNull(
                GitLabMapping.job(new GitLabJobs.Found(JobJson.of(json(text)), prefix, false), RUN));
    }

    private static @Nullable Repository repository(String text) {
        return GitLabMapping.repository(ProjectJson.of(json(text)), CONNECTION);
    }

    private static JsonFields json(String text) {
        return new JsonFields(GitLabSchema.json(text));
    }
}
