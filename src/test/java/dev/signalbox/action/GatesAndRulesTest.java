package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.ApprovalRule;
import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.CiCapabilities;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanStep;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.state.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What providers ask for that have gates and rules, and no attempts.
class GatesAndRulesTest {

    private static final Gate BLOCKED = new Gate.Deployment(9);
    private static final Gate MANUAL = new Gate.ManualJob(31);
    private static final String NOTHING_YET =
            "This starts nothing: once everybody has approved, the job that deploys to"
                    + " production is still to be started, and waits here for that.";
    private static final ApprovalRule QA = new ApprovalRule("QA", 1, List.of(), List.of());
    private static final ApprovalRule TWO = new ApprovalRule("Release managers", 2, List.of("bob"), List.of());

    private final World world = new World();
    private final World.Console console = world.console("alice@desk");

    @Test
    void decidesForOneRuleAndTellsWhatIsMissingAfterwards() {
        waits(BLOCKED, QA, TWO);
        Plan plan = console.plan(review(Decision.APPROVE, "QA", BLOCKED));
        assertThat(plan.title()).isEqualTo("Approve Release #641 for production, as QA");
        assertThat(plan.preview()).contains(
                "decided as alice, for the rule QA", "QA: 0 of 1 approved", "Release managers: 1 of 2 approved");
        assertThat(plan.warnings())
                .containsExactly("production still waits after this: 1 more of Release managers.", NOTHING_YET);
        assertThat(plan.preconditions())
                .contains(new Precondition.AwaitsReview(FakeCi.RUN, List.of(BLOCKED), "QA"));
    }

    @Test
    void whatCouldNotBeReadIsToldFromWhatCannotBeDecided() {
        waits(BLOCKED, QA);
        assertThat(console.refusal(review(Decision.APPROVE, "Security", BLOCKED)).unread()).isNull();
        world.ci.runs.clear();
        assertThat(console.refusal(review(Decision.APPROVE, "QA", BLOCKED)).unread())
                .isEqualTo(new RemoteProblem.NotFound("No such run."));
    }

    @Test
    void saysNothingOfMissingPeopleWhenOursIsTheLast() {
        waits(BLOCKED, TWO);
        assertThat(console.plan(review(Decision.APPROVE, null, BLOCKED)).warnings()).containsExactly(NOTHING_YET);
        assertThat(console.plan(review(Decision.APPROVE, "Release managers", BLOCKED)).warnings())
                .containsExactly(NOTHING_YET);
    }

    @Test
    void saysThatTheLastYesStartsTheJobWhereOnlyANumberOfThemIsWanted() {
        waits(BLOCKED, new ApprovalRule("", 3, List.of("bob"), List.of()));
        Plan first = console.plan(review(Decision.APPROVE, null, BLOCKED));
        assertThat(first.preview()).contains("1 of 3 approved");
        assertThat(first.warnings()).containsExactly(
                "production still waits after this: 1 more.",
                "The last approval starts the job that deploys to production at once.");
        waits(BLOCKED, new ApprovalRule("", 3, List.of("bob", "carol"), List.of()));
        assertThat(console.plan(review(Decision.APPROVE, null, BLOCKED)).warnings()).containsExactly(
                "This is the last approval: it starts the job that deploys to production at once.");
        assertThat(console.plan(review(Decision.REJECT, null, BLOCKED)).warnings()).isEmpty();
    }

    @Test
    void anApprovalThatNoRunWaitsForStartsNothingEither() {
        waits(BLOCKED);
        world.ci.pending.clear();
        world.ci.pending.add(new PendingApproval(
                FakeCi.RUN, BLOCKED, "production", true, Duration.ZERO, null, List.of(), List.of(QA), false));
        Plan plan = console.plan(review(Decision.APPROVE, null, BLOCKED));
        assertThat(plan.title()).isEqualTo("Approve Release #641 for production");
        assertThat(plan.preview()).contains("commit abcdef01 may go to production");
        assertThat(plan.warnings()).containsExactly(NOTHING_YET);
    }

    @Test
    void aYesWithoutARuleCountsWhereItCanBeOurs() {
        waits(BLOCKED, new ApprovalRule("Security", 1, List.of(), List.of(), false), QA);
        Plan plan = console.plan(review(Decision.APPROVE, null, BLOCKED));
        assertThat(plan.preview()).contains("decided as alice");
        assertThat(plan.warnings()).containsExactly(
                "production still waits after this: 1 more of Security.", NOTHING_YET);
    }

    @Test
    void refusesARuleThatWantsNobodyAnyMore() throws Exception {
        waits(BLOCKED, new ApprovalRule("QA", 1, List.of("carol"), List.of()), TWO);
        assertThat(console.refusal(review(Decision.APPROVE, "QA", BLOCKED)).reason())
                .isEqualTo("The rule QA wants nobody's yes any more.");
        assertThat(moved(new Precondition.AwaitsReview(FakeCi.RUN, List.of(BLOCKED), "QA")))
                .isEqualTo("The rule QA wants nobody's yes any more.");
        assertThat(moved(new Precondition.AwaitsReview(FakeCi.RUN, List.of(BLOCKED), "Release managers"))).isEmpty();
    }

    @Test
    void startsAManualJobAndSeesThatItDoesNotWaitAnyMore() throws Exception {
        waits(MANUAL);
        PlanStep step = console.plan(review(Decision.APPROVE, null, MANUAL)).steps().getFirst();
        assertThat(step.verifies()).isEqualTo(new Expectation.GatePassed(FakeCi.RUN, MANUAL));
        assertThat(read(step.verifies())).isEqualTo(new Verdict.NotYet("The run still waits there.", true));
        world.ci.pending.clear();
        assertThat(read(step.verifies())).isInstanceOf(Verdict.Met.class);
    }

    @Test
    void startsWhatIsOfferedByARunThatHasEnded() throws Exception {
        world.ci.runs.put(641L, world.ci.run(641, 1, RunStatus.COMPLETED, Conclusion.SUCCESS));
        world.ci.pending.clear();
        world.ci.pending.add(new PendingApproval(
                FakeCi.RUN, MANUAL, "publish-docs", true, Duration.ZERO, null, List.of(), List.of(), false));
        Intent start = new Intent.ReviewDeployment(
                FakeCi.RUN, 1, world.ci.runs.get(641L).headSha(), List.of(MANUAL), List.of("publish-docs"),
                Decision.APPROVE, "");
        Plan plan = console.plan(start);
        assertThat(plan.title()).isEqualTo("Start publish-docs of Release #641");
        assertThat(plan.preview()).contains("publish-docs runs on commit abcdef01").doesNotContain("may go to");
        assertThat(plan.guard()).isEqualTo(new Guard.Press());
        assertThat(moved(new Precondition.AwaitsReview(FakeCi.RUN, List.of(MANUAL), null))).isEmpty();
        world.ci.pending.clear();
        assertThat(console.refusal(start).reason()).contains("publish-docs does not wait");
    }

    @Test
    void neverRejectsAManualJobWhereThatCannotBeDone() {
        can(true, CiAbility.REJECT_MANUAL_JOB, "A manual job cannot be refused.");
        waits(MANUAL);
        assertThat(console.refusal(review(Decision.REJECT, null, MANUAL)).reason())
                .isEqualTo("A manual job cannot be refused.");
        waits(BLOCKED);
        assertThat(console.plan(review(Decision.REJECT, null, BLOCKED)).title())
                .isEqualTo("Reject Release #641 for production");
    }

    @Test
    void makesAStepOfEachRequestWhereEveryGateHasItsOwn() {
        waits(BLOCKED);
        world.ci.pending.add(pending(MANUAL));
        world.ci.requestPerGate = true;
        List<PlanStep> steps = console.plan(review(Decision.APPROVE, null, BLOCKED, MANUAL)).steps();
        assertThat(steps).extracting(PlanStep::verifies).containsExactly(
                new Expectation.ReviewListed(FakeCi.RUN, List.of("production"), Decision.APPROVE, "alice", "ok"),
                new Expectation.GatePassed(FakeCi.RUN, MANUAL));
        world.ci.requestPerGate = false;
        assertThat(console.plan(review(Decision.APPROVE, null, BLOCKED, BLOCKED)).steps()).singleElement()
                .satisfies(step -> assertThat(step.verifies()).isEqualTo(new Expectation.ReviewListed(
                        FakeCi.RUN, List.of("production", "production"), Decision.APPROVE, "alice", "ok")));
    }

    @Test
    void expectsTheSameRunToGoOnWhereThereAreNoAttempts() throws Exception {
        can(false, CiAbility.RERUN_ALL, "Start a new pipeline instead.");
        Plan plan = console.plan(World.intent("rerun"));
        Instant shown = world.clock.instant();
        assertThat(plan.preview()).containsExactly("new jobs in the same run of commit abcdef01");
        assertThat(plan.preconditions()).contains(new Precondition.RunUntouched(FakeCi.RUN, shown));
        Expectation goesOn = plan.steps().getFirst().verifies();
        assertThat(goesOn).isEqualTo(new Expectation.RunMovesOn(FakeCi.RUN, shown));
        assertThat(read(goesOn)).isEqualTo(new Verdict.NotYet("Release #641 is as it was.", true));
        assertThat(moved(new Precondition.RunUntouched(FakeCi.RUN, shown))).isEmpty();
        world.clock.pass(Duration.ofSeconds(5));
        world.ci.runs.put(641L, world.ci.run(641, 1, RunStatus.COMPLETED, Conclusion.SUCCESS));
        assertThat(read(goesOn).words()).isEqualTo("Release #641 went on, and has ended.");
        assertThat(moved(new Precondition.RunUntouched(FakeCi.RUN, shown)))
                .isEqualTo("Something happened in Release #641 meanwhile.");
        world.ci.runs.put(641L, world.ci.run(641, 1, RunStatus.QUEUED, Conclusion.NONE));
        assertThat(read(goesOn).words()).isEqualTo("Release #641 goes on.");
    }

    @Test
    void refusesToRunAgainWhatTheProviderCannot() {
        can(false, CiAbility.RERUN_ALL, "Start a new pipeline instead.");
        Intent all = new Intent.RerunRun(FakeCi.RUN, 1, new Intent.RerunRun.Scope.All(), false);
        assertThat(console.refusal(all).reason()).isEqualTo("Start a new pipeline instead.");
        can(true, CiAbility.DEBUG_RERUN, "There is no debug logging.");
        assertThat(console.refusal(new Intent.RerunRun(FakeCi.RUN, 1, new Intent.RerunRun.Scope.Failed(), true))
                .reason()).isEqualTo("There is no debug logging.");
        assertThat(console.plan(all).title()).startsWith("Run all jobs");
    }

    @Test
    void anOptionalJobThatGoesToProductionAsksForItsName() {
        world.ci.runs.put(641L, world.ci.run(641, 1, RunStatus.COMPLETED, Conclusion.SUCCESS));
        world.ci.pending.add(new PendingApproval(
                FakeCi.RUN, MANUAL, "production", true, Duration.ZERO, null, List.of(), List.of(), false));
        Plan plan = console.plan(review(Decision.APPROVE, null, MANUAL));
        assertThat(plan.title()).isEqualTo("Start production of Release #641");
        assertThat(plan.guard()).isEqualTo(new Guard.TypeName("production"));
        assertThat(plan.warnings()).as("it is started by this").isEmpty();
    }

    @Test
    void anEnvironmentThatItsProviderCallsProductionAsksForItsName() {
        waits(MANUAL);
        world.ci.pending.clear();
        world.ci.pending.add(new PendingApproval(
                FakeCi.RUN, MANUAL, "shops", true, Duration.ZERO, null, List.of()));
        Intent start = new Intent.ReviewDeployment(
                FakeCi.RUN, 1, FakeCi.SHA, List.of(MANUAL), List.of("shops"), Decision.APPROVE, "");
        assertThat(console.plan(start).guard()).isEqualTo(new Guard.Press());

        console.store.offer(new Change.EnvironmentsRead(FakeCi.REPOSITORY, new Answer.Good<>(
                List.of(new CiEnvironment(
                        FakeCi.REPOSITORY, 3, "shops", Duration.ZERO, List.of(), false, false, "production", true)),
                world.clock.instant())));
        assertThat(console.plan(start).guard()).isEqualTo(new Guard.TypeName("shops"));
    }

    private void can(boolean attempts, CiAbility not, String why) {
        world.ci.capabilities = new CiCapabilities(Map.of(not, why), attempts, Set.of("workflow_dispatch"));
    }

    private void waits(Gate gate, ApprovalRule... rules) {
        world.ci.pending.clear();
        world.ci.runs.put(641L, world.ci.run(641, 1, RunStatus.WAITING, Conclusion.NONE));
        world.ci.pending.add(pending(gate, rules));
    }

    private static PendingApproval pending(Gate gate, ApprovalRule... rules) {
        return new PendingApproval(
                FakeCi.RUN, gate, "production", true, Duration.ZERO, null, List.of(), List.of(rules), true);
    }

    private static Intent review(Decision decision, @Nullable String rule, Gate... gates) {
        List<String> names = Arrays.stream(gates).map(gate -> "production").toList();
        return new Intent.ReviewDeployment(
                FakeCi.RUN, 1, FakeCi.SHA, List.of(gates), names, decision, "ok", rule);
    }

    private Verdict read(Expectation expectation) throws Exception {
        return new Verifier(world.outside()).read(expectation, false);
    }

    private String moved(Precondition precondition) throws Exception {
        return new Preconditions(world.outside(), new Together(Runnable::run)).read(List.of(precondition)).moved()
                .orElse("");
    }
}
