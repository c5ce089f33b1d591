package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.CiCapabilities;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.domain.plan.Undo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RedeployTest {

    private final World world = World.madeFor("redeploy");
    private final World.Console console = world.console("alice@desk");

    @Test
    void showsWhatGoesWhereAndWhatItStandsOn() {
        Plan plan = console.plan(World.redeploy());
        assertThat(plan.title()).isEqualTo("Deploy v1 to production again");
        assertThat(plan.guard()).isEqualTo(new Guard.TypeName("production"));
        assertThat(plan.preview())
                .containsExactly("production: ffff0000 → v1", "commit ffff0000 → abcdef01");
        assertThat(plan.preconditions()).containsExactly(
                new Precondition.DeploymentKept(FakeCi.REPOSITORY, 51, FakeCi.SHA, 71),
                new Precondition.EnvironmentRuns(FakeCi.REPOSITORY, "production", 52),
                new Precondition.NoneUnderWay(FakeCi.REPOSITORY, "production"));
        assertThat(plan.steps()).singleElement().satisfies(step -> {
            assertThat(step.request().uri().getPath()).isEqualTo("/redeploy/71");
            assertThat(step.verifies()).isEqualTo(
                    new Expectation.DeploymentAppears(FakeCi.REPOSITORY, "production", FakeCi.SHA, 52));
        });
    }

    @Test
    void asksForNoNameOutsideOfProduction() {
        world.ci.deployments.all.clear();
        world.ci.deployments.two("staging");
        Intent.Redeploy there = World.redeploy();
        Intent staging = new Intent.Redeploy(
                there.repository(), "staging", 51, 52, there.run(), 71, "v1", FakeCi.SHA, "");
        assertThat(console.plan(staging).guard()).isEqualTo(new Guard.Press());
    }

    @Test
    void refusesWhenSomethingElseRunsThereByNow() {
        world.ci.deployments.all.add(
                world.ci.deployments.one(60, "production", "9999888877776666", 80, Deployment.State.SUCCESS));
        assertThat(console.refusal(World.redeploy()).reason())
                .isEqualTo("production runs another deployment by now: 99998888 by bob.");
        world.ci.deployments.all.clear();
        assertThat(console.refusal(World.redeploy()).reason()).isEqualTo("production runs another deployment by now.");
    }

    @Test
    void isDoneHoweverMuchWentElsewhereSince() {
        for (int n = 0; n < 60; n++) {
            world.ci.deployments.all.add(world.ci.deployments.one(
                    100 + n, "review/" + n, "9999888877776666", 80 + n, Deployment.State.SUCCESS));
        }
        DraftId draft = console.operator.prepare(World.redeploy());
        Plan plan = console.plan(draft);
        console.operator.confirm(draft);

        assertThat(console.action(plan).phase()).isEqualTo(Phase.DONE);
        assertThat(world.ci.changes).hasSize(1);
    }

    @Test
    void refusesWhatRunsThereAnyway() {
        Intent.Redeploy there = World.redeploy();
        assertThat(console.refusal(new Intent.Redeploy(
                there.repository(), "production", 52, 52, there.run(), 72, "v2", FakeCi.SHA, "")).reason())
                .isEqualTo("v2 is what runs in production.");
    }

    @Test
    void refusesARunOfAnotherCommitThanWasShown() {
        Intent.Redeploy there = World.redeploy();
        assertThat(console.refusal(new Intent.Redeploy(
                there.repository(), "production", 51, 52, there.run(), 71, "v1", "123456789", "")).reason())
                .isEqualTo("Release #641 is of commit abcdef01; the screen showed 12345678.");
    }

    @Test
    void refusesWhereTheProviderCannot() {
        world.ci.capabilities =
                new CiCapabilities(Map.of(CiAbility.REDEPLOY, "Jobs are not run again here."), true, Set.of());
        assertThat(console.refusal(World.redeploy()).reason()).isEqualTo("Jobs are not run again here.");
    }

    @Test
    void stopsWhenTheWorldMovesBetweenPlanAndConfirmation() {
        DraftId draft = console.operator.prepare(World.redeploy());
        Plan plan = console.plan(draft);
        world.ci.deployments.all.add(
                world.ci.deployments.one(60, "production", "9999888877776666", 80, Deployment.State.SUCCESS));
        console.operator.confirm(draft);
        ActionRecord action = console.action(plan);
        assertThat(action.phase()).isEqualTo(Phase.STOPPED);
        assertThat(action.words()).contains("production runs another deployment by now, by bob.");
        assertThat(world.ci.changes).isEmpty();
    }

    private void begins(Deployment.State state) {
        world.ci.deployments.all.add(world.ci.deployments.one(60, "production", "9999888877776666", 80, state));
    }

    @Test
    void goesToNoEnvironmentToWhichSomethingElseIsBeingDeployed() {
        begins(Deployment.State.WAITING);
        DraftId draft = console.operator.prepare(World.redeploy());
        Plan plan = console.plan(draft);
        world.ci.deployments.all.removeLast();
        begins(Deployment.State.IN_PROGRESS);
        console.operator.confirm(draft);
        assertThat(console.action(plan).phase()).isEqualTo(Phase.STOPPED);
        assertThat(console.action(plan).words())
                .contains("99998888 by bob is being deployed to production by now.");
        assertThat(world.ci.changes).isEmpty();

        assertThat(console.refusal(World.redeploy()).reason())
                .isEqualTo("99998888 by bob is being deployed to production now.");
    }

    @Test
    void whatSomebodyCancelledOnTheWayIsNoSuccess() {
        world.ci.deployments.redeployed = Deployment.State.CANCELLED;
        DraftId draft = console.operator.prepare(World.redeploy());
        Plan plan = console.plan(draft);
        console.operator.confirm(draft);
        assertThat(console.action(plan).phase()).isEqualTo(Phase.FAILED);
        assertThat(console.action(plan).words()).contains("was cancelled on the way");
    }

    @Test
    void stopsWhenTheDeploymentIsForgottenMeanwhile() {
        DraftId draft = console.operator.prepare(World.redeploy());
        Plan plan = console.plan(draft);
        world.ci.deployments.all.removeFirst();
        console.operator.confirm(draft);
        assertThat(console.action(plan).words())
                .contains("The deployment to go back to is not listed any more.");
    }

    @Test
    void isDoneWhenTheNewDeploymentWentWellAndCanBeTakenBackFromThere() {
        ActionRecord done = console.does(World.redeploy());
        assertThat(done.phase()).isEqualTo(Phase.DONE);
        assertThat(done.words()).isEqualTo("Deployment 53 to production went well.");
        assertThat(done.plan().undo()).isEqualTo(new Undo.ByIntent("Deploy ffff0000 again", new Intent.Redeploy(
                FakeCi.REPOSITORY, "production", 52, 53, FakeCi.RUN, 72, "ffff0000", "ffff000011112222",
                "Taken back")));
    }

    @Test
    void saysThatItsDeploymentFailed() {
        world.ci.deployments.redeployed = Deployment.State.FAILURE;
        ActionRecord failed = console.does(World.redeploy());
        assertThat(failed.phase()).isEqualTo(Phase.FAILED);
        assertThat(failed.words()).isEqualTo("Applied, but Deployment 53 to production failed.");
    }

    @Test
    void saysThatItWaitsForPeople() {
        world.ci.deployments.redeployed = Deployment.State.WAITING;
        assertThat(console.does(World.redeploy()).words())
                .isEqualTo("Deployment 53 to production is there and waits for people to approve it or to start its"
                        + " job.");
    }

    @Test
    void leavesOpenWhatTakesTooLong() {
        world.ci.deployments.redeployed = Deployment.State.IN_PROGRESS;
        ActionRecord open = console.does(World.redeploy());
        assertThat(open.phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(open.words()).contains("not through after 20 minutes", "is under way");
    }

    @Test
    void warnsOfAFreezeThatIsInForceThere() {
        world.ci.freezes = List.of(new Freeze(1, "0 0 * * *", "0 0 1 1 *", "UTC", List.of("production")));
        assertThat(console.plan(World.redeploy()).warnings()).noneMatch(w -> w.contains("frozen"));
        world.ci.freezes = List.of(new Freeze(1, "0 11 * * *", "30 13 * * *", "UTC", List.of("production")));
        assertThat(console.plan(World.redeploy()).warnings().getFirst())
                .startsWith("production is frozen for another ").endsWith(" min.");
        world.ci.freezes = List.of(new Freeze(1, "0 11 * * *", "30 13 * * *", "UTC", List.of("staging")));
        assertThat(console.plan(World.redeploy()).warnings()).noneMatch(w -> w.contains("frozen"));
    }

    @Test
    void saysThatAFreezeCannotBeUnderstood() {
        world.ci.freezes = List.of(new Freeze(1, "at dawn", "30 13 * * *", "UTC", List.of("production")));
        assertThat(console.plan(World.redeploy()).warnings()).contains(
                "Whether production is frozen is not known: “at dawn” to “30 13 * * *” in UTC is not understood.");
    }

    @Test
    void cannotBeTakenBackWhereTheJobOfWhatRunsIsNotKnown() {
        world.ci.deployments.all.set(1, new Deployment(
                FakeCi.REPOSITORY, 52, "production", "ffff000011112222", "v2.0.1", "bob", Deployment.State.SUCCESS,
                null, null, null));
        Plan plan = console.plan(World.redeploy());
        assertThat(plan.undo()).isInstanceOf(Undo.Impossible.class);
        assertThat(plan.preview()).contains("production: v2.0.1 → v1");
    }
}
