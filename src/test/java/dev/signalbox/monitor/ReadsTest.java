package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.run;
import static dev.signalbox.testing.Examples.runId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.InputsKey;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReadsTest {

    private static final RemoteProblem DOWN = new RemoteProblem.ServerFault("no answer", 502);
    private static final JobKey JOB = new JobKey(runId(641), 77);

    @TempDir
    Path folder;

    private final FakeCi ci = new FakeCi();
    private final List<Change> offered = new ArrayList<>();
    private ConsoleState state = ConsoleState.EMPTY;

    @BeforeEach
    void haveARun() {
        ci.runs = List.of(run(641, 2, RunStatus.IN_PROGRESS, Conclusion.NONE, NOON));
    }

    private Reads reads() {
        return new Reads(ci.provider(), () -> state, offered::add, () -> NOON, folder.resolve("logs"),
                FakeArtifacts.sources(folder));
    }

    private void known(Change change) {
        state = new Reducer().apply(state, List.of(change));
    }

    static Stream<Arguments> errands() {
        return Stream.of(
                Arguments.of(new Errand.RecentlyPushed("acme"), "pushed", Change.RepositoriesRead.class),
                Arguments.of(new Errand.AllRepositories("acme"), "all", Change.RepositoriesRead.class),
                Arguments.of(new Errand.OneRepository(CHECKOUT), "one", Change.RepositoriesRead.class),
                Arguments.of(new Errand.ListRuns(CHECKOUT), "runs", Change.RunsRead.class),
                Arguments.of(new Errand.ReadRun(runId(641)), "run", Change.RunRead.class),
                Arguments.of(new Errand.ReadPending(runId(641)), "pending", Change.PendingRead.class),
                Arguments.of(new Errand.ListDeployments(CHECKOUT), "deployments", Change.DeploymentsRead.class),
                Arguments.of(new Errand.ListFreezes(CHECKOUT), "freezes", Change.FreezesRead.class),
                Arguments.of(new Errand.ListReleases(CHECKOUT), "releases", Change.ReleasesRead.class),
                Arguments.of(new Errand.ListEnvironments(CHECKOUT), "environments", Change.EnvironmentsRead.class),
                Arguments.of(new Errand.ListWorkflows(CHECKOUT), "workflows", Change.WorkflowsRead.class),
                Arguments.of(
                        new Errand.Compare(new ComparisonKey(CHECKOUT, "a", "b")), "compare",
                        Change.ComparisonRead.class),
                Arguments.of(new Errand.ReadAnnotations(JOB), "annotations", Change.AnnotationsRead.class),
                Arguments.of(new Errand.FetchLog(JOB), "log", Change.LogRead.class));
    }

    @ParameterizedTest
    @MethodSource("errands")
    void eachErrandAsksOnceAndOffersWhatCameOfIt(Errand errand, String asked, Class<? extends Change> offers) {
        assertThat(reads().run(errand)).isEmpty();

        assertThat(ci.asked).containsExactly(asked);
        assertThat(offered).singleElement().isInstanceOf(offers);
    }

    @ParameterizedTest
    @MethodSource("errands")
    void aFailedErrandOffersItsProblemAndHandsItBack(Errand errand, String asked, Class<? extends Change> offers) {
        ci.problem = DOWN;

        assertThat(reads().run(errand)).contains(DOWN);
        assertThat(ci.asked).containsExactly(asked);
        assertThat(offered).singleElement().isInstanceOf(offers);
        assertThat(offered.getFirst().toString()).contains("no answer");
    }

    @Test
    void asksForWhatChangedOnceAListIsKnown() {
        reads().run(new Errand.ListRuns(CHECKOUT));
        assertThat(ci.since).isNull();
        Change read = offered.getFirst();
        known(read);
        reads().run(new Errand.ListRuns(CHECKOUT));
        assertThat(ci.since).isEqualTo(NOON.minusSeconds(60));
    }

    @Test
    void readsTheNewestRunsAnewWhenTheClockWasSetBackSinceTheLastTime() {
        known(new Change.RunsRead(CHECKOUT, new Answer.Good<>(ci.runs, NOON.plusSeconds(1))));
        reads().run(new Errand.ListRuns(CHECKOUT));
        assertThat(ci.since).isNull();
    }

    @Test
    void whoWeAreIsOfferedOnlyWhenItIsKnown() {
        assertThat(reads().run(new Errand.WhoAmI())).isEmpty();
        assertThat(offered).hasSize(2).first().isInstanceOf(Change.AccountRead.class);
        assertThat(offered.getLast()).isEqualTo(new Change.AbilitiesRead(GITHUB, ci.capabilities));

        offered.clear();
        ci.problem = DOWN;
        assertThat(reads().run(new Errand.WhoAmI())).contains(DOWN);
        assertThat(offered).isEmpty();
    }

    @Test
    void watchingARunReadsTheJobsOfTheAttemptItJustSawAndItsReviewsOnce() {
        reads().run(new Errand.WatchRun(runId(641)));
        assertThat(ci.asked).containsExactly("run", "jobs", "reviews");
        assertThat(offered).anySatisfy(c -> assertThat(c)
                .isEqualTo(new Change.JobsRead(runId(641), 2, new Answer.Good<>(List.of(), NOON))));

        ci.asked.clear();
        known(new Change.ReviewsRead(runId(641), new Answer.Good<>(List.of(), NOON)));
        reads().run(new Errand.WatchRun(runId(641)));
        assertThat(ci.asked).containsExactly("run", "jobs");
    }

    @Test
    void watchingAWaitingRunAlsoReadsWhatItWaitsForEveryTime() {
        ci.runs = List.of(run(641, 1, RunStatus.WAITING, Conclusion.NONE, NOON));
        known(new Change.ReviewsRead(runId(641), new Answer.Good<>(List.of(), NOON)));
        reads().run(new Errand.WatchRun(runId(641)));

        assertThat(ci.asked).containsExactly("run", "jobs", "pending", "reviews");
    }

    @Test
    void anApprovalStillShownIsReadAgainAfterTheRunWentOn() {
        known(new Change.PendingRead(
                runId(641), new Answer.Good<>(List.of(Examples.approval(641, "production", true)), NOON)));
        reads().run(new Errand.WatchRun(runId(641)));

        assertThat(ci.asked).contains("pending");
    }

    @Test
    void aFinishedRunIsAskedWhatItOffersOnlyWhereAJobWaits() {
        ci.runs = List.of(run(641, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, NOON));
        known(new Change.ReviewsRead(runId(641), new Answer.Good<>(List.of(), NOON)));
        ci.jobs = List.of(job(1, RunStatus.COMPLETED));
        reads().run(new Errand.WatchRun(runId(641)));
        assertThat(ci.asked).containsExactly("run", "jobs");

        ci.asked.clear();
        ci.jobs = List.of(job(1, RunStatus.COMPLETED), job(2, RunStatus.WAITING));
        reads().run(new Errand.WatchRun(runId(641)));
        assertThat(ci.asked).as("who decided is asked only of what waits").containsExactly("run", "jobs", "pending");
    }

    @Test
    void anOfferIsReadAgainAfterItWasTaken() {
        known(new Change.ReviewsRead(runId(641), new Answer.Good<>(List.of(), NOON)));
        known(new Change.PendingRead(runId(641), new Answer.Good<>(List.of(Examples.offer(641, 2, "docs")), NOON)));
        ci.jobs = List.of(job(2, RunStatus.IN_PROGRESS));
        reads().run(new Errand.WatchRun(runId(641)));

        assertThat(ci.asked).containsExactly("run", "jobs", "pending");
        assertThat(offered).contains(new Change.PendingRead(runId(641), new Answer.Good<>(List.of(), NOON)));
    }

    private static Job job(long number, RunStatus status) {
        Conclusion how = status == RunStatus.COMPLETED ? Conclusion.SUCCESS : Conclusion.NONE;
        return new Job(
                runId(641), number, 1, "job " + number, status, how, NOON, null, null, List.of(), null, List.of(),
                null);
    }

    @Test
    void asksNothingMoreAboutARunThatCannotBeRead() {
        ci.problem = DOWN;

        assertThat(reads().run(new Errand.WatchRun(runId(641)))).contains(DOWN);
        assertThat(ci.asked).containsExactly("run");
    }

    @Test
    void readsAnEarlierAttemptAndThenItsJobs() {
        AttemptKey key = new AttemptKey(runId(641), 1);

        assertThat(reads().run(new Errand.ReadAttempt(key))).isEmpty();

        assertThat(ci.asked).containsExactly("attempt", "jobs");
        assertThat(offered).containsExactly(
                new Change.AttemptRead(key, new Answer.Good<>(ci.runs.getFirst(), NOON)),
                new Change.JobsRead(runId(641), 1, new Answer.Good<>(List.of(), NOON)));
    }

    @Test
    void asksForNoJobsOfAnAttemptThatCannotBeRead() {
        ci.problem = DOWN;

        assertThat(reads().run(new Errand.ReadAttempt(new AttemptKey(runId(641), 1)))).contains(DOWN);

        assertThat(ci.asked).containsExactly("attempt");
        assertThat(offered).singleElement().isInstanceOf(Change.AttemptRead.class);
    }

    @Test
    void readsInputsOnlyOfAWorkflowThatIsKnown() {
        Errand errand = new Errand.ReadInputs(new InputsKey(CHECKOUT, 7, "main"));
        assertThat(reads().run(errand)).isEmpty();
        assertThat(ci.asked).isEmpty();

        known(new Change.WorkflowsRead(CHECKOUT, new Answer.Good<>(
                List.of(new Workflow(CHECKOUT, 7, "Release", "release.yml", true, null)), NOON)));
        reads().run(errand);
        assertThat(ci.asked).containsExactly("inputs");
        assertThat(offered).singleElement().isInstanceOf(Change.InputsRead.class);
    }

    @Test
    void asksWhatACommitCameWithOnceTheRunIsKnown() {
        Errand errand = new Errand.ReadChangeRequests(runId(641));
        assertThat(reads().run(errand)).isEmpty();
        assertThat(ci.asked).as("the commit is not known").isEmpty();

        known(new Change.RunRead(runId(641), new Answer.Good<>(ci.runs.getFirst(), NOON)));
        assertThat(reads().run(errand)).isEmpty();
        assertThat(ci.asked).containsExactly("change requests");
        assertThat(offered).containsExactly(
                new Change.ChangeRequestsRead(runId(641), new Answer.Good<>(List.of(), NOON)));

        ci.problem = DOWN;
        assertThat(reads().run(errand)).contains(DOWN);
        assertThat(offered.getLast()).isEqualTo(
                new Change.ChangeRequestsRead(runId(641), new Answer.Bad<>(DOWN, NOON)));
    }

    @Test
    void usesALogThatLiesOnDiskAgain() throws IOException {
        Path file = Files.createDirectories(folder.resolve("logs")).resolve("641-77.log");
        Files.writeString(file, "hello");
        reads().run(new Errand.FetchLog(JOB));

        assertThat(ci.asked).isEmpty();
        assertThat(offered).containsExactly(new Change.LogRead(JOB, new Answer.Good<>(new LogFile(file, 5), NOON)));
    }

    @Test
    void fetchesALogAgainThatIsEmptyOnDisk() throws IOException {
        Path file = Files.createDirectories(folder.resolve("logs")).resolve("641-77.log");
        Files.createFile(file);
        reads().run(new Errand.FetchLog(JOB));

        assertThat(ci.asked).containsExactly("log");
        assertThat(file).doesNotExist();
    }

    @Test
    void saysSoWhenLogsCannotBeKept() throws IOException {
        Files.writeString(folder.resolve("logs"), "a file stands where the folder should be");

        assertThat(reads().run(new Errand.FetchLog(JOB)))
                .hasValueSatisfying(p -> assertThat(p.detail()).startsWith("The log cannot be kept on this disk"));
        assertThat(ci.asked).isEmpty();
    }

    @Test
    void connectionsAreNamedInWhatIsOffered() {
        reads().run(new Errand.AllRepositories("acme"));

        assertThat(offered).singleElement().isInstanceOfSatisfying(
                Change.RepositoriesRead.class, c -> {
                    assertThat(c.id()).isEqualTo(GITHUB);
                    assertThat(c.of()).isEqualTo("acme");
                });
    }
}
