package dev.signalbox.provider.gitlab;

import static dev.signalbox.provider.gitlab.GitLabWire.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.port.RemoteFailure;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A job that is tried again stays in its pipeline, under another number.
class GitLabTriesTest {

    private static final String EVER = "pipelines/30433642/jobs?include_retried=true&per_page=100";
    private static final String COUNTING = "pipelines/30433642/jobs?per_page=100";

    private final GitLabWire wire = new GitLabWire();

    @BeforeEach
    void startNothingElse() {
        wire.get("pipelines/30433642/bridges?per_page=100", "[]");
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void everyTryIsListedAndAllButTheLastAreReplaced() throws RemoteFailure {
        wire.get(EVER, list(job(33, "test", "success"), job(31, "test", "failed"), job(30, "build", "success"),
                job(32, "test", "failed")));

        assertThat(jobs()).extracting(Job::number).containsExactly(30L, 31L, 32L, 33L);
        assertThat(jobs()).extracting(Job::replaced).containsExactly(false, true, true, false);
        assertThat(wire.targets()).contains(EVER).doesNotContain(COUNTING);
    }

    @Test
    void aTryThatWasReplacedMakesNothingBadThoughItFailed() throws RemoteFailure {
        wire.get(EVER, list(job(31, "test", "failed"), job(33, "test", "success")));

        assertThat(jobs()).extracting(Job::conclusion).containsExactly(Conclusion.FAILURE, Conclusion.SUCCESS);
        assertThat(jobs()).extracting(Job::isBad).containsExactly(false, false);
    }

    @Test
    void theLastTryCountsHoweverItEnded() throws RemoteFailure {
        wire.get(EVER, list(job(31, "test", "success"), job(33, "test", "failed")));
        assertThat(jobs()).extracting(Job::isBad).containsExactly(false, true);
    }

    @Test
    void jobsOfTheSameNameInAChildPipelineAreNoTriesOfTheirParents() throws RemoteFailure {
        wire.get(EVER, list(job(31, "test", "failed")));
        wire.get("pipelines/30433642/bridges?per_page=100", """
                [{"id":32,"name":"quality","status":"success","pipeline":{"id":30433642,"project_id":1},
                  "downstream_pipeline":{"id":900,"project_id":1}}]""");
        wire.get("pipelines/900/jobs?include_retried=true&per_page=100",
                list(job(90, "test", "failed"), job(91, "test", "success")));
        wire.get("pipelines/900/bridges?per_page=100", "[]");

        assertThat(jobs()).extracting(Job::name).containsExactly("test", "quality / test", "quality / test");
        assertThat(jobs()).extracting(Job::replaced).containsExactly(false, true, false);
    }

    @Test
    void jobsWithoutANameAreNoTriesOfEachOther() throws RemoteFailure {
        wire.get(EVER, "[{\"id\":1,\"status\":\"failed\"},{\"id\":2,\"status\":\"success\"}]");
        assertThat(jobs()).extracting(Job::replaced).containsExactly(false, false);
    }

    @Test
    void whatWaitsIsLookedForAmongTheJobsThatCount() throws RemoteFailure {
        wire.get(COUNTING, "[]");
        assertThat(wire.provider().approvals().pending(RUN)).isEmpty();
        assertThat(wire.provider().approvals().reviews(RUN)).isEmpty();
        assertThat(wire.targets()).contains(COUNTING).doesNotContain(EVER);
    }

    private List<Job> jobs() throws RemoteFailure {
        return wire.provider().runs().jobs(RUN, 1);
    }

    private static String list(String... jobs) {
        return Stream.of(jobs).toList().toString();
    }

    private static String job(long id, String name, String status) {
        return "{\"id\":" + id + ",\"name\":\"" + name + "\",\"stage\":\"test\",\"status\":\"" + status
                + "\",\"created_at\":\"2026-11-20T10:00:00Z\"}";
    }
}
