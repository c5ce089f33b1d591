package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.WorkflowInput;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.state.Change;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A run that goes to production asks for its name before it is started, however production is told.
class StartReachTest {

    private static final List<EnvironmentSpec> COLUMNS =
            List.of(new EnvironmentSpec("staging", false), new EnvironmentSpec("production", true));

    private final World world = new World();
    private final World.Console console = world.console("alice@desk");

    @ParameterizedTest
    @CsvSource({"prod-eu,prod-eu", "Prod-EU,prod-eu", "production,production", "live,live"})
    void aWordThatIsAnEnvironmentOfProductionAsksForItsNameAndTellsItsFreeze(String put, String asked) {
        know("prod-eu", "staging");
        world.ci.freezes = List.of(new Freeze(1, "0 0 * * *", "59 23 * * *", "UTC", List.of(asked)));
        Plan plan = with(WorkflowInput.Type.STRING, put);
        assertThat(plan.guard()).isEqualTo(new Guard.TypeName(asked));
        assertThat(plan.environment()).isEqualTo(asked);
        assertThat(plan.warnings()).singleElement().asString().startsWith(asked + " is frozen");
    }

    @ParameterizedTest
    @CsvSource({"prod-like", "prod-us", "staging", "products"})
    void aWordThatOnlyLooksLikeProductionAsksForAPress(String put) {
        know("prod-eu", "staging");
        Plan plan = with(WorkflowInput.Type.STRING, put);
        assertThat(plan.guard()).isEqualTo(new Guard.Press());
        assertThat(plan.environment()).isEmpty();
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void whereEnvironmentsCouldNotBeReadAWordThatLooksLikeProductionIsTakenForIt() {
        assertThat(with(WorkflowInput.Type.STRING, "prod-eu").guard()).isEqualTo(new Guard.TypeName("prod-eu"));
        assertThat(with(WorkflowInput.Type.STRING, "demo").guard()).isEqualTo(new Guard.Press());
    }

    @Test
    void anInputForEnvironmentsHoldsOneAlsoWhereItIsNotKnown() {
        know("staging");
        assertThat(with(WorkflowInput.Type.ENVIRONMENT, "prod-eu").guard()).isEqualTo(new Guard.TypeName("prod-eu"));
        assertThat(with(WorkflowInput.Type.ENVIRONMENT, "demo").guard()).isEqualTo(new Guard.Press());
    }

    @Test
    void theWorkflowThatDeploysAServiceGoesWhereTheBoardSaysWhenNoInputDoes() {
        describe("release.yml", "staging", "production");
        Plan plan = start(Map.of());
        assertThat(plan.guard()).isEqualTo(new Guard.TypeName("production"));
        assertThat(plan.warnings()).containsExactly(
                "No input names an environment: as far as is known it deploys to production.");
        assertThat(with(WorkflowInput.Type.STRING, "staging").guard()).isEqualTo(new Guard.Press());
        assertThat(with(WorkflowInput.Type.STRING, "v2").guard()).isEqualTo(new Guard.TypeName("production"));
    }

    @Test
    void itGoesToAnyProductionWhereTheBoardTellsNoTargets() {
        describe("release.yml");
        know("prod-eu");
        assertThat(start(Map.of()).guard()).isEqualTo(new Guard.TypeName("production"));
    }

    @Test
    void itGoesWhereItsEarlierRunsWent() {
        describe("release.yml", "production");
        know("prod-eu");
        world.ci.deployments.all.add(
                world.ci.deployments.one(51, "prod-eu", FakeCi.SHA, 71, Deployment.State.INACTIVE));
        console.store.offer(new Change.RunsRead(FakeCi.REPOSITORY, new Answer.Good<>(
                List.copyOf(world.ci.runs.values()), world.clock.instant())));
        console.store.offer(new Change.DeploymentsRead(FakeCi.REPOSITORY, new Answer.Good<>(
                List.copyOf(world.ci.deployments.all), world.clock.instant())));
        assertThat(start(Map.of()).guard()).isEqualTo(new Guard.TypeName("prod-eu"));
    }

    @Test
    void otherWorkflowsAndThoseThatStayBeforeProductionAskForAPress() {
        describe("other.yml", "production");
        assertThat(start(Map.of()).guard()).isEqualTo(new Guard.Press());
        describe("release.yml", "staging");
        assertThat(start(Map.of()).guard()).isEqualTo(new Guard.Press());
    }

    private void know(String... names) {
        console.store.offer(new Change.EnvironmentsRead(FakeCi.REPOSITORY, new Answer.Good<>(
                Stream.of(names).map(name -> world.ci.deployments.environment(1, name, true)).toList(),
                world.clock.instant())));
    }

    private void describe(String deploy, String... environments) {
        List<TargetSpec> targets =
                Stream.of(environments).map(name -> new TargetSpec(name, FakeWorkload.KEY)).toList();
        console.store.offer(new Change.BoardDescribed(
                new BoardSpec(COLUMNS, List.of(new ServiceSpec(
                        "checkout", "Shop", FakeCi.REPOSITORY, null, deploy, targets, false))),
                List.of()));
    }

    private Plan with(WorkflowInput.Type type, String value) {
        world.ci.manual = new ManualStart.Offered(
                List.of(new WorkflowInput("where", "", type, false, null, List.of())));
        return start(Map.of("where", value));
    }

    private Plan start(Map<String, String> inputs) {
        return console.plan(new Intent.TriggerRun(FakeCi.REPOSITORY, 7, "Release", "main", inputs));
    }
}
