package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.cluster.Health;
import dev.signalbox.domain.cluster.HealthRule;
import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.state.ConsoleState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The whole console but its window against the embedded team, over HTTP, through the ordinary providers.
@Execution(ExecutionMode.CONCURRENT)
class EngineStoryTest extends EngineOnPractice {

    private static final ConnectionId GITHUB = new ConnectionId("GitHub");
    private static final WorkloadKey CHECKOUT =
            new WorkloadKey(new ConnectionId("prod-eu"), "production", WorkloadKind.DEPLOYMENT, "checkout");

    @Test
    void theBoardFillsFromTheTeam() {
        await(s -> s.workloads().size() >= 36 && s.repositories().size() >= 12
                ? Optional.of(s)
                : Optional.empty());
        ConsoleState state = await(s -> s.repositories().values().stream()
                .allMatch(r -> r.runs().value() != null && r.deployments().value() != null)
                        ? Optional.of(s)
                        : Optional.empty());

        assertThat(state.boardProblems()).isEmpty();
        assertThat(state.described().services()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(state.connections().values()).allSatisfy(c -> assertThat(c.problem()).isNull());
        assertThat(state.journalProblem()).isEmpty();
    }

    @Test
    void theBadServiceIsRolledBackAndBecomesHealthy() {
        Workload sick = await(s -> seen(s, CHECKOUT)
                .filter(w -> HealthRule.of(w).health() != Health.HEALTHY
                        && HealthRule.of(w).health() != Health.MOVING));
        GoodRevision good = await(s -> s.good().getOrDefault(CHECKOUT, List.of()).stream()
                .filter(GoodRevision::isProven)
                .findFirst());
        Revision target = sick.revisions().stream()
                .filter(r -> r.hash().equals(good.hash()))
                .findFirst()
                .orElseThrow();

        ActionRecord done = carryOut(new Intent.RollBack(
                CHECKOUT, sick.uid(), sick.generation(), target.uid(), target.hash(), target.version(),
                "errors since deploy"));

        assertThat(done.phase()).as(done.words()).isEqualTo(ActionRecord.Phase.DONE);
        Workload healed = await(s -> seen(s, CHECKOUT).filter(w -> HealthRule.of(w).health() == Health.HEALTHY));
        assertThat(healed.image().orElseThrow().version()).isEqualTo(target.version());
        assertThat(healed.generation()).isEqualTo(sick.generation() + 1);
    }

    @Test
    void aWaitingDeployIsApprovedAndTheRunGoesOn() {
        PendingApproval waiting = await(s -> s.runs().values().stream()
                .flatMap(r -> r.pending().or(List.of()).stream())
                .filter(PendingApproval::canApprove)
                // At GitLab the job is still to be started afterwards.
                .filter(p -> p.run().repository().connection().equals(GITHUB))
                .findFirst());
        Run run = await(s -> s.repository(waiting.run().repository()).runs().or(List.of()).stream()
                .filter(r -> r.id().equals(waiting.run()))
                .findFirst());

        ActionRecord done = carryOut(new Intent.ReviewDeployment(
                run.id(), run.attempt(), run.headSha(), List.of(waiting.gate()),
                List.of(waiting.environmentName()), Decision.APPROVE, "looks good"));

        assertThat(done.phase()).as(done.words()).isEqualTo(ActionRecord.Phase.DONE);
        await(s -> s.repository(run.id().repository()).runs().or(List.of()).stream()
                .filter(r -> r.id().equals(run.id()) && r.status() != RunStatus.WAITING)
                .findFirst());
    }

    @Test
    void aTriggeredBuildAppearsAmongTheRuns() {
        RepositoryId catalog = new RepositoryId(GITHUB, "acme", "catalog");
        Workflow build = await(s -> s.repository(catalog).workflows().or(List.of()).stream()
                .filter(w -> w.file().equals("ci.yml"))
                .findFirst());

        ActionRecord done =
                carryOut(new Intent.TriggerRun(catalog, build.number(), build.name(), "main", Map.of()));

        assertThat(done.phase()).as(done.words()).isEqualTo(ActionRecord.Phase.DONE);
        await(s -> s.repository(catalog).runs().or(List.of()).stream()
                .filter(r -> r.event().equals("workflow_dispatch") && r.status().isUnfinished())
                .findFirst());
    }

    private static Optional<Workload> seen(ConsoleState state, WorkloadKey key) {
        return Optional.ofNullable(state.workload(key).value());
    }

    private ActionRecord carryOut(Intent intent) {
        DraftId draft = engine.operator().prepare(intent);
        Draft ready =
                await(s -> Optional.ofNullable(s.drafts().get(draft)).filter(d -> !(d instanceof Draft.Preparing)));
        assertThat(ready).isInstanceOf(Draft.Ready.class);
        PlanId plan = ((Draft.Ready) ready).plan().id();
        engine.operator().confirm(draft);
        return await(s -> Optional.ofNullable(s.actions().get(plan)).filter(a -> a.phase().isEnd()));
    }
}
