package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.ActionRecord.StepRecord;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.Change;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PutBackTest {

    private final World world = new World();
    private final World.Console console = world.console("alice@desk");

    @Test
    void aRollbackThatAControllerPutsBackIsNoSuccess() {
        ActionRecord action = done(World.rollBack("rs-2"));
        world.cluster.state.deploy("rs-3", "argocd-controller", world.clock.instant());
        look();
        ActionRecord now = console.action(action.plan());
        assertThat(now.phase()).isEqualTo(Phase.FAILED);
        assertThat(now.words()).matches(
                "Applied, then put back by argocd-controller at [\\d:]+ UTC: it runs v3 now\\.");
        assertThat(now.steps()).extracting(StepRecord::fate).containsExactly(Fate.NOT_VERIFIED, Fate.APPLIED);
        assertThat(world.journal.one()).isEqualTo(now);
    }

    @ParameterizedTest
    @ValueSource(strings = {"roll back", "pause", "resume", "scale"})
    void whatStaysAsItWasMadeStaysDone(String name) {
        World own = World.madeFor(name);
        World.Console there = own.console("alice@desk");
        ActionRecord action = there.does(World.intent(name));
        assertThat(action.phase()).isEqualTo(Phase.DONE);
        look(own, there);
        assertThat(there.action(action.plan())).isEqualTo(action);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "resume", "scale"})
    void otherChangesThatArePutBackAreToldToo(String name) {
        World own = World.madeFor(name);
        World.Console there = own.console("alice@desk");
        ActionRecord action = there.does(World.intent(name));
        switch (name) {
            case "scale" -> own.cluster.state.replicas = 4;
            default -> own.cluster.state.paused = !own.cluster.state.paused;
        }
        own.cluster.state.changed("kubectl-edit", own.clock.instant());
        look(own, there);
        assertThat(there.action(action.plan()).phase()).isEqualTo(Phase.FAILED);
        assertThat(there.action(action.plan()).words()).startsWith("Applied, then put back by kubectl-edit at ");
    }

    @Test
    void anotherVersionThatIsDeployedLaterIsNotPuttingBack() {
        ActionRecord action = done(World.rollBack("rs-2"));
        world.cluster.state.deploy("rs-1", "helm", world.clock.instant());
        look();
        assertThat(console.action(action.plan())).isEqualTo(action);
    }

    @Test
    void anOldPictureOfTheWorkloadIsNotMistakenForPuttingBack() {
        var before = world.cluster.state.now(world.clock.instant());
        ActionRecord action = done(World.rollBack("rs-2"));
        console.store.offer(new Change.WorkloadSeen(before, world.clock.instant()));
        console.operator.lookBack();
        assertThat(console.action(action.plan())).isEqualTo(action);
    }

    @Test
    void anotherObjectOfTheSameNameSaysNothingAboutOurs() {
        ActionRecord action = done(World.rollBack("rs-2"));
        world.cluster.state.deploy("rs-3", "helm", world.clock.instant());
        world.cluster.state.uid = "uid-2";
        look();
        assertThat(console.action(action.plan())).isEqualTo(action);
    }

    @Test
    void takingItBackOurselvesIsNotPuttingBack() {
        ActionRecord first = done(World.rollBack("rs-2"));
        world.clock.pass(Duration.ofSeconds(5));
        Intent.RollBack forward = new Intent.RollBack(
                FakeWorkload.KEY, "uid-1", world.cluster.state.generation, "rs-3", "hash-3", "v3", "");
        ActionRecord second = done(forward);
        look();
        assertThat(console.action(first.plan())).isEqualTo(first);
        assertThat(console.action(second.plan())).isEqualTo(second);
    }

    @Test
    void afterTenMinutesItIsSomebodyElsesStory() {
        ActionRecord action = done(World.rollBack("rs-2"));
        world.clock.pass(PutBack.WATCHED.plusSeconds(1));
        world.cluster.state.deploy("rs-3", "helm", world.clock.instant());
        look();
        assertThat(console.action(action.plan())).isEqualTo(action);
    }

    @Test
    void withinTenMinutesItIsTold() {
        ActionRecord action = done(World.rollBack("rs-2"));
        world.clock.pass(PutBack.WATCHED.minusSeconds(1));
        world.cluster.state.deploy("rs-3", "helm", world.clock.instant());
        look();
        assertThat(console.action(action.plan()).phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void itIsWrittenDownOnce() {
        ActionRecord action = done(World.rollBack("rs-2"));
        world.cluster.state.deploy("rs-3", "helm", world.clock.instant());
        look();
        ActionRecord told = console.action(action.plan());
        world.clock.pass(Duration.ofMinutes(1));
        look();
        assertThat(console.action(action.plan())).isEqualTo(told);
    }

    @Test
    void aConsoleThatWasRestartedLooksBackToo() {
        ActionRecord action = done(World.rollBack("rs-2"));
        World.Console next = world.console("alice@desk");
        next.operator.recover();
        world.cluster.state.deploy("rs-3", "flux", world.clock.instant());
        look(world, next);
        assertThat(next.action(action.plan()).words()).contains("put back by flux");
    }

    private ActionRecord done(Intent intent) {
        ActionRecord action = console.does(intent);
        assertThat(action.phase()).as(action.words()).isEqualTo(Phase.DONE);
        return action;
    }

    private void look() {
        look(world, console);
    }

    private static void look(World world, World.Console console) {
        var seen = Objects.requireNonNull(world.cluster.state.now(world.clock.instant()));
        console.store.offer(new Change.WorkloadSeen(seen, world.clock.instant()));
        console.operator.lookBack();
    }
}
