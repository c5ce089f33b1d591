package dev.signalbox.provider.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.PendingApproval;
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
import dev.signalbox.practice.gitlab.world.SampleGitLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The provider against the practice team's GitLab: two programs that were written from the same facts, not from each
/// other.
class GitLabPracticeTest {

    private static final ConnectionId CONNECTION = new ConnectionId("practice");
    private static final RepositoryId AUTH = new RepositoryId(CONNECTION, "acme/platform", "auth");
    private static final RepositoryId RESIZER = new RepositoryId(CONNECTION, "acme/platform", "image-resizer");

    private final PractisedGitLab practised = new PractisedGitLab();
    private final SampleGitLab sample = practised.sample();
    private final GitLab gitlab = practised.connected(CONNECTION, "glpat-you");

    @AfterEach
    void close() {
        gitlab.close();
        practised.close();
    }

    @Test
    void knowsItselfAndItsProjects() throws RemoteFailure {
        assertThat(ci().accounts().me().login()).isEqualTo(sample.members().you().username());
        assertThat(ci().accounts().me().scopes()).contains("api");
        assertThat(ci().repositories().all("acme/platform")).extracting(Repository::id)
                .containsExactlyInAnyOrder(AUTH, RESIZER);
        assertThat(ci().repositories().all("")).extracting(Repository::id).contains(AUTH, RESIZER);
        assertThat(ci().repositories().recentlyPushed("acme")).extracting(Repository::id).contains(AUTH);
        assertThat(ci().repositories().one(AUTH).defaultBranch()).isEqualTo("main");
    }

    @Test
    void tellsWhatAPipelineIsAskedFor() throws RemoteFailure {
        Workflow workflow = ci().workflows().of(AUTH).getFirst();
        assertThat(ci().workflows().manualStart(workflow, "main").inputs()).extracting(WorkflowInput::name)
                .contains("version", "environment");
        assertThatThrownBy(() -> ci().workflows().manualStart(workflow, "gone")).isInstanceOf(RemoteFailure.class);
    }

    @Test
    void startsAPipelineAndFollowsItToItsEnd() throws RemoteFailure {
        RunId run = start(AUTH, "staging");
        assertThat(ci().runs().one(run)).satisfies(started -> {
            assertThat(started.event()).isEqualTo("api");
            assertThat(ci().capabilities().get().startedByHand()).contains(started.event());
            assertThat(started.status()).isEqualTo(RunStatus.QUEUED);
            assertThat(started.actor()).isEqualTo(sample.members().you().username());
        });
        sample.pass(Duration.ofSeconds(60));
        assertThat(ci().runs().one(run)).satisfies(done -> {
            assertThat(done.status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(done.conclusion()).isEqualTo(Conclusion.SUCCESS);
        });
        assertThat(ci().runs().jobs(run, 1)).isNotEmpty().allSatisfy(job -> {
            assertThat(job.stage()).isNotBlank();
            assertThat(job.conclusion()).isEqualTo(Conclusion.SUCCESS);
        });
        assertThat(ci().deployments().recent(AUTH).getFirst()).satisfies(deployment -> {
            assertThat(deployment.environment()).isEqualTo("staging");
            assertThat(deployment.state()).isEqualTo(Deployment.State.SUCCESS);
            assertThat(deployment.run()).isEqualTo(run.number());
            assertThat(deployment.job()).isNotNull();
        });
    }

    @Test
    void listsWhatChangedOnly() throws RemoteFailure {
        List<Run> before = ci().runs().recent(AUTH);
        assertThat(before).isNotEmpty().allSatisfy(run -> assertThat(run.title()).isNotBlank());
        sample.jump(Duration.ofMinutes(5));
        var since = sample.instant();
        assertThat(ci().runs().changed(AUTH, since)).isEmpty();
        RunId run = start(AUTH, "staging");
        assertThat(ci().runs().changed(AUTH, since)).extracting(Run::id).containsExactly(run);
        assertThat(ci().runs().created(AUTH, since, since.plusSeconds(1))).extracting(Run::id).containsExactly(run);
    }

    @Test
    void jobsOfTheChildPipelineArePartOfAPush() throws RemoteFailure {
        RunId run = new RunId(AUTH, sample.merge("auth", null).id());
        sample.pass(Duration.ofMinutes(3));
        assertThat(ci().runs().jobs(run, 1)).extracting(Job::name).contains("lint")
                .anyMatch(name -> name.startsWith("quality / "));
        assertThat(ci().runs().recent(AUTH)).extracting(Run::event).doesNotContain("parent_pipeline");
    }

    @Test
    void aGuardedDeploymentWaitsForBothRulesAndThenToBeStarted() throws RemoteFailure {
        RunId run = waiting(AUTH);
        PendingApproval pending = ci().approvals().pending(run).getFirst();
        assertThat(ci().runs().one(run).status()).isEqualTo(RunStatus.WAITING);
        assertThat(pending.gate()).isInstanceOf(Gate.Deployment.class);
        assertThat(pending.environmentName()).isEqualTo("production");
        assertThat(pending.canApprove()).isTrue();
        assertThat(pending.rules()).hasSize(2);
        String ours = pending.rules().getFirst().name();
        assertApplied(approve(run, pending, ours, gitlab));
        assertThat(ci().approvals().reviews(run)).extracting(Review::decision)
                .containsExactly(Review.Decision.APPROVED);
        assertThat(ci().approvals().pending(run)).singleElement().extracting(PendingApproval::open)
                .asInstanceOf(LIST).as("the other rule").hasSize(1);
        try (GitLab colleague = practised.connected(CONNECTION, "glpat-colleague")) {
            assertApplied(approve(run, pending, pending.rules().get(1).name(), colleague));
        }
        PendingApproval play = ci().approvals().pending(run).getFirst();
        assertThat(play.gate()).isInstanceOf(Gate.ManualJob.class);
        assertApplied(approve(run, play, null, gitlab));
        assertThat(ci().approvals().pending(run)).isEmpty();
        sample.pass(Duration.ofSeconds(60));
        assertThat(ci().runs().one(run).conclusion()).isEqualTo(Conclusion.SUCCESS);
    }

    @Test
    void aRejectionEndsTheWaiting() throws RemoteFailure {
        RunId run = waiting(AUTH);
        PendingApproval pending = ci().approvals().pending(run).getFirst();
        PlannedRequest no = ci().commands().review(new Intent.ReviewDeployment(
                run, 1, "", List.of(pending.gate()), List.of("production"), Decision.REJECT, "not today",
                pending.rules().getFirst().name())).getFirst();
        assertApplied(ci().sender().send(no));
        assertThat(ci().approvals().reviews(run)).singleElement().satisfies(review -> {
            assertThat(review.decision()).isEqualTo(Review.Decision.REJECTED);
            assertThat(review.comment()).isEqualTo("not today");
            assertThat(review.environments()).containsExactly("production");
        });
    }

    @Test
    void anUnguardedManualJobIsAnApprovalToo() throws RemoteFailure {
        RunId run = waiting(RESIZER);
        PendingApproval pending = ci().approvals().pending(run).getFirst();
        assertThat(pending.gate()).isInstanceOf(Gate.ManualJob.class);
        assertApplied(approve(run, pending, null, gitlab));
        sample.pass(Duration.ofSeconds(60));
        assertThat(ci().deployments().recent(RESIZER).getFirst().state()).isEqualTo(Deployment.State.SUCCESS);
    }

    @Test
    void deploysAnEarlierDeploymentAgain() throws RemoteFailure {
        RunId first = start(AUTH, "staging");
        sample.pass(Duration.ofSeconds(60));
        Deployment earlier = ci().deployments().recent(AUTH).getFirst();
        assertApplied(ci().sender().send(ci().commands().redeploy(new Intent.Redeploy(
                AUTH, "staging", earlier.number(), earlier.number(), first, number(earlier), "v3.5.0", earlier.sha(),
                "it was better"))));
        sample.pass(Duration.ofSeconds(60));
        Deployment newest = ci().deployments().recent(AUTH).getFirst();
        assertThat(newest.number()).isGreaterThan(earlier.number());
        assertThat(newest.sha()).isEqualTo(earlier.sha());
        assertThat(newest.state()).isEqualTo(Deployment.State.SUCCESS);
        assertThat(newest.job()).isNotEqualTo(earlier.job());
    }

    @Test
    void cancelsAndRunsAgainWhatWasCancelled() throws RemoteFailure {
        RunId run = start(AUTH, "staging");
        sample.pass(Duration.ofSeconds(3));
        assertApplied(ci().sender().send(ci().commands().cancel(new Intent.CancelRun(run, 1, false))));
        sample.pass(Duration.ofSeconds(10));
        Run stopped = ci().runs().one(run);
        assertThat(stopped.conclusion()).isEqualTo(Conclusion.CANCELLED);
        assertApplied(ci().sender().send(ci().commands().rerun(
                new Intent.RerunRun(run, 1, new Intent.RerunRun.Scope.Failed(), false))));
        assertThat(ci().runs().one(run).status().isUnfinished()).isTrue();
        sample.pass(Duration.ofSeconds(60));
        assertThat(ci().runs().one(run).conclusion()).isEqualTo(Conclusion.SUCCESS);
        assertThat(ci().runs().one(run).updatedAt()).isAfter(stopped.updatedAt());
    }

    @Test
    void readsLogsWithGroupsAndArtifacts(@TempDir Path folder) throws RemoteFailure, IOException {
        RunId run = new RunId(AUTH, sample.merge("auth", null).id());
        sample.pass(Duration.ofMinutes(3));
        Job job = ci().runs().jobs(run, 1).getFirst();
        Path log = ci().runs().log(new JobKey(run, job.number()), folder.resolve("job.log")).path();
        assertThat(Files.readString(log)).contains("##[group]").contains("##[endgroup]").doesNotContain("section_");
        List<Artifact> artifacts = ci().artifacts().of(run);
        assertThat(artifacts).isNotEmpty();
        Path zip = folder.resolve("a.zip");
        assertThat(ci().artifacts().download(artifacts.getFirst(), zip, 1 << 20, n -> {})).isPositive();
        assertThat(Files.readAllBytes(zip)).startsWith('P', 'K');
    }

    @Test
    void tellsEnvironmentsFreezesAndWhatLiesBetween() throws RemoteFailure {
        assertThat(ci().environments().of(AUTH)).filteredOn(each -> each.name().equals("production"))
                .singleElement().satisfies(production -> {
                    assertThat(production.tier()).isEqualTo("production");
                    assertThat(production.reviewers()).hasSize(2);
                });
        assertThat(ci().environments().of(RESIZER)).allMatch(each -> each.reviewers().isEmpty())
                .extracting(CiEnvironment::name).contains("production");
        assertThat(ci().freezes().of(AUTH)).singleElement().extracting(Freeze::zone).isEqualTo("Europe/Berlin");
        var there = ci().commits().compare(new ComparisonKey(AUTH, "v3.3.9", "v3.4.1"));
        var back = ci().commits().compare(new ComparisonKey(AUTH, "v3.4.1", "v3.3.9"));
        assertThat(there.commits()).isNotEmpty();
        assertThat(there.behind()).isZero();
        assertThat(back.behind()).isEqualTo(there.total());
    }

    @Test
    void aTokenThatMayOnlyReadIsRefusedInWords() throws RemoteFailure {
        try (GitLab reader = practised.connected(CONNECTION, "glpat-reader")) {
            reader.provider().accounts().me();
            assertThat(reader.provider().capabilities().get().missing().values()).anyMatch(why -> why.contains("api"));
            assertThat(reader.provider().capabilities().get().whyNot(CiAbility.STOP_ENVIRONMENT)).isPresent();
            PlannedRequest request = reader.provider().commands().dispatch(
                    new Intent.TriggerRun(AUTH, 0, "Pipeline", "main", Map.of()));
            assertThat(reader.provider().sender().send(request)).isInstanceOfSatisfying(
                    SendOutcome.NotApplied.class,
                    refused -> assertThat(refused.problem().detail()).isNotBlank());
        }
    }

    private RunId start(RepositoryId repository, String environment) throws RemoteFailure {
        ci().workflows().manualStart(ci().workflows().of(repository).getFirst(), "main");
        SendOutcome outcome = ci().sender().send(ci().commands().dispatch(new Intent.TriggerRun(
                repository, 0, "Pipeline", "main", Map.of("version", "v3.5.0", "environment", environment))));
        assertApplied(outcome);
        return ci().commands().started(repository, ((SendOutcome.Applied) outcome).body()).orElseThrow();
    }

    private RunId waiting(RepositoryId repository) throws RemoteFailure {
        RunId run = start(repository, "production");
        sample.pass(Duration.ofSeconds(18));
        return run;
    }

    private static SendOutcome approve(RunId run, PendingApproval pending, @Nullable String rule, GitLab as) {
        return as.provider().sender().send(as.provider().commands().review(new Intent.ReviewDeployment(
                run, 1, "", List.of(pending.gate()), List.of("production"), Decision.APPROVE, "ship it", rule))
                .getFirst());
    }

    private static long number(Deployment deployment) {
        Long job = deployment.job();
        if (job == null) {
            throw new AssertionError("no job made " + deployment);
        }
        return job;
    }

    private static void assertApplied(SendOutcome outcome) {
        assertThat(outcome).isInstanceOf(SendOutcome.Applied.class);
    }

    private CiProvider ci() {
        return gitlab.provider();
    }
}
