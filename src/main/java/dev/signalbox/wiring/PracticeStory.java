package dev.signalbox.wiring;

import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.cluster.Health;
import dev.signalbox.domain.cluster.HealthRule;
import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.shell.Place;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/// What a newcomer does on the practice team, done by itself for the pictures.
record PracticeStory(
        Engine engine, ConsoleUi ui, FxWork work, Pictures.Camera camera, Waiting waiting, PrintStream out) {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration BREATH = Duration.ofMillis(1500);

    void play() throws IOException {
        PlanId build = triggerABuild();
        triggerForm();
        approve();
        Workload sick = waiting.until("a service is in trouble", PATIENCE, PracticeStory::aSickService);
        WorkloadKey key = sick.key();
        go(new Place.AtTarget(key.name(), key.namespace()));
        waiting.a(BREATH.multipliedBy(2));
        waiting.until("it is still in trouble", PATIENCE, PracticeStory::aSickService);
        camera.take("board");
        Pictures.wall(ui, work, camera);
        tiles();
        podLog();
        PlanId rollBack = rollBack(key);
        runs(build);
        waiting.until("the service is healthy again", PATIENCE, s -> Optional.ofNullable(s.workload(key).value())
                .filter(w -> HealthRule.of(w).health() == Health.HEALTHY));
        ended(rollBack);
        go(new Place.AtTarget(key.name(), key.namespace()));
        waiting.a(BREATH);
        camera.take("board-healed");
        go(new Place.AtScreen("activity"));
        waiting.a(BREATH);
        camera.take("activity");
        editor();
    }

    /// The board's file, as it is changed.
    private void editor() throws IOException {
        work.run(ui.editor()::edit);
        waiting.a(BREATH);
        camera.take("editor");
        work.run(ui.editor()::dismiss);
    }

    /// The groups of the board closed, as people close them.
    private void tiles() throws IOException {
        go(new Place.AtScreen("board"));
        camera.press(KeyCode.G);
        waiting.a(BREATH);
        camera.take("tiles");
        camera.press(KeyCode.G);
    }

    /// The log of all pods of the service in trouble; its drawer is open.
    private void podLog() throws IOException {
        camera.fire("pod-log-open");
        camera.fire("pod-log-every");
        waiting.a(BREATH.multipliedBy(2));
        camera.take("pod-log");
        camera.fire("pod-log-close");
    }

    /// The form in which a run is started, as the board opens it.
    private void triggerForm() throws IOException {
        go(new Place.AtScreen("board"));
        camera.fire("trigger");
        waiting.a(BREATH.multipliedBy(2));
        camera.take("trigger");
        camera.fire("trigger-cancel");
    }

    private PlanId triggerABuild() throws IOException {
        Workflow workflow = waiting.until("a workflow is known", PATIENCE, s -> s.repositories().entrySet().stream()
                .filter(e -> e.getKey().name().equals("catalog"))
                .flatMap(e -> e.getValue().workflows().or(List.of()).stream())
                .filter(w -> w.active() && w.file().equals("ci.yml"))
                .findFirst());
        RepositoryId repository = workflow.repository();
        Draft.Ready plan = propose(new Intent.TriggerRun(
                repository, workflow.number(), workflow.name(), "main", Map.of()));
        camera.take("plan-trigger");
        return confirm(plan);
    }

    private void approve() throws IOException {
        PendingApproval waitingFor = waiting.until("a deploy waits for approval", PATIENCE, Pictures::anApproval);
        go(new Place.AtApproval(waitingFor.run(), waitingFor.environmentName()));
        waiting.a(BREATH.multipliedBy(2));
        camera.take("approvals");
        Run run = waiting.until("its run is known", PATIENCE, s -> s.repository(waitingFor.run().repository())
                .runs().or(List.of()).stream().filter(r -> r.id().equals(waitingFor.run())).findFirst());
        Draft.Ready plan = propose(new Intent.ReviewDeployment(
                run.id(), run.attempt(), run.headSha(), List.of(waitingFor.gate()),
                List.of(waitingFor.environmentName()), Decision.APPROVE, "Looks good in staging"));
        camera.take("plan-approve");
        confirm(plan);
    }

    private PlanId rollBack(WorkloadKey key) throws IOException {
        Workload sick = waiting.until("it is still there", PATIENCE, s -> Optional.ofNullable(s.workload(key).value()));
        Revision target = waiting.until("a good revision is known", PATIENCE, s -> wayBack(s, key));
        Draft.Ready plan = propose(new Intent.RollBack(
                key, sick.uid(), sick.generation(), target.uid(), target.hash(), target.version(),
                "Pods crash since the deploy"));
        camera.take("plan-roll-back");
        PlanId id = confirm(plan);
        waiting.a(BREATH);
        camera.take("plan-roll-back-running");
        return id;
    }

    private void runs(PlanId build) throws IOException {
        go(new Place.AtScreen("runs"));
        waiting.a(BREATH);
        camera.take("runs");
        Optional<Run> failed = waiting.now(Pictures::aFailedRun);
        if (failed.isPresent()) {
            go(new Place.AtRun(failed.get().id()));
            waiting.a(BREATH.multipliedBy(3));
            camera.take("run");
        }
        ended(build);
    }

    private static Optional<Workload> aSickService(ConsoleState state) {
        return state.workloads().values().stream()
                .map(r -> r.value())
                .filter(Objects::nonNull)
                .filter(Pictures::isSick)
                .findFirst();
    }

    private static Optional<Revision> wayBack(ConsoleState state, WorkloadKey key) {
        Workload workload = state.workload(key).value();
        List<GoodRevision> good = state.good().getOrDefault(key, List.of());
        return workload == null
                ? Optional.empty()
                : workload.revisions().stream()
                        .filter(r -> !r.current()
                                && good.stream().anyMatch(g -> g.isProven() && g.hash().equals(r.hash())))
                        .findFirst();
    }

    private void go(Place place) throws IOException {
        work.run(() -> {
            ui.sheet().dismiss();
            ui.navigation().go(place);
        });
    }

    private Draft.Ready propose(Intent intent) throws IOException {
        work.run(() -> ui.sheet().propose(intent));
        Draft draft = waiting.until("the plan is ready", PATIENCE, s -> s.drafts().values().stream()
                .filter(d -> d.intent().equals(intent) && !(d instanceof Draft.Preparing))
                .findFirst());
        waiting.a(BREATH);
        if (draft instanceof Draft.Ready ready) {
            return ready;
        }
        throw new IOException("The plan was refused: " + draft);
    }

    private PlanId confirm(Draft.Ready ready) throws IOException {
        out.println("Confirmed: " + ready.plan().title());
        engine.operator().confirm(ready.id());
        waiting.until("the plan is under way", PATIENCE, s -> Optional.ofNullable(s.actions().get(ready.plan().id()))
                .filter(a -> a.phase() != ActionRecord.Phase.CHECKING));
        return ready.plan().id();
    }

    private void ended(PlanId plan) throws IOException {
        ActionRecord action =
                waiting.until("the action has ended", PATIENCE, s -> Optional.ofNullable(s.actions().get(plan))
                        .filter(a -> a.phase().isEnd()));
        out.println(action.plan().title() + ": " + action.words());
    }
}
