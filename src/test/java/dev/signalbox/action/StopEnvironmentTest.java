package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.CiCapabilities;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.EnvironmentStanding;
import dev.signalbox.domain.ci.EnvironmentStanding.State;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.domain.plan.Undo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StopEnvironmentTest {

    private static final String REVIEW = "review/new-cart";

    private final World world = World.madeFor("stop");
    private final World.Console console = world.console("alice@desk");

    @Test
    void showsWhatStopsAndWhatItStandsOn() {
        Plan plan = console.plan(World.stop());

        assertThat(plan.title()).isEqualTo("Stop review/new-cart");
        assertThat(plan.subject()).isEqualTo("acme/checkout");
        assertThat(plan.environment()).isEqualTo(REVIEW);
        assertThat(plan.guard()).isEqualTo(new Guard.Press());
        assertThat(plan.preview()).containsExactly(
                "review/new-cart: in use → stopped", "what was deployed there last: abcdef01, by bob");
        assertThat(plan.preconditions()).containsExactly(
                new Precondition.EnvironmentInUse(FakeCi.REPOSITORY, 91, REVIEW),
                new Precondition.EnvironmentRuns(FakeCi.REPOSITORY, REVIEW, 51));
        assertThat(plan.steps()).singleElement().satisfies(step -> {
            assertThat(step.request().uri().getPath()).isEqualTo("/stop/91");
            assertThat(step.verifies())
                    .isEqualTo(new Expectation.EnvironmentStops(FakeCi.REPOSITORY, 91, REVIEW));
        });
    }

    @Test
    void saysInWordsHowItComesBack() {
        assertThat(console.plan(World.stop()).undo()).isEqualTo(new Undo.Impossible(
                "No request takes this back. The environment is in use again with the next deployment to it: run the"
                        + " job again that made deployment 51."));
    }

    @Test
    void saysThatAMarkIsNotAlwaysMoreThanAMark() {
        assertThat(console.plan(World.stop()).warnings()).containsExactly(
                "If its pipeline names a job that takes it down, that job runs. Otherwise it is only marked as stopped,"
                        + " and what runs in a cluster stays there.");
    }

    @Test
    void warnsOfADeploymentThatIsUnderWay() {
        world.ci.deployments.all.add(
                world.ci.deployments.one(60, REVIEW, "9999888877776666", 80, Deployment.State.IN_PROGRESS));

        assertThat(console.plan(World.stop()).warnings()).contains("A deployment to it waits or is under way.");
    }

    @Test
    void worksForAnEnvironmentToWhichNothingWasDeployed() {
        world.ci.deployments.all.clear();
        Intent.StopEnvironment unused = new Intent.StopEnvironment(FakeCi.REPOSITORY, 91, REVIEW, 0);
        Plan plan = console.plan(unused);

        assertThat(plan.preview()).containsExactly("review/new-cart: in use → stopped");
        assertThat(plan.undo()).isEqualTo(new Undo.Impossible(
                "No request takes this back. The environment is in use again with the next deployment to it."));
        assertThat(console.does(unused).phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void asksForTheNameOfProduction() {
        world.ci.deployments.environments.add(world.ci.deployments.environment(92, "production", true));
        world.ci.deployments.environments.add(new CiEnvironment(
                FakeCi.REPOSITORY, 93, "shop", Duration.ZERO, List.of(), false, false, "production", true));
        world.ci.deployments.environments.add(world.ci.deployments.environment(94, "prod-eu", true));

        assertThat(console.plan(new Intent.StopEnvironment(FakeCi.REPOSITORY, 94, "prod-eu", 0)).guard())
                .isEqualTo(new Guard.TypeName("prod-eu"));
        assertThat(console.plan(new Intent.StopEnvironment(FakeCi.REPOSITORY, 92, "production", 0)).guard())
                .isEqualTo(new Guard.TypeName("production"));
        assertThat(console.plan(new Intent.StopEnvironment(FakeCi.REPOSITORY, 93, "shop", 0)).guard())
                .isEqualTo(new Guard.TypeName("shop"));
    }

    @Test
    void refusesWhereTheProviderCannot() {
        world.ci.capabilities =
                new CiCapabilities(Map.of(CiAbility.STOP_ENVIRONMENT, "Nothing is stopped here."), true, Set.of());

        assertThat(console.refusal(World.stop()).reason()).isEqualTo("Nothing is stopped here.");
    }

    @Test
    void refusesWhatIsNotInUseAnyMoreOrHasAnotherName() {
        assertThat(console.refusal(new Intent.StopEnvironment(FakeCi.REPOSITORY, 91, "review/old-cart", 0)).reason())
                .isEqualTo("review/old-cart is not in use any more.");
        world.ci.deployments.environments.set(0, world.ci.deployments.environment(91, REVIEW, false));
        assertThat(console.refusal(World.stop()).reason()).isEqualTo("review/new-cart is not in use any more.");
    }

    @Test
    void refusesWhenSomethingElseRunsThereThanWasShown() {
        world.ci.deployments.all.add(
                world.ci.deployments.one(60, REVIEW, "9999888877776666", 80, Deployment.State.SUCCESS));
        assertThat(console.refusal(World.stop()).reason())
                .isEqualTo("review/new-cart runs another deployment by now: 99998888 by bob.");
        world.ci.deployments.all.clear();
        assertThat(console.refusal(World.stop()).reason())
                .isEqualTo("review/new-cart runs another deployment by now.");
    }

    @Test
    void stopsWhenSomebodyStoppedItBetweenPlanAndConfirmation() {
        ActionRecord action = confirmedAfter(() -> world.ci.deployments.stop(91));

        assertThat(action.phase()).isEqualTo(Phase.STOPPED);
        assertThat(action.words()).isEqualTo(
                "Already done: nothing was changed by this console. review/new-cart is not in use any more.");
        assertThat(world.ci.changes).isEmpty();
    }

    @Test
    void stopsWhenSomebodyDeployedToItBetweenPlanAndConfirmation() {
        ActionRecord action = confirmedAfter(() -> world.ci.deployments.all.add(
                world.ci.deployments.one(60, REVIEW, "9999888877776666", 80, Deployment.State.SUCCESS)));

        assertThat(action.phase()).isEqualTo(Phase.STOPPED);
        assertThat(action.words()).contains("review/new-cart runs another deployment by now, by bob.");
        assertThat(world.ci.changes).isEmpty();
    }

    private ActionRecord confirmedAfter(Runnable meanwhile) {
        DraftId draft = console.operator.prepare(World.stop());
        Plan plan = console.plan(draft);
        meanwhile.run();
        console.operator.confirm(draft);
        return console.action(plan);
    }

    @Test
    void isDoneWhenItIsNotListedAnyMore() {
        ActionRecord done = console.does(World.stop());

        assertThat(done.phase()).isEqualTo(Phase.DONE);
        assertThat(done.words()).isEqualTo("review/new-cart is not in use any more.");
        assertThat(world.ci.changes).hasSize(1);
    }

    @Test
    void waitsForTheJobThatTakesItDown() {
        stands(State.STOPPING, State.STOPPING, State.STOPPED);
        job(80, "test", RunStatus.COMPLETED, Conclusion.FAILURE, -600);
        job(81, "stop-review", RunStatus.IN_PROGRESS, Conclusion.NONE, 1);

        ActionRecord done = console.does(World.stop());

        assertThat(done.phase()).isEqualTo(Phase.DONE);
        assertThat(done.words()).isEqualTo("review/new-cart is not in use any more.");
        assertThat(done.steps().getFirst().fate()).isEqualTo(ActionRecord.Fate.VERIFIED);
    }

    @Test
    void saysThatTheJobFailedAndWhatThatMeans() {
        stands(State.STOPPING);
        job(81, "stop-review", RunStatus.COMPLETED, Conclusion.FAILURE, 1);

        ActionRecord failed = console.does(World.stop());

        assertThat(failed.phase()).isEqualTo(Phase.FAILED);
        assertThat(failed.words()).isEqualTo(
                "Applied, but the job stop-review, which began since, failed: review/new-cart is still being stopped,"
                        + " and what runs there may be there. Look at the job; when it is run again and ends well, the"
                        + " environment is stopped.");
        assertThat(failed.steps().getFirst().fate()).isEqualTo(ActionRecord.Fate.NOT_VERIFIED);
        world.ci.jobs.clear();
        job(81, "stop-review", RunStatus.COMPLETED, Conclusion.CANCELLED, 1);
        world.clock.pass(Duration.ofMinutes(5));
        world.ci.deployments.reviewed(REVIEW);
        assertThat(console.does(World.stop()).words()).contains("which began since, was cancelled: ");
    }

    @Test
    void aJobThatFailedBeforeOrWaitsForAPersonIsNotTheOne() {
        stands(State.STOPPING);
        job(80, "test", RunStatus.COMPLETED, Conclusion.FAILURE, -600);
        job(82, "deploy-staging", RunStatus.WAITING, Conclusion.NONE, -600);

        ActionRecord open = console.does(World.stop());

        assertThat(open.phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(open.words()).isEqualTo(
                "Applied; not through after 20 minutes: review/new-cart is being stopped.");
    }

    @Test
    void saysWhichJobHasNoRunner() {
        stands(State.STOPPING);
        job(80, "stop-review", RunStatus.COMPLETED, Conclusion.FAILURE, 1);
        job(81, "stop-review", RunStatus.QUEUED, Conclusion.NONE, 2);

        ActionRecord open = console.does(World.stop());

        assertThat(open.phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(open.words()).endsWith("is being stopped: the job stop-review waits for its turn.");
    }

    @Test
    void saysThatItWasTakenIntoUseAgain() {
        stands(State.STOPPING, State.STOPPING, State.AVAILABLE);

        ActionRecord overtaken = console.does(World.stop());

        assertThat(overtaken.phase()).isEqualTo(Phase.FAILED);
        assertThat(overtaken.words()).isEqualTo("Applied, but review/new-cart is in use again by now.");
    }

    private void stands(State... states) {
        for (State state : states) {
            world.ci.deployments.standings.add(
                    new EnvironmentStanding(state, world.clock.instant(), FakeCi.RUN));
        }
    }

    private void job(long number, String name, RunStatus status, Conclusion end, long seconds) {
        Instant at = world.clock.instant().plusSeconds(seconds);
        world.ci.jobs.add(new Job(
                FakeCi.RUN, number, 1, name, status, end, at, status == RunStatus.QUEUED ? null : at,
                status == RunStatus.COMPLETED ? at : null, List.of(), null, List.of(), null));
    }

    @Test
    void settlesALostAnswerByReading() {
        world.ci.losesAnswers = true;
        ActionRecord done = console.does(World.stop());

        assertThat(done.phase()).isEqualTo(Phase.DONE);
        assertThat(done.words()).isEqualTo(
                "Applied (confirmed by reading). review/new-cart is not in use any more.");
        assertThat(world.ci.changes).as("sent once").hasSize(1);
    }

    @Test
    void saysThatARequestThatWasLostChangedNothing() {
        world.ci.losesRequests = true;
        ActionRecord failed = console.does(World.stop());

        assertThat(failed.phase()).isEqualTo(Phase.FAILED);
        assertThat(failed.words()).contains("Not applied (confirmed by reading). review/new-cart is still in use.");
    }

    @Test
    void cleansTheNamesOfOthers() {
        world.ci.deployments.environments.add(world.ci.deployments.environment(94, "review/a\u202eb", true));
        Plan plan = console.plan(new Intent.StopEnvironment(FakeCi.REPOSITORY, 94, "review/a\u202eb", 0));

        assertThat(plan.title() + plan.preview() + plan.steps().getFirst().title()).doesNotContain("\u202e");
    }
}
