package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.cluster.LastChange;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Expectation.SpecBefore;
import dev.signalbox.domain.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whose work a paused, scaled or restarted workload is.
class WorkloadSightTest {

    private static final String UNTOLD = " It was changed since, and reading cannot tell whose work that is.";

    private final World world = new World();
    private final FakeWorkload state = world.cluster.state;
    private final SpecBefore before = new SpecBefore(7, state.lastChange);
    private final Expectation six = new Expectation.ReplicasAre(FakeWorkload.KEY, "uid-1", 6, before);
    private final Expectation held = new Expectation.PausedIs(FakeWorkload.KEY, "uid-1", true, before);
    private final Expectation marked = new Expectation.RestartMarked(FakeWorkload.KEY, "uid-1", "m", before);

    @Test
    void readsMarkPauseAndNumber() throws Exception {
        assertThat(readAnswered(new Expectation.RestartMarked(FakeWorkload.KEY, "uid-1", "m", null)))
                .isInstanceOf(Verdict.NotYet.class);
        assertThat(readAnswered(new Expectation.PausedIs(FakeWorkload.KEY, "uid-1", true, null)).words())
                .isEqualTo("The rollout is not held.");
        assertThat(readAnswered(new Expectation.PausedIs(FakeWorkload.KEY, "uid-1", false, null)))
                .isInstanceOf(Verdict.Met.class);
        assertThat(readAnswered(new Expectation.ReplicasAre(FakeWorkload.KEY, "uid-1", 5, null)))
                .isEqualTo(new Verdict.NotYet("It wants 4 pods.", true));
        world.cluster.state.mark = "m";
        world.cluster.state.paused = true;
        world.cluster.state.replicas = 1;
        assertThat(readAnswered(new Expectation.RestartMarked(FakeWorkload.KEY, "uid-1", "m", null)))
                .isInstanceOf(Verdict.Met.class);
        assertThat(readAnswered(new Expectation.PausedIs(FakeWorkload.KEY, "uid-1", true, null)))
                .isInstanceOf(Verdict.Met.class);
        assertThat(readAnswered(new Expectation.PausedIs(FakeWorkload.KEY, "uid-1", false, null)).words())
                .isEqualTo("The rollout is held.");
        assertThat(readAnswered(new Expectation.ReplicasAre(FakeWorkload.KEY, "uid-1", 1, null)).words())
                .isEqualTo("It wants 1 pod.");
        assertThat(readAnswered(new Expectation.Nothing())).isInstanceOf(Verdict.Met.class);
    }

    @Test
    void tellsThatNothingWasAppliedWhileTheSpecIsTheOneOfBefore() throws Exception {
        assertThat(read(six)).isEqualTo(new Verdict.NotYet("It wants 4 pods.", true));
        assertThat(read(held)).isEqualTo(new Verdict.NotYet("The rollout is not held.", true));
        assertThat(read(marked)).isEqualTo(new Verdict.NotYet("The pod template does not carry the mark.", true));
    }

    @Test
    void takesTheOnlyChangeForOursWhenItIsSignedByAConsole() throws Exception {
        change(6, true, "m", "signalbox");
        for (Expectation each : List.of(six, held, marked)) {
            assertThat(read(each)).isInstanceOf(Verdict.Met.class);
        }
    }

    @Test
    void knowsTheOnlyChangeForThatOfSomebodyElse() throws Exception {
        change(6, true, "other", "kubectl");
        assertThat(read(six)).isEqualTo(new Verdict.Excluded(
                "Somebody else was first: changed by kubectl at 12:00:00 UTC. It wants 6 pods."));
        assertThat(read(held)).isInstanceOf(Verdict.Excluded.class);
        assertThat(read(marked)).isInstanceOf(Verdict.Excluded.class);
        // Whoever changes the number through the server's own door for that leaves the signature as it was.
        state.lastChange = new LastChange("helm", before.lastChange() == null ? null : before.lastChange().at());
        assertThat(read(six)).isEqualTo(new Verdict.Excluded("Somebody else was first. It wants 6 pods."));
    }

    @Test
    void leavesOpenWhatIsSignedByAConsoleButMayBeOlderThanOurRequest() throws Exception {
        LastChange earlier = new LastChange("signalbox", world.clock.instant());
        change(6, true, "", "signalbox");
        SpecBefore ours = new SpecBefore(7, earlier);
        assertThat(read(new Expectation.ReplicasAre(FakeWorkload.KEY, "uid-1", 6, ours)))
                .isEqualTo(new Verdict.NotYet("It wants 6 pods." + UNTOLD, false));
        assertThat(read(new Expectation.ReplicasAre(FakeWorkload.KEY, "uid-1", 5, before)))
                .isEqualTo(new Verdict.NotYet("It wants 6 pods." + UNTOLD, false));
    }

    @Test
    void leavesOpenWhatWasChangedMoreThanOnce() throws Exception {
        change(6, true, "", "signalbox");
        change(4, false, "", "kube-controller-manager");
        assertThat(read(six)).isEqualTo(new Verdict.NotYet("It wants 4 pods." + UNTOLD, false));
        assertThat(read(held)).isEqualTo(new Verdict.NotYet("The rollout is not held." + UNTOLD, false));
        assertThat(read(marked))
                .isEqualTo(new Verdict.NotYet("The pod template does not carry the mark." + UNTOLD, false));
        change(6, true, "m", "kubectl");
        assertThat(read(six)).isEqualTo(new Verdict.NotYet("It wants 6 pods." + UNTOLD, false));
        assertThat(read(held)).isEqualTo(new Verdict.NotYet("The rollout is held." + UNTOLD, false));
        // Nobody else has this mark.
        assertThat(read(marked)).isInstanceOf(Verdict.Met.class);
    }

    @Test
    void believesTheServerThatSaidYes() throws Exception {
        change(6, true, "", "kubectl");
        change(6, true, "", "kubectl");
        assertThat(readAnswered(six)).isInstanceOf(Verdict.Met.class);
        assertThat(readAnswered(held)).isInstanceOf(Verdict.Met.class);
        assertThat(readAnswered(marked)).isInstanceOf(Verdict.NotYet.class);
    }

    @Test
    void tellsNothingWhereNobodyKeptTheSpecOfBefore() throws Exception {
        Expectation old = new Expectation.ReplicasAre(FakeWorkload.KEY, "uid-1", 6, null);
        assertThat(read(old)).isEqualTo(new Verdict.NotYet("It wants 4 pods." + UNTOLD, false));
        change(6, false, "", "signalbox");
        assertThat(read(old)).isEqualTo(new Verdict.NotYet("It wants 6 pods." + UNTOLD, false));
    }

    @Test
    void saysThatAnotherDidTheSameBeforeAnythingWasSent() {
        World.Console console = world.console("alice@desk");
        DraftId draft = console.operator.prepare(World.intent("scale"));
        Plan plan = console.plan(draft);
        state.autoscale(6, world.clock.instant());
        console.operator.confirm(draft);
        assertThat(console.action(plan).phase()).isEqualTo(Phase.STOPPED);
        assertThat(console.action(plan).words()).startsWith("Already done by kube-controller-manager");
        assertThat(world.cluster.received).isEmpty();
    }

    private void change(int replicas, boolean paused, String mark, String manager) {
        state.replicas = replicas;
        state.paused = paused;
        state.mark = mark;
        state.changed(manager, world.clock.instant());
    }

    private Verdict read(Expectation expectation) throws Exception {
        return new Verifier(world.outside()).read(expectation, false);
    }

    private Verdict readAnswered(Expectation expectation) throws Exception {
        return new Verifier(world.outside()).read(expectation, true);
    }
}
