package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Release;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.cluster.Health;
import dev.signalbox.domain.cluster.HealthRule;
import dev.signalbox.domain.cluster.ImageRef;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A team on two providers: one board over both, and the whole way of a release on GitLab, from the trigger through two
/// approval rules and a manual job to production, and back by deploying the earlier one again.
@Execution(ExecutionMode.CONCURRENT)
class GitLabStoryTest extends EngineOnPractice {

    private static final ConnectionId GITLAB = new ConnectionId("GitLab");
    private static final RepositoryId AUTH = new RepositoryId(GITLAB, "acme/platform", "auth");
    private static final WorkloadKey IN_PRODUCTION =
            new WorkloadKey(new ConnectionId("prod-eu"), "production", WorkloadKind.DEPLOYMENT, "auth");

    @Test
    void oneBoardHoldsBothProviders() {
        ConsoleState state = await(s -> known(s, "GitHub") && known(s, "GitLab") ? Optional.of(s) : Optional.empty());
        assertThat(state.whyNot(GITLAB, CiAbility.RERUN_ALL)).isPresent();
        assertThat(state.whyNot(new ConnectionId("GitHub"), CiAbility.RERUN_ALL)).isEmpty();
        assertThat(state.connections().values()).allSatisfy(c -> assertThat(c.problem()).isNull());
        assertThat(state.boardProblems()).isEmpty();
    }

    @Test
    void aReleaseGoesToProductionAndIsDeployedBack() {
        Deployment before = await(s -> live(s, "production"));
        assertThat(before.job()).isNotNull();

        RunId run = trigger();
        look(run);
        List<Job> jobs = await(s -> Optional.ofNullable(s.run(run).jobsOf(1).value()).filter(l -> !l.isEmpty()));
        assertThat(jobs).allSatisfy(job -> assertThat(job.stage()).isNotBlank());

        letThrough(run, "Ship it");
        Deployment shipped = await(s -> live(s, "production").filter(d -> d.number() > before.number()));
        assertThat(shipped.run()).isEqualTo(run.number());
        await(s -> running(s).filter(version -> shipped.sha().startsWith(version)));

        RunId earlier = new RunId(AUTH, Objects.requireNonNull(before.run()));
        ActionRecord back = carryOut(new Intent.Redeploy(
                AUTH, "production", before.number(), shipped.number(), earlier, Objects.requireNonNull(before.job()),
                before.ref(), before.sha(), "It is slow"));
        assertThat(back.phase()).as(back.words()).isEqualTo(Phase.DONE);
        Deployment again = await(s -> newest(s, "production").filter(d -> d.number() > shipped.number()));
        assertThat(again.sha()).isEqualTo(before.sha());
        assertThat(again.state()).as("what goes back is let in like anything else").isEqualTo(Deployment.State.WAITING);

        look(earlier);
        letThrough(earlier, "Back to what worked");
        Deployment live = await(s -> live(s, "production").filter(d -> d.number() > shipped.number()));
        assertThat(live.number()).isEqualTo(again.number());
        assertThat(live.run()).isEqualTo(earlier.number());
        assertThat(live.ref()).isEqualTo(before.ref());
        String shown = await(s -> running(s).filter(version -> !shipped.sha().startsWith(version)));
        assertThat(shown).as("what the board shows").isEqualTo(before.ref());
    }

    @Test
    void releasesOfBothProvidersAreReadOnceSomebodyLooks() {
        RepositoryId catalog = new RepositoryId(new ConnectionId("GitHub"), "acme", "catalog");
        await(s -> live(s, "production"));
        assertThat(engine.store().current().releases()).as("nobody looked").isEmpty();
        engine.store().offer(new Change.FocusMoved("board", Focus.NOWHERE.withReleases(Set.of(AUTH, catalog))));

        List<Release> ofAuth = await(s -> releases(s, AUTH));
        List<Release> ofCatalog = await(s -> releases(s, catalog));
        assertThat(ofAuth).extracting(Release::tag).contains("v3.4.1", "v3.4.0");
        assertThat(ofCatalog).extracting(Release::tag).contains("v9.3.0", "v9.2.4");
    }

    private static Optional<List<Release>> releases(ConsoleState state, RepositoryId repository) {
        return Optional.ofNullable(state.releases().get(repository)).map(Reading::value);
    }

    @Test
    void theReviewAppOfAMergeRequestIsStopped() {
        CiEnvironment review = await(s -> review(s, AUTH));
        long live = await(s -> live(s, review.name())).number();

        ActionRecord stopped = carryOut(new Intent.StopEnvironment(AUTH, review.number(), review.name(), live));
        assertThat(stopped.phase()).as(stopped.words()).isEqualTo(Phase.DONE);
        assertThat(stopped.plan().guard()).isEqualTo(new Guard.Press());
        assertThat(stopped.words()).isEqualTo(review.name() + " is not in use any more.");

        ConsoleState soon = await(s -> review(s, AUTH).isEmpty() ? Optional.of(s) : Optional.empty());
        assertThat(soon.repository(AUTH).environments().or(List.of()))
                .extracting(CiEnvironment::name)
                .containsExactlyInAnyOrder("development", "staging", "production");
    }

    private static Optional<CiEnvironment> review(ConsoleState state, RepositoryId repository) {
        return state.repository(repository).environments().or(List.of()).stream()
                .filter(CiEnvironment::comesAndGoes)
                .findFirst();
    }

    /// Says yes for the one rule that we belong to, waits for the colleague's, and starts the job.
    private void letThrough(RunId run, String why) {
        PendingApproval blocked = await(s -> waiting(s, run, Gate.Deployment.class));
        assertThat(blocked.canApprove()).isTrue();
        assertThat(blocked.rules()).hasSize(2);
        decide(run, blocked, "Release managers", why);
        PendingApproval manual = await(s -> waiting(s, run, Gate.ManualJob.class));
        decide(run, manual, null, "");
    }

    /// The version in production, once its rollout is through.
    private static Optional<String> running(ConsoleState state) {
        return LiveConsole.seen(state, IN_PRODUCTION)
                .filter(w -> HealthRule.of(w).health() == Health.HEALTHY)
                .flatMap(Workload::image)
                .map(ImageRef::version);
    }

    private RunId trigger() {
        ActionRecord started = carryOut(new Intent.TriggerRun(
                AUTH, 0, "Pipeline", "main", Map.of("environment", "production")));
        assertThat(started.phase()).as(started.words()).isEqualTo(Phase.DONE);
        assertThat(started.plan().steps().getFirst().verifies()).isInstanceOf(Expectation.RunExists.class);
        return ((Expectation.RunExists) started.plan().steps().getFirst().verifies()).run();
    }

    private void decide(RunId id, PendingApproval pending, @Nullable String rule, String why) {
        Run run = await(s -> Optional.ofNullable(s.run(id).run().value()));
        ActionRecord done = carryOut(new Intent.ReviewDeployment(
                id, run.attempt(), run.headSha(), List.of(pending.gate()), List.of(pending.environmentName()),
                Decision.APPROVE, why, rule));
        assertThat(done.phase()).as(done.words()).isEqualTo(Phase.DONE);
        assertThat(done.plan().guard()).isEqualTo(new Guard.TypeName("production"));
    }

    private void look(RunId run) {
        engine.store().offer(new Change.FocusMoved(
                "runs", Focus.NOWHERE.withRuns(Set.of(run))));
    }

    private ActionRecord carryOut(Intent intent) {
        DraftId draft = engine.operator().prepare(intent);
        Draft.Ready ready = await(s -> switch (s.drafts().get(draft)) {
            case Draft.Ready r -> Optional.of(r);
            case Draft.Refused refused -> throw new AssertionError(refused.reason() + " " + refused.advice());
            case null, default -> Optional.empty();
        });
        engine.operator().confirm(draft);
        return await(s -> Optional.ofNullable(s.actions().get(ready.plan().id())).filter(a -> a.phase().isEnd()));
    }

    private static boolean known(ConsoleState state, String connection) {
        return state.repositories().entrySet().stream()
                .filter(e -> e.getKey().connection().name().equals(connection))
                .filter(e -> e.getValue().deployments().value() != null)
                .anyMatch(e -> e.getValue().runs().or(List.of()).stream()
                        .anyMatch(run -> run.status() != RunStatus.UNKNOWN));
    }

    private static Optional<PendingApproval> waiting(ConsoleState state, RunId run, Class<? extends Gate> gate) {
        return state.run(run).pending().or(List.of()).stream().filter(p -> gate.isInstance(p.gate())).findFirst();
    }

    private static Optional<Deployment> live(ConsoleState state, String environment) {
        return state.repository(AUTH).deployments().or(List.of()).stream()
                .filter(d -> d.environment().equals(environment) && d.state() == Deployment.State.SUCCESS)
                .findFirst();
    }

    private static Optional<Deployment> newest(ConsoleState state, String environment) {
        return state.repository(AUTH).deployments().or(List.of()).stream()
                .filter(d -> d.environment().equals(environment))
                .findFirst();
    }
}
