package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ci.CiCapabilities;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Intent.RerunRun.Scope;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.state.Change;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A run that deployed to production does so again when it is run again.
class RerunReachTest {

    private final World world = World.madeFor("rerun");
    private final World.Console console = world.console("alice@desk");

    @BeforeEach
    void knowTheEnvironments() {
        know("production", "staging");
    }

    private void know(String... names) {
        List<CiEnvironment> known = Stream.of(names)
                .map(name -> world.ci.deployments.environment(1, name, true))
                .toList();
        console.store.offer(new Change.EnvironmentsRead(
                FakeCi.REPOSITORY, new Answer.Good<>(known, world.clock.instant())));
    }

    private Plan again(Scope scope) {
        return console.plan(new Intent.RerunRun(FakeCi.RUN, 1, scope, false));
    }

    private void deployed(String environment, String sha, long job) {
        world.ci.deployments.all.add(
                world.ci.deployments.one(51, environment, sha, job, Deployment.State.INACTIVE));
    }

    /// As GitHub tells of deployments that are not the newest.
    private void deployedByAnUnknownRun(String sha) {
        world.ci.deployments.all.add(new Deployment(
                FakeCi.REPOSITORY, 51, "production", sha, "main", "bob", Deployment.State.UNKNOWN,
                world.clock.instant(), null, null));
    }

    @Test
    void asksForProductionsNameAndSaysWhatGoesThere() {
        deployed("production", FakeCi.SHA, 71);
        Plan plan = again(new Scope.All());
        assertThat(plan.guard()).isEqualTo(new Guard.TypeName("production"));
        assertThat(plan.environment()).isEqualTo("production");
        assertThat(plan.warnings()).containsExactly(
                "It deployed abcdef01 to production and does so again, whatever runs there now.");
    }

    @Test
    void whereTheRunIsNotToldItsCommitTells() {
        deployedByAnUnknownRun(FakeCi.SHA);
        assertThat(again(new Scope.Failed()).guard()).isEqualTo(new Guard.TypeName("production"));
        world.ci.deployments.all.clear();
        deployedByAnUnknownRun("9999888877776666");
        assertThat(again(new Scope.Failed()).guard()).isEqualTo(new Guard.Press());
    }

    @Test
    void deploymentsThatCannotBeReadCountAsThoseOfTheRun() {
        world.ci.deployments.unreadable.add("production");
        Plan plan = again(new Scope.All());
        assertThat(plan.guard()).isEqualTo(new Guard.TypeName("production"));
        assertThat(plan.environment()).isEqualTo("production");
        assertThat(plan.warnings()).singleElement().asString()
                .startsWith("Whether it deploys to production could not be read: ");
    }

    @Test
    void whatWasFoundBeforeStaysBesideWhatCannotBeRead() {
        know("production", "prod-eu", "prod-us");
        deployed("production", FakeCi.SHA, 71);
        world.ci.deployments.unreadable.add("prod-eu");
        Plan plan = again(new Scope.All());
        assertThat(plan.guard()).isEqualTo(new Guard.TypeName("production"));
        assertThat(plan.warnings()).satisfiesExactly(
                found -> assertThat(found).startsWith("It deployed abcdef01 to production and does so again"),
                unread -> assertThat(unread)
                        .startsWith("Whether it deploys to prod-eu and prod-us could not be read: "));
    }

    @Test
    void whatLiesBeyondTheFirstEnvironmentsIsNotTakenForUntouched() {
        know("prod-1", "prod-2", "prod-3", "prod-4", "prod-5", "prod-6");
        Plan plan = again(new Scope.All());
        assertThat(plan.guard()).isEqualTo(new Guard.TypeName("prod-5"));
        assertThat(plan.warnings()).containsExactly(
                "Whether it deploys to prod-5 and prod-6 could not be read: there are too many.");
        deployed("prod-2", FakeCi.SHA, 71);
        assertThat(again(new Scope.All()).guard()).isEqualTo(new Guard.TypeName("prod-2"));
    }

    @Test
    void otherEnvironmentsAskForAPressAsBefore() {
        deployed("staging", FakeCi.SHA, 71);
        Plan plan = again(new Scope.All());
        assertThat(plan.guard()).isEqualTo(new Guard.Press());
        assertThat(plan.environment()).isEmpty();
        assertThat(plan.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneJobReachesWhatDependsOnItOnlyWhereThatRunsAgainWithIt(boolean dependents) {
        world.ci.capabilities = new CiCapabilities(Map.of(), dependents, Set.of());
        deployed("production", FakeCi.SHA, 71);
        assertThat(again(new Scope.OneJob(71, "deploy")).guard()).isEqualTo(new Guard.TypeName("production"));
        assertThat(again(new Scope.OneJob(9, "lint")).guard())
                .isEqualTo(dependents ? new Guard.TypeName("production") : new Guard.Press());
    }
}
