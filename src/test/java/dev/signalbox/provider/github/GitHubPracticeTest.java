package dev.signalbox.provider.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Annotation;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Release;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.domain.ci.WorkflowInput;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.practice.github.PracticeGitHub;
import dev.signalbox.practice.github.world.Attempt;
import dev.signalbox.practice.github.world.SampleWorld;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.provider.http.HttpLimits;
import dev.signalbox.provider.http.HttpRuntime;
import dev.signalbox.provider.http.HttpSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The provider against the practice team's server: two programs that were written from the same facts, not from each
/// other.
class GitHubPracticeTest {

    private static final ConnectionId CONNECTION = new ConnectionId("practice");
    private static final RepositoryId CHECKOUT = new RepositoryId(CONNECTION, "acme", "checkout");

    private final SampleWorld sample = new SampleWorld();
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    private final PracticeGitHub server = new PracticeGitHub(
            sample.world(),
            Map.of("practice-token-of-you", sample.people().you()),
            sample,
            ticks,
            new SplittableRandom(11),
            requests);
    private GitHub github = connected("http://127.0.0.1:1");

    @BeforeEach
    void start() throws IOException {
        github.close();
        github = connected(server.start().toString());
    }

    @AfterEach
    void close() {
        github.close();
        server.close();
        ticks.shutdownNow();
        requests.close();
    }

    @Test
    void readsOlderRunsByWhenTheyWereCreated() throws RemoteFailure {
        List<Run> newest = provider().runs().recent(CHECKOUT);
        Instant until = Objects.requireNonNull(newest.get(1).createdAt());
        List<Run> older = provider().runs().created(CHECKOUT, until.minus(Duration.ofDays(90)), until);
        assertThat(older).contains(newest.get(1)).doesNotContain(newest.getFirst()).doesNotHaveDuplicates();
        assertThat(older).allSatisfy(run -> assertThat(run.createdAt()).isBeforeOrEqualTo(until));
        assertThat(provider().runs().created(CHECKOUT, Instant.EPOCH, Instant.EPOCH.plusSeconds(9))).isEmpty();
    }

    @Test
    void readsEverythingThatABoardShows() throws RemoteFailure {
        assertThat(provider().accounts().me().login()).isEqualTo(sample.people().you().login());
        assertThat(provider().repositories().all("")).extracting(Repository::id).contains(CHECKOUT);
        assertThat(provider().repositories().recentlyPushed("acme")).isNotEmpty();
        assertThat(provider().repositories().one(CHECKOUT).defaultBranch()).isEqualTo("main");
        List<Run> runs = provider().runs().recent(CHECKOUT);
        assertThat(runs).isNotEmpty().doesNotHaveDuplicates();
        Run newest = runs.getFirst();
        assertThat(provider().runs().one(newest.id())).isEqualTo(newest);
        assertThat(provider().runs().jobs(newest.id(), newest.attempt())).isNotEmpty();
        assertThat(provider().environments().of(CHECKOUT))
                .anySatisfy(each -> assertThat(each.reviewers()).isNotEmpty());
        assertThat(provider().deployments().recent(CHECKOUT))
                .anySatisfy(each -> assertThat(each.state()).isEqualTo(Deployment.State.SUCCESS));
    }

    @Test
    void tellsReleasesNewestFirst() throws RemoteFailure {
        List<Release> releases = provider().releases().of(CHECKOUT);
        assertThat(releases).extracting(Release::tag).startsWith("v2.14.1", "v2.14.0").doesNotHaveDuplicates();
        assertThat(releases).allSatisfy(release -> {
            assertThat(release.name()).isEqualTo("checkout " + release.tag());
            assertThat(release.stage()).isEqualTo(Release.Stage.PUBLISHED);
            assertThat(release.author()).isNotBlank();
        });
    }

    @Test
    void comparesTwoReleases() throws RemoteFailure {
        var comparison = provider().commits().compare(new ComparisonKey(CHECKOUT, "v2.14.0", "v2.14.1"));
        assertThat(comparison.total()).isPositive();
        assertThat(comparison.behind()).isZero();
        assertThat(comparison.commits())
                .hasSize(comparison.total())
                .allSatisfy(each -> assertThat(each.at()).isNotNull());
    }

    @Test
    void startsARunWithItsInputsWatchesItAndReadsItsLog(@TempDir Path folder) throws RemoteFailure {
        Workflow release = workflow("release.yml");
        ManualStart start = provider().workflows().manualStart(release, "main");
        assertThat(start).isInstanceOf(ManualStart.Offered.class);
        assertThat(start.inputs()).extracting(WorkflowInput::name).contains("version", "environment");
        long id = dispatch(release, "staging");
        Run run = run(id);
        assertThat(run.status().isUnfinished()).isTrue();
        assertThat(run.event()).isEqualTo("workflow_dispatch");
        assertThat(provider().runs().recent(CHECKOUT)).extracting(Run::id).contains(run.id());
        sample.pass(Duration.ofSeconds(90));
        assertThat(run(id).status()).isEqualTo(RunStatus.COMPLETED);
        Job job = provider().runs().jobs(run.id(), 1).getFirst();
        assertThat(job.steps()).isNotEmpty();
        assertThat(provider().runs().log(new JobKey(run.id(), job.number()), folder.resolve("log")).bytes())
                .isPositive();
        assertThat(provider().deployments().recent(CHECKOUT))
                .anySatisfy(each -> assertThat(each.run()).isEqualTo(id));
    }

    @Test
    void readsWhatAFailedJobSaidAndEachAttemptByItself() throws RemoteFailure {
        sample.world().push(
                sample.repository("checkout"), sample.people().you(), "Try", sample.instant(),
                new Attempt.Failure("integration-tests"));
        sample.pass(Duration.ofSeconds(120));
        Run failed = provider().runs().recent(CHECKOUT).stream()
                .filter(each -> each.title().equals("Try") && each.conclusion() == Conclusion.FAILURE)
                .findFirst().orElseThrow();
        Job job = provider().runs().jobs(failed.id(), 1).stream()
                .filter(each -> each.conclusion() == Conclusion.FAILURE).findFirst().orElseThrow();
        assertThat(provider().runs().annotations(new JobKey(failed.id(), job.number())))
                .extracting(Annotation::level)
                .containsExactly(Annotation.Level.FAILURE, Annotation.Level.FAILURE, Annotation.Level.WARNING);
        assertThat(provider().sender().send(provider().commands().rerun(
                new Intent.RerunRun(failed.id(), 1, new Intent.RerunRun.Scope.All(), true))))
                .isInstanceOf(SendOutcome.Applied.class);
        assertThat(run(failed.id().number()).attempt()).isEqualTo(2);
        assertThat(provider().runs().attempt(failed.id(), 1).conclusion()).isEqualTo(Conclusion.FAILURE);
        assertThat(provider().runs().jobs(failed.id(), 2)).isNotEmpty().doesNotContain(job);
    }

    @Test
    void deploysAgainWhatTheBoardTellsOfEarlierDeployments() throws RemoteFailure {
        sample.world().push(
                sample.repository("checkout"), sample.people().you(), "Change", sample.instant(), null);
        sample.pass(Duration.ofSeconds(120));
        dispatch(workflow("release.yml"), "staging");
        sample.pass(Duration.ofSeconds(90));
        List<Deployment> there = staging();
        Deployment live = there.stream().filter(d -> d.state() == Deployment.State.SUCCESS).findFirst().orElseThrow();
        Deployment earlier = there.stream()
                .filter(d -> d.number() < live.number() && d.job() != null && !d.sha().equals(live.sha()))
                .findFirst()
                .orElseThrow();
        assertApplied(provider().commands().redeploy(new Intent.Redeploy(
                CHECKOUT, "staging", earlier.number(), live.number(),
                new RunId(CHECKOUT, Objects.requireNonNull(earlier.run())), Objects.requireNonNull(earlier.job()),
                "before", earlier.sha(), "it was better")));
        sample.pass(Duration.ofSeconds(90));
        assertThat(staging().getFirst()).satisfies(again -> {
            assertThat(again.number()).isGreaterThan(live.number());
            assertThat(again.sha()).isEqualTo(earlier.sha());
            assertThat(again.state()).isEqualTo(Deployment.State.SUCCESS);
        });
    }

    private List<Deployment> staging() throws RemoteFailure {
        return provider().deployments().recent(CHECKOUT, Set.of("staging")).stream()
                .filter(deployment -> deployment.environment().equals("staging"))
                .toList();
    }

    @Test
    void approvesWhatWaits() throws RemoteFailure {
        Run run = run(dispatch(workflow("release.yml"), "production"));
        sample.pass(Duration.ofSeconds(40));
        List<PendingApproval> pending = provider().approvals().pending(run.id());
        assertThat(pending).singleElement().satisfies(each -> {
            assertThat(each.environmentName()).isEqualTo("production");
            assertThat(each.canApprove()).isTrue();
        });
        assertThat(provider().runs().waiting(run.id().repository())).extracting(Run::id).contains(run.id());
        assertThat(provider().runs().waiting(run.id().repository()))
                .allMatch(each -> each.status() == RunStatus.WAITING);
        assertApplied(provider().commands().review(new Intent.ReviewDeployment(
                run.id(), 1, run.headSha(), List.of(pending.getFirst().gate()), List.of("production"),
                Decision.APPROVE, "Ship it!")).getFirst());
        assertThat(provider().runs().waiting(run.id().repository())).extracting(Run::id).doesNotContain(run.id());
        assertThat(provider().approvals().pending(run.id())).isEmpty();
        assertThat(provider().approvals().reviews(run.id())).containsExactly(new Review(
                sample.people().you().login(), Review.Decision.APPROVED, "Ship it!", List.of("production")));
    }

    @Test
    void cancelsAndRunsAgain() throws RemoteFailure {
        Run run = run(dispatch(workflow("release.yml"), "staging"));
        assertApplied(provider().commands().cancel(new Intent.CancelRun(run.id(), 1, false)));
        sample.pass(Duration.ofSeconds(30));
        assertThat(run(run.id().number()).status()).isEqualTo(RunStatus.COMPLETED);
        PlannedRequest tooLate = provider().commands().cancel(new Intent.CancelRun(run.id(), 1, false));
        assertThat(provider().sender().send(tooLate)).isInstanceOfSatisfying(
                SendOutcome.NotApplied.class,
                outcome -> assertThat(outcome.problem()).isInstanceOf(RemoteProblem.Conflict.class));
        assertApplied(provider().commands().rerun(
                new Intent.RerunRun(run.id(), 1, new Intent.RerunRun.Scope.All(), false)));
        assertThat(run(run.id().number()).attempt()).isEqualTo(2);
        assertThat(provider().runs().attempt(run.id(), 1).attempt()).isEqualTo(1);
    }

    private CiProvider provider() {
        return github.provider();
    }

    private Workflow workflow(String file) throws RemoteFailure {
        return provider().workflows().of(CHECKOUT).stream()
                .filter(each -> each.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private Run run(long number) throws RemoteFailure {
        return provider().runs().one(new RunId(CHECKOUT, number));
    }

    private long dispatch(Workflow workflow, String environment) {
        PlannedRequest request = provider().commands().dispatch(new Intent.TriggerRun(
                CHECKOUT, workflow.number(), workflow.name(), "main",
                Map.of("version", "v3.0.0", "environment", environment)));
        SendOutcome outcome = provider().sender().send(request);
        assertThat(outcome).isInstanceOf(SendOutcome.Applied.class);
        return WireFiles.json(((SendOutcome.Applied) outcome).body()).path("workflow_run_id").asLong();
    }

    private void assertApplied(PlannedRequest request) {
        assertThat(provider().sender().send(request)).isInstanceOf(SendOutcome.Applied.class);
    }

    private GitHub connected(String address) {
        HttpRuntime runtime = new HttpRuntime(
                sample, System::nanoTime, new SplittableRandom(7), Thread.ofVirtual().factory());
        HttpSettings http = HttpSettings.of(GitHub.base(address), Credential.bearer("practice-token-of-you"), runtime)
                .withLimits(HttpLimits.standard().withoutPauses());
        return GitHub.open(new GitHubSettings(CONNECTION, List.of(), http));
    }
}
