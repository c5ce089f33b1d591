package dev.signalbox.action;

import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.CiCapabilities;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.team.TeamProposal;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.state.Change;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// Everything outside, and consoles that look at it. All runs on the calling thread; waiting lets the world go on.
final class World {

    private static final int MOST_WAITS = 2_000;

    final FakeClock clock = new FakeClock();
    final FakeCluster cluster = new FakeCluster(clock);
    final FakeCi ci = new FakeCi(clock);
    final FakeTeam team = new FakeTeam();
    final FakeJournal journal = new FakeJournal();
    private int ids;
    private int waits;

    /// Secrets that the console holds.
    Redaction held = Redaction.SHAPES_ONLY;

    World() {
        cluster.intended = journal::intends;
        ci.intended = journal::intends;
        team.intended = journal::intends;
    }

    /// Breaks the world and the disk as `trace` tells.
    void breakAs(Trace trace) {
        cluster.trace = trace;
        ci.trace = trace;
        team.trace = trace;
        journal.trace = trace;
    }

    void wait(java.time.Duration length) throws InterruptedException {
        clock.pass(length);
        cluster.state.beat();
        if (++waits > MOST_WAITS) {
            throw new InterruptedException("waited long enough");
        }
    }

    Outside outside() {
        return new Outside(
                Map.of(FakeCi.REPOSITORY.connection(), ci.ports()),
                Map.of(FakeWorkload.KEY.cluster(), cluster.ports()),
                Map.of(FakeTeam.ID, team),
                () -> held);
    }

    Console console(String who) {
        return new Console(who);
    }

    /// Names of one of each intent.
    static final List<String> NAMES = List.of(
            "trigger", "rerun", "cancel", "approve", "reject", "play", "go on", "redeploy", "stop", "roll back",
            "restart",
            "pause", "resume", "scale", "propose", "withdraw");

    static Intent intent(String name) {
        return switch (name) {
            case "trigger" -> new Intent.TriggerRun(FakeCi.REPOSITORY, 7, "Release", "main", Map.of());
            case "rerun" -> new Intent.RerunRun(FakeCi.RUN, 1, new Intent.RerunRun.Scope.Failed(), false);
            case "cancel" -> new Intent.CancelRun(FakeCi.RUN, 1, false);
            case "approve" -> review(Decision.APPROVE);
            case "reject" -> review(Decision.REJECT);
            case "play" -> new Intent.ReviewDeployment(
                    FakeCi.RUN, 1, FakeCi.SHA, List.of(new Gate.ManualJob(31)), List.of("production"),
                    Decision.APPROVE, "");
            case "go on" -> new Intent.RerunRun(FakeCi.RUN, 1, new Intent.RerunRun.Scope.Failed(), false);
            case "redeploy" -> redeploy();
            case "stop" -> stop();
            case "roll back" -> rollBack("rs-2");
            case "restart" -> new Intent.RestartWorkload(FakeWorkload.KEY, "uid-1", 7);
            case "pause" -> new Intent.PauseRollout(FakeWorkload.KEY, "uid-1", 7);
            case "resume" -> new Intent.ResumeRollout(FakeWorkload.KEY, "uid-1", 7);
            case "scale" -> new Intent.ScaleWorkload(FakeWorkload.KEY, "uid-1", 7, 4, 6);
            case "propose" -> propose();
            case "withdraw" -> withdraw();
            default -> throw new AssertionError(name);
        };
    }

    static Intent.ReviewDeployment review(Decision decision) {
        return new Intent.ReviewDeployment(
                FakeCi.RUN, 1, FakeCi.SHA, List.of(new Gate.Environment(5)), List.of("production"), decision, "ok");
    }

    static Intent.Redeploy redeploy() {
        return new Intent.Redeploy(
                FakeCi.REPOSITORY, "production", 51, 52, FakeCi.RUN, 71, "v1", FakeCi.SHA, "5xx");
    }

    static Intent.StopEnvironment stop() {
        return new Intent.StopEnvironment(FakeCi.REPOSITORY, 91, "review/new-cart", 51);
    }

    static Intent.ProposeTeamFile propose() {
        return propose("version: 1\nservices: [{name: checkout}]\n");
    }

    static Intent.ProposeTeamFile propose(String text) {
        return new Intent.ProposeTeamFile(
                new FakeTeam().place(),
                new TeamProposal(FakeTeam.HEAD, text, "List checkout", "It moved here.", FakeClock.START), List.of());
    }

    static Intent.WithdrawProposal withdraw() {
        String commit = FakeTeam.commit(propose().proposal());
        return new Intent.WithdrawProposal(new FakeTeam().place(), TeamProposal.branch(commit), commit);
    }

    static Intent.RollBack rollBack(String revision) {
        return new Intent.RollBack(
                FakeWorkload.KEY, "uid-1", 7, revision, FakeWorkload.hash(revision), "v" + revision.substring(3),
                "5xx");
    }

    /// A world in which the named intent makes sense.
    static World madeFor(String intent) {
        World world = new World();
        switch (intent) {
            case "cancel", "approve", "reject" -> world.ci.waits("production");
            case "play" -> world.ci.waitsAt(new Gate.ManualJob(31));
            case "go on" -> world.ci.capabilities = new CiCapabilities(Map.of(), false, Set.of("api"));
            case "redeploy" -> world.ci.deployments.two("production");
            case "stop" -> world.ci.deployments.reviewed("review/new-cart");
            case "resume" -> world.cluster.state.paused = true;
            case "withdraw" -> {
                world.team.branches.put(withdraw().branch(), withdraw().commit());
                world.ci.requests.opened(withdraw().branch(), ChangeRequest.State.OPEN);
            }
            default -> {}
        }
        return world;
    }

    /// Whether the intent has had its effect on the world.
    boolean hasEffect(String intent) {
        return switch (intent) {
            case "trigger" -> ci.runs.size() == 2;
            case "rerun" -> Objects.requireNonNull(ci.runs.get(641L)).attempt() == 2;
            case "cancel" -> !Objects.requireNonNull(ci.runs.get(641L)).status().isUnfinished();
            case "approve", "reject" -> ci.reviews.size() == 1;
            case "play" -> ci.pending.isEmpty();
            case "go on" -> Objects.requireNonNull(ci.runs.get(641L)).status() == RunStatus.QUEUED;
            case "redeploy" -> ci.deployments.all.size() == 3;
            case "stop" -> ci.deployments.environments.isEmpty();
            case "roll back" -> cluster.state.template.equals("rs-2");
            case "restart" -> !cluster.state.mark.isEmpty();
            case "pause" -> cluster.state.paused;
            case "resume" -> !cluster.state.paused;
            case "scale" -> cluster.state.replicas == 6;
            case "propose" -> team.branches.containsKey(withdraw().branch())
                    && ci.requests.isOpen(withdraw().branch());
            case "withdraw" -> !team.branches.containsKey(withdraw().branch())
                    && !ci.requests.isOpen(withdraw().branch());
            default -> throw new AssertionError(intent);
        };
    }

    int changes() {
        return made().size();
    }

    /// Requests that changed something.
    List<PlannedRequest> made() {
        return Stream.of(cluster.changes, ci.changes, team.changes).flatMap(List::stream).toList();
    }

    List<String> violations() {
        return Stream.of(cluster.violations, ci.violations, team.violations).flatMap(List::stream).toList();
    }

    /// A running console.
    final class Console {
        final Store store = new Store(new Reducer(), Runnable::run);
        final ConsoleOperator operator;

        Console(String who) {
            operator = new ConsoleOperator(
                    outside(), journal, store, clock, () -> "id-" + ++ids, who, Runnable::run, World.this::wait);
            store.offer(new Change.BoardDescribed(
                    new BoardSpec(
                            List.of(new EnvironmentSpec("staging", false), new EnvironmentSpec("production", true)),
                            List.of(new ServiceSpec("checkout", "Shop", null, null, null,
                                    List.of(new TargetSpec("production", FakeWorkload.KEY)), false))),
                    List.of()));
        }

        Draft draft(DraftId id) {
            return Objects.requireNonNull(store.current().drafts().get(id));
        }

        Plan plan(Intent intent) {
            return plan(operator.prepare(intent));
        }

        Plan plan(DraftId id) {
            if (draft(id) instanceof Draft.Ready ready) {
                return ready.plan();
            }
            throw new AssertionError("not ready: " + draft(id));
        }

        Draft.Refused refusal(Intent intent) {
            if (draft(operator.prepare(intent)) instanceof Draft.Refused refused) {
                return refused;
            }
            throw new AssertionError("not refused");
        }

        /// Prepares and confirms; the action as it ended.
        ActionRecord does(Intent intent) {
            DraftId id = operator.prepare(intent);
            Plan plan = plan(id);
            operator.confirm(id);
            return action(plan);
        }

        ActionRecord action(Plan plan) {
            return Objects.requireNonNull(store.current().actions().get(plan.id()));
        }
    }
}
