package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.cluster.Health;
import dev.signalbox.domain.cluster.HealthRule;
import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.shell.Incident;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What can be made to go wrong from the practice menu, as the console tells it. Each test has a team of its own: one
/// would end the limit that another waits for.
@Execution(ExecutionMode.CONCURRENT)
class IncidentsTest extends EngineOnPractice {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ConnectionId GITHUB = new ConnectionId("GitHub");
    private static final ConnectionId GITLAB = new ConnectionId("GitLab");
    private static final ConnectionId PRODUCTION = new ConnectionId("prod-eu");

    @BeforeEach
    void allIsRead() throws IOException {
        await("all is read", s -> s.workloads().size() >= 36
                && s.connections().values().stream().allMatch(c -> c.lamp() == Connection.Lamp.LIVE)
                        ? Optional.of(s)
                        : Optional.empty());
    }

    @Test
    void aUsedUpRateLimitPausesAndComesBack() throws IOException {
        Set<RepositoryId> before = await("runs are read", s -> Optional.of(read(s)).filter(r -> r.size() >= 8));
        practice.team().startIncident("rate-limit");
        Connection paused = connection(GITHUB, c -> c.lamp() == Connection.Lamp.PAUSED);
        assertThat(paused.problem()).isInstanceOf(RemoteProblem.RateLimited.class);
        assertThat(paused.retryAt()).as("a countdown").isNotNull();
        Connection other = connection(GITLAB, c -> c.lamp() == Connection.Lamp.PAUSED);
        assertThat(other.problem()).isInstanceOf(RemoteProblem.RateLimited.class);
        assertThat(other.retryAt()).as("a countdown of its own").isNotNull();
        assertThat(read(engine.store().current())).as("the last good values stay").containsAll(before);
        engine.refresh();
        // It comes back by itself when the limit is over, and not before.
        Connection back = connection(GITHUB, c -> c.lamp() == Connection.Lamp.LIVE);
        assertThat(back.freshAt()).isAfterOrEqualTo(paused.retryAt());
        Connection otherBack = connection(GITLAB, c -> c.lamp() == Connection.Lamp.LIVE);
        assertThat(otherBack.freshAt()).isAfterOrEqualTo(other.retryAt());
        practice.team().endIncident("rate-limit");
    }

    private static Set<RepositoryId> read(ConsoleState state) {
        return state.repositories().entrySet().stream()
                .filter(r -> r.getValue().runs().value() != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Test
    void aUsedUpRateLimitThatIsEndedFromTheMenuIsOverAtOnce() throws IOException {
        PracticeIncidents menu =
                new PracticeIncidents(practice.team(), engine.threads().workers(), engine::refresh);
        menu.start("rate-limit");
        Connection paused = connection(GITHUB, c -> c.lamp() == Connection.Lamp.PAUSED);
        Connection spent = connection(
                GITHUB, c -> c.lamp() == Connection.Lamp.PAUSED && c.budget() != null && c.budget().remaining() == 0);
        assertThat(Objects.requireNonNull(spent.budget()).limit()).isEqualTo(5_000);
        Connection other = connection(
                GITLAB, c -> c.lamp() == Connection.Lamp.PAUSED && c.budget() != null && c.budget().remaining() == 0);
        assertThat(Objects.requireNonNull(other.budget()).limit()).isEqualTo(2_000);
        menu.end("rate-limit");
        assertThat(connection(GITLAB, c -> c.lamp() == Connection.Lamp.LIVE).freshAt())
                .as("before the time that was told").isBefore(other.retryAt());
        Connection back = connection(GITHUB, c -> c.lamp() == Connection.Lamp.LIVE);
        assertThat(back.freshAt()).as("before the time that was told").isBefore(paused.retryAt());
        assertThat(menu.all()).filteredOn(Incident::running).extracting(Incident::id).doesNotContain("rate-limit");
    }

    @Test
    void aRevokedTokenAsksForAPersonAndComesBack() throws IOException {
        practice.team().startIncident("token-revoked");
        Connection failed = connection(GITHUB, c -> c.lamp() == Connection.Lamp.FAILED);
        assertThat(failed.problem()).isInstanceOf(RemoteProblem.Unauthorized.class);
        Connection other = connection(GITLAB, c -> c.lamp() == Connection.Lamp.FAILED);
        assertThat(other.problem()).isInstanceOf(RemoteProblem.Unauthorized.class);
        assertThat(engine.store().current().repositories()).isNotEmpty();
        practice.team().endIncident("token-revoked");
        engine.refresh();
        connection(GITHUB, c -> c.lamp() == Connection.Lamp.LIVE);
        connection(GITLAB, c -> c.lamp() == Connection.Lamp.LIVE);
    }

    @Test
    void anUnreachableClusterKeepsItsLastValues() throws IOException {
        Set<WorkloadKey> before = inProduction(engine.store().current());
        practice.team().startIncident("cluster-unreachable");
        connection(PRODUCTION, c -> c.lamp() == Connection.Lamp.STALE && c.problem() != null);
        assertThat(inProduction(engine.store().current())).isEqualTo(before);
        practice.team().endIncident("cluster-unreachable");
        connection(PRODUCTION, c -> c.lamp() == Connection.Lamp.LIVE);
        assertThat(inProduction(engine.store().current())).isEqualTo(before);
    }

    @Test
    void aBadDeployIsSeenAndTheWayBackIsKnown() throws IOException {
        WorkloadKey key = deployment("image-resizer");
        practice.team().startIncident("bad-deploy");
        Workload sick = await("it is sick", s -> LiveConsole.seen(s, key).filter(Pictures::isSick));
        assertThat(HealthRule.of(sick).words()).isNotBlank();
        assertThat(sick.revisions().stream().filter(r -> !r.current())).isNotEmpty();
    }

    @Test
    void aColleagueWhoWasFasterIsNamedAndNothingIsSent() throws IOException {
        WorkloadKey key = LiveConsole.CHECKOUT;
        Workload seen = await("checkout has gone bad", s -> LiveConsole.seen(s, key)
                .filter(w -> w.image().map(i -> i.version().equals("v2.14.1")).orElse(false) && Pictures.isSick(w)));
        Revision target = await("a way back is known", s -> s.good().getOrDefault(key, List.of()).stream()
                .filter(GoodRevision::isProven)
                .flatMap(g -> seen.revisions().stream().filter(r -> !r.current() && r.hash().equals(g.hash())))
                .findFirst());
        DraftId draft = engine.operator().prepare(new Intent.RollBack(
                key, seen.uid(), seen.generation(), target.uid(), target.hash(), target.version(), "it crashes"));
        Draft.Ready ready = await("the plan is there", s -> Optional.ofNullable(s.drafts().get(draft))
                .filter(Draft.Ready.class::isInstance).map(Draft.Ready.class::cast));
        practice.team().startIncident("second-operator");
        Workload moved = await("the world has moved", s -> LiveConsole.seen(s, key)
                .filter(w -> w.generation() > seen.generation()));
        engine.operator().confirm(draft);
        PlanId plan = ready.plan().id();
        ActionRecord stopped =
                await("it ends", s -> Optional.ofNullable(s.actions().get(plan)).filter(a -> a.phase().isEnd()));
        assertThat(stopped.phase()).as(stopped.words()).isEqualTo(ActionRecord.Phase.STOPPED);
        assertThat(stopped.words()).contains("Nothing was sent").contains("changed meanwhile by kubectl-rollout")
                .contains("v2.13.4");
        assertThat(await("it is quiet", s -> LiveConsole.seen(s, key)
                .filter(w -> HealthRule.of(w).health() == Health.HEALTHY)).generation())
                .isEqualTo(moved.generation());
    }

    private static WorkloadKey deployment(String name) {
        return new WorkloadKey(PRODUCTION, "production", WorkloadKind.DEPLOYMENT, name);
    }

    private static Set<WorkloadKey> inProduction(ConsoleState state) {
        return state.workloads().entrySet().stream()
                .filter(e -> e.getKey().cluster().equals(PRODUCTION) && e.getValue().value() != null)
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Connection connection(ConnectionId id, java.util.function.Predicate<Connection> wanted) throws IOException {
        return await(id.name() + " stands as expected",
                s -> Optional.ofNullable(s.connections().get(id)).filter(wanted));
    }

    private <T> T await(String what, Function<ConsoleState, Optional<T>> wanted) throws IOException {
        return Objects.requireNonNull(new Waiting(engine.store()).until(what, PATIENCE, wanted));
    }
}
