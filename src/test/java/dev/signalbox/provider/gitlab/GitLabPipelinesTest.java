package dev.signalbox.provider.gitlab;

import static dev.signalbox.provider.gitlab.GitLabWire.REPOSITORY;
import static dev.signalbox.provider.gitlab.GitLabWire.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.testing.faults.RawAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is GitLab's own about runs: changes by time, titles from commits, child pipelines, sections of logs.
class GitLabPipelinesTest {

    private static final String RUNS = "pipelines?order_by=id&sort=desc&per_page=20";
    private static final String COMMITS = "repository/commits?all=true&per_page=100";
    private static final String CHANGED =
            "pipelines?order_by=updated_at&sort=desc&updated_after=2026-11-20T11:59:59Z&per_page=100";

    private final GitLabWire wire = new GitLabWire();

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void asksOnlyForWhatChanged() throws RemoteFailure {
        wire.get(CHANGED.replace(":59:59Z", "%3A59%3A59Z"), "[{\"id\":7,\"name\":\"x\",\"status\":\"running\"}]");
        assertThat(wire.provider().runs().changed(REPOSITORY, GitLabWire.NOW.plusMillis(700)))
                .extracting(Run::id).containsExactly(new RunId(REPOSITORY, 7));
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void titlesCostOneRequestForAPageOfNewCommits() throws RemoteFailure {
        wire.get(RUNS, "[{\"id\":2,\"sha\":\"bbbb\"},{\"id\":1,\"sha\":\"aaaa\"},{\"id\":3,\"sha\":\"cccc\"}]");
        wire.get(COMMITS, "[{\"id\":\"aaaa\",\"title\":\"Older\"},{\"id\":\"bbbb\",\"title\":\"Newer\"}]");
        assertThat(wire.provider().runs().recent(REPOSITORY)).extracting(Run::title)
                .containsExactly("Newer", "Older", "");
        assertThat(wire.targets()).containsExactly(RUNS, COMMITS);
        wire.provider().runs().recent(REPOSITORY);
        assertThat(wire.targets()).as("also what was not found is not looked for again")
                .containsExactly(RUNS, COMMITS, RUNS);
    }

    @Test
    void pipelinesWithNamesNeedNoTitles() throws RemoteFailure {
        wire.get(RUNS, "[{\"id\":2,\"sha\":\"bbbb\",\"name\":\"Release\"},{\"id\":3}]");
        assertThat(wire.provider().runs().recent(REPOSITORY)).extracting(Run::title).containsExactly("Release", "");
        assertThat(wire.targets()).containsExactly(RUNS);
    }

    @Test
    void aHiddenRepositoryTakesNothingButTitles() throws RemoteFailure {
        wire.get(RUNS, "[{\"id\":2,\"sha\":\"bbbb\"}]");
        wire.answer(COMMITS, RawAnswer.json("{\"message\":\"403 Forbidden\"}").status(403));
        assertThat(wire.provider().runs().recent(REPOSITORY)).hasSize(1);
        wire.get(RUNS, "[{\"id\":3,\"sha\":\"cccc\"}]");
        wire.provider().runs().recent(REPOSITORY);
        assertThat(wire.targets()).as("not asked in vain again").containsExactly(RUNS, COMMITS, RUNS);
    }

    @Test
    void aPipelineThatWasReadWholeKeepsItsPersonInLists() throws RemoteFailure {
        wire.get("pipelines/7", """
                {"id":7,"name":"x","status":"success","user":{"username":"ada"},"coverage":"81.5",
                 "started_at":"2026-11-20T10:00:00Z"}""");
        wire.get(RUNS, "[{\"id\":7,\"name\":\"x\",\"status\":\"success\"}]");
        assertThat(wire.provider().runs().recent(REPOSITORY).getFirst().actor()).isEmpty();
        assertThat(wire.provider().runs().one(new RunId(REPOSITORY, 7)).actor()).isEqualTo("ada");
        Run listed = wire.provider().runs().recent(REPOSITORY).getFirst();
        assertThat(listed.actor()).isEqualTo("ada");
        assertThat(listed.coverage()).isEqualTo("81.5");
        assertThat(listed.startedAt()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
    }

    @Test
    void passesOnNoPipelineThatWasNotAskedFor() {
        wire.get("pipelines/30433642", "{\"id\":30433643}");
        assertThatThrownBy(() -> wire.provider().runs().one(RUN)).isInstanceOf(RemoteFailure.class);
    }

    @Test
    void aPipelineHasOneAttemptOnly() {
        assertThatThrownBy(() -> wire.provider().runs().attempt(RUN, 2)).isInstanceOf(RemoteFailure.class)
                .hasMessageContaining("one attempt");
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void jobsStandInTheOrderInWhichTheyWereMade() throws RemoteFailure {
        wire.get(jobs(30433642),
                "[" + job(30, "deploy", 1) + "," + job(20, "test", 1) + "," + job(10, "build", 1) + "]");
        wire.get(bridges(30433642), "[]");
        assertThat(names()).containsExactly("build", "test", "deploy");
    }

    @Test
    void jobsOfAChildPipelineArePartOfTheirParent() throws RemoteFailure {
        wire.get(jobs(30433642), "[" + job(10, "build", 1) + "]");
        wire.get(bridges(30433642), "[" + bridge(20, "quality", 1, 900, 1) + "]");
        wire.get(jobs(900), "[" + job(90, "lint", 1) + "," + job(91, "sast", 1) + "]");
        wire.get(bridges(900), "[" + bridge(92, "deep", 1, 901, 1) + "]");
        wire.get(jobs(901), "[" + job(95, "scan", 1) + "]");
        wire.get(bridges(901), "[" + bridge(96, "deeper", 1, 902, 1) + "]");
        assertThat(names()).containsExactly(
                "build", "quality / lint", "quality / sast", "quality / deep / scan", "quality / deep / deeper");
        assertThat(wire.provider().runs().jobs(RUN, 1)).extracting(Job::run).containsOnly(RUN);
    }

    @Test
    void aPipelineOfAnotherProjectIsOneJob() throws RemoteFailure {
        wire.get(jobs(30433642), "[]");
        wire.get(bridges(30433642), "[" + bridge(20, "deploy infra", 1, 900, 2) + "]");
        List<Job> jobs = wire.provider().runs().jobs(RUN, 1);
        assertThat(jobs).singleElement().satisfies(job -> {
            assertThat(job.name()).isEqualTo("deploy infra");
            assertThat(job.page()).hasToString("https://gitlab.com/x/y/-/pipelines/900");
        });
    }

    @Test
    void aBridgeThatStartedNothingYetIsAJob() throws RemoteFailure {
        wire.get(jobs(30433642), "[]");
        wire.get(bridges(30433642), "[" + job(20, "quality", 1) + "]");
        assertThat(names()).containsExactly("quality");
    }

    @Test
    void aChildThatIsGoneIsItsBridge() throws RemoteFailure {
        wire.get(jobs(30433642), "[]");
        wire.get(bridges(30433642), "[" + bridge(20, "quality", 1, 900, 1) + "]");
        assertThat(names()).containsExactly("quality");
    }

    @Test
    void pipelinesThatStartEachOtherEnd() throws RemoteFailure {
        wire.get(jobs(30433642), "[" + job(10, "build", 1) + "]");
        wire.get(bridges(30433642), "[" + bridge(20, "again", 1, 30433642, 1) + "]");
        assertThat(names()).containsExactly("build", "again");
    }

    @Test
    void whatStartsNoPipelinesIsAskedForThemOnce() throws RemoteFailure {
        wire.get(jobs(30433642), "[" + job(10, "build", 1) + "]");
        wire.get(bridges(30433642), "[]");
        names();
        names();
        assertThat(wire.targets()).containsExactly(jobs(30433642), bridges(30433642), jobs(30433642));
    }

    @Test
    void aPipelineWithoutJobsYetIsAskedForThemAgain() throws RemoteFailure {
        wire.get(jobs(30433642), "[]");
        wire.get(bridges(30433642), "[]");
        names();
        names();
        assertThat(wire.targets()).hasSize(4);
    }

    @Test
    void artifactsOfChildPipelinesAreThereToo() throws RemoteFailure {
        wire.get(counting(30433642), "[]");
        wire.get(bridges(30433642), "[" + bridge(20, "quality", 1, 900, 1) + "]");
        wire.get(counting(900), """
                [{"id":90,"name":"lint","artifacts":[{"file_type":"archive","size":7}]},
                 {"id":91,"name":"none","artifacts":[{"file_type":"trace","size":7}]},
                 {"id":92,"name":"odd","artifacts":[{"file_type":"archive","size":-7}]}]""");
        wire.get(bridges(900), "[]");
        assertThat(wire.provider().artifacts().of(RUN)).extracting(Artifact::name)
                .containsExactly("quality / lint");
    }

    @Test
    void sectionsOfALogBecomeGroups(@TempDir Path folder) throws RemoteFailure, IOException {
        wire.answer("jobs/9/trace", RawAnswer.of(200, "section_start:17:build\r\u001b[0KBuild it\nmake\n"
                + "section_end:18:build\r\u001b[0K\n"));
        Path file = folder.resolve("job.log");
        LogFile log = wire.provider().runs().log(new JobKey(RUN, 9), file);
        assertThat(file).hasContent("##[group]Build it\nmake\n##[endgroup]\n");
        assertThat(log.bytes()).isEqualTo(Files.size(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void anInputsFileOfAnotherPlaceIsNotLookedForHere() throws RemoteFailure {
        wire.get(GitLabWire.PROJECT, """
                {"id":5,"path_with_namespace":"octo-org/platform/octo-repo","ci_config_path":"ci.yml@octo-org/ci"}""");
        wire.provider().repositories().one(REPOSITORY);
        var workflow = wire.provider().workflows().of(REPOSITORY).getFirst();
        assertThat(wire.provider().workflows().manualStart(workflow, "main").inputs()).isEmpty();
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void anInputsFileOfAnotherNameIsRead() throws RemoteFailure {
        wire.get(GitLabWire.PROJECT, """
                {"id":5,"path_with_namespace":"octo-org/platform/octo-repo","ci_config_path":"ci/all.yml"}""");
        wire.provider().repositories().one(REPOSITORY);
        wire.get("/api/v4/projects/5/repository/files/ci%2Fall.yml?ref=main",
                GitLabRendering.file("spec:\n  inputs:\n    a:\n---\nb: 1\n"));
        var workflow = wire.provider().workflows().of(REPOSITORY).getFirst();
        assertThat(wire.provider().workflows().manualStart(workflow, "main").inputs()).hasSize(1);
    }

    private List<String> names() throws RemoteFailure {
        return wire.provider().runs().jobs(RUN, 1).stream().map(Job::name).toList();
    }

    private static String jobs(long pipeline) {
        return "pipelines/" + pipeline + "/jobs?include_retried=true&per_page=100";
    }

    private static String counting(long pipeline) {
        return "pipelines/" + pipeline + "/jobs?per_page=100";
    }

    private static String bridges(long pipeline) {
        return "pipelines/" + pipeline + "/bridges?per_page=100";
    }

    private static String job(long number, String name, long project) {
        return "{\"id\":" + number + ",\"name\":\"" + name + "\",\"pipeline\":{\"id\":1,\"project_id\":" + project
                + "}}";
    }

    private static String bridge(long number, String name, long project, long child, long childsProject) {
        return job(number, name, project).replaceFirst("}$", "") + ",\"downstream_pipeline\":{\"id\":" + child
                + ",\"project_id\":" + childsProject + ",\"web_url\":\"https://gitlab.com/x/y/-/pipelines/" + child
                + "\"}}";
    }
}
