package dev.signalbox.ui.approvals;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.ui.approvals.Decisions.RUN;
import static dev.signalbox.ui.approvals.Decisions.SHA;
import static dev.signalbox.ui.approvals.Decisions.job;
import static dev.signalbox.ui.approvals.Decisions.manual;
import static dev.signalbox.ui.approvals.Decisions.pending;
import static dev.signalbox.ui.approvals.Decisions.production;
import static dev.signalbox.ui.approvals.Decisions.run;
import static dev.signalbox.ui.approvals.Decisions.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.SampleActions;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.widget.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What stands in the queue, in which order, and under which name.
class ApprovalQueueTest {

    private static final RunId SECOND = new RunId(CHECKOUT, 77_002);
    private static final RunId THIRD = new RunId(CHECKOUT, 77_003);

    @Test
    void nothingWaitsWhereNothingIsKnown() {
        assertThat(ApprovalRows.of(ConsoleState.EMPTY, NOON)).isEmpty();
        assertThat(ApprovalRows.mine(ConsoleState.EMPTY)).isZero();
        assertThat(ApprovalRows.decided(ConsoleState.EMPTY, NOON)).isEmpty();
    }

    @Test
    void whatNoRunWaitsForIsNotInTheQueue() {
        PendingApproval offer = new PendingApproval(
                RUN, new Gate.ManualJob(31), "production", true, Duration.ZERO, NOON.minusSeconds(600), List.of(),
                List.of(), false);
        Decisions all = Decisions.ofRelease().pending(offer);
        assertThat(ApprovalRows.waiting(all.state())).isEmpty();
        assertThat(ApprovalRows.mine(all.state())).isZero();
        assertThat(ApprovalRows.waiting(all.pending(offer, production(true)).state()))
                .singleElement().satisfies(waiting -> assertThat(waiting.pending().blocks()).isTrue());
    }

    @Test
    void whatIDecideStandsBeforeWhatWaitsLonger() {
        Decisions all = Decisions.ofRelease()
                .pending(production(false))
                .run(run(SECOND, 1, "main", SHA, "b", 642))
                .pending(SECOND, pending(SECOND, 11, "production", true, NOON.minusSeconds(5)))
                .run(run(THIRD, 1, "main", SHA, "c", 643))
                .pending(THIRD, pending(THIRD, 11, "production", true, NOON.minusSeconds(60)));
        assertThat(ApprovalRows.of(all.state(), NOON)).extracting(r -> r.key().run())
                .containsExactly(THIRD, SECOND, RUN);
        assertThat(ApprovalRows.mine(all.state())).isEqualTo(2);
    }

    @Test
    void whatWaitsEquallyLongStandsInTheOrderInWhichItBegan() {
        Instant since = NOON.minusSeconds(60);
        Decisions all = new Decisions()
                .run(run(THIRD, 1, "main", SHA, "c", 643)).pending(THIRD, pending(THIRD, 1, "a", true, since))
                .run(run(RUN, 1, "main", SHA, "a", 641)).pending(RUN, pending(RUN, 1, "a", true, since))
                .run(run(SECOND, 1, "main", SHA, "b", 642)).pending(SECOND, pending(SECOND, 1, "a", true, since));
        assertThat(ApprovalRows.of(all.state(), NOON)).extracting(r -> r.key().run())
                .containsExactly(RUN, SECOND, THIRD);
    }

    @Test
    void aRunBeforeTwoEnvironmentsIsTwoDecisions() {
        Decisions both = Decisions.ofRelease().pending(
                production(true), pending(RUN, 12, "production-us", false, NOON.minusSeconds(600)));
        assertThat(ApprovalRows.of(both.state(), NOON)).extracting(ApprovalRow::environment)
                .containsExactly("production", "production-us");
        assertThat(ApprovalRows.of(both.state(), NOON)).extracting(ApprovalRow::key)
                .containsExactly(new ApprovalKey(RUN, new Gate.Environment(11)),
                        new ApprovalKey(RUN, new Gate.Environment(12)));
    }

    @Test
    void twoJobsBeforeOneEnvironmentAreToldApartByTheirNames() {
        Job migrate = job("migrate", RunStatus.WAITING, Conclusion.NONE, null, null);
        Decisions both = Decisions.ofRelease().pending(manual(migrate.number()), manual(32)).jobs(1, migrate);
        assertThat(ApprovalRows.of(both.state(), NOON)).extracting(ApprovalRow::environment)
                .containsExactly("production · migrate", "production · job 32");
        assertThat(ApprovalRows.of(both.state(), NOON).getLast().words())
                .startsWith("checkout to production · job 32, ");
        assertThat(both.card().title()).isEqualTo("checkout → production · migrate");
        assertThat(both.pending(manual(32)).card().title()).as("the only one").isEqualTo("checkout → production");
    }

    @Test
    void aRunThatNobodyHasReadYetCannotBeShown() {
        assertThat(ApprovalRows.of(new Decisions().pending(production(true)).state(), NOON)).isEmpty();
    }

    @Test
    void aRunThatIsKnownFromTheListAloneIsShown() {
        Decisions listed = new Decisions().listed(run(1, "main", SHA, "x", 641)).pending(production(true));
        assertThat(ApprovalRows.of(listed.state(), NOON)).hasSize(1);
    }

    @Test
    void theNewerOfTwoReadingsOfARunCounts() {
        Run first = run(1, "main", SHA, "first", 641);
        Run second = run(2, "main", SHA, "second", 641);
        assertThat(title(new Decisions().run(second).listed(first).pending(production(true)))).isEqualTo("second");
        assertThat(title(new Decisions().run(first).listed(second).pending(production(true)))).isEqualTo("second");
    }

    @ParameterizedTest
    @EnumSource(RunStatus.class)
    void onlyARunThatCanStillDeployWaits(RunStatus status) {
        Run run = run(1, "main", SHA, "x", 641);
        Run now = new Run(
                run.id(), 1, run.workflow(), run.workflowName(), run.workflowPath(), run.number(), run.title(),
                run.event(), status, Conclusion.NONE, run.branch(), run.headSha(), run.actor(), run.triggeredBy(),
                run.createdAt(), run.startedAt(), run.updatedAt(), null);
        assertThat(ApprovalRows.of(new Decisions().run(now).pending(production(true)).state(), NOON))
                .hasSize(status.isUnfinished() ? 1 : 0);
    }

    @Test
    void tellsPeopleFromATimer() {
        assertThat(row(production(true, user("ada")))).satisfies(mine -> {
            assertThat(mine.sub()).isEqualTo("4be02d1 · you may decide · 10 m");
            assertThat(mine.mark()).isEqualTo(Mark.PEOPLE);
        });
        assertThat(row(production(false, user("ada")))).satisfies(others -> {
            assertThat(others.sub()).isEqualTo("4be02d1 · others decide · 10 m");
            assertThat(others.mark()).isEqualTo(Mark.QUEUED);
        });
        assertThat(row(production(false))).satisfies(timer -> {
            assertThat(timer.sub()).isEqualTo("4be02d1 · waits for a timer · 10 m");
            assertThat(timer.mark()).isEqualTo(Mark.WAITING);
        });
    }

    @Test
    void countsWhoHasSaidYesToThisEnvironment() {
        Review yes = new Review("grace", Review.Decision.APPROVED, "", List.of("production"));
        Review elsewhere = new Review("bob", Review.Decision.APPROVED, "", List.of("staging"));
        Review no = new Review("eve", Review.Decision.REJECTED, "", List.of("production"));
        Decisions reviewed = Decisions.ofRelease().reviews(yes, elsewhere, no);
        assertThat(ApprovalRows.of(reviewed.state(), NOON).getFirst().sub())
                .isEqualTo("4be02d1 · you may decide · 1 approved · 10 m");
    }

    @Test
    void theAgeGrowsWithTheClockAlone() {
        ConsoleState state = Decisions.ofRelease().state();
        assertThat(ApprovalRows.of(state, NOON.plusSeconds(3_600)).getFirst().sub()).endsWith("· 1 h");
    }

    @ParameterizedTest
    @CsvSource({"release.yml,shop-eu", "deploy-us.yml,shop-us", "other.yml,shop-eu"})
    void namesTheServiceThatTheWorkflowDeploys(String file, String service) {
        Run run = run(1, "main", SHA, "x", 641);
        Run of = new Run(
                run.id(), 1, 7, "Deploy", ".github/workflows/" + file, 641, "x", "push", RunStatus.WAITING,
                Conclusion.NONE, "main", SHA, "ada", "ada", NOON, NOON, NOON, null);
        ConsoleState state = new Decisions().run(of).pending(production(true)).and(board(
                service("ledger", new RepositoryId(CHECKOUT.connection(), "acme", "ledger"), "release.yml"),
                service("shop-eu", CHECKOUT, "release.yml"), service("shop-us", CHECKOUT, "deploy-us.yml"))).state();
        assertThat(ApprovalRows.of(state, NOON).getFirst().service()).isEqualTo(service);
    }

    @Test
    void aDeceivingNameIsWrittenOutInTheQueueToo() {
        ConsoleState state = Decisions.ofRelease()
                .pending(pending(RUN, 11, "prod\u202e", true, NOON))
                .and(board(service("check\u202eout", CHECKOUT, "release.yml"))).state();
        ApprovalRow row = ApprovalRows.of(state, NOON).getFirst();
        assertThat(row.service() + row.environment() + row.words()).doesNotContain("\u202e").contains("‹U+202E›");
    }

    @Test
    void countsBothDecisionsOfTheLastDay() {
        SampleStates states = SampleStates.full()
                .action(decided("a", Decision.APPROVE, Phase.DONE, 60))
                .action(decided("b", Decision.REJECT, Phase.DONE, 86_000))
                .action(decided("c", Decision.REJECT, Phase.DONE, 120));
        assertThat(ApprovalRows.decided(states.state(), SampleStates.NOW))
                .isEqualTo("Last 24 h: 1 approved · 2 rejected");
        assertThat(ApprovalRows.decided(states.state(), SampleStates.NOW.plusSeconds(1_000)))
                .isEqualTo("Last 24 h: 1 approved · 1 rejected");
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = "DONE", mode = EnumSource.Mode.EXCLUDE)
    void whatDidNotTakeEffectWasNotDecided(Phase phase) {
        SampleStates states = SampleStates.full().action(decided("a", Decision.APPROVE, phase, 60));
        assertThat(ApprovalRows.decided(states.state(), SampleStates.NOW)).isEmpty();
    }

    private static ActionRecord decided(String id, Decision decision, Phase phase, long age) {
        Plan plan = SampleActions.approve(id);
        Intent.ReviewDeployment asked = (Intent.ReviewDeployment) plan.intent();
        Intent wanted = new Intent.ReviewDeployment(
                asked.run(), asked.attempt(), asked.headSha(), asked.gates(), asked.environmentNames(), decision,
                "");
        Plan of = new Plan(
                new PlanId(id), wanted, plan.title(), plan.subject(), plan.environment(), plan.guard(),
                plan.preconditions(), plan.steps(), plan.undo(), plan.preview(), plan.warnings(), plan.key() + id,
                plan.preparedAt());
        return SampleActions.record(of, phase, "", age, Duration.ofSeconds(2), Fate.VERIFIED);
    }

    private static Change board(ServiceSpec... services) {
        return new Change.BoardDescribed(new BoardSpec(List.of(), Arrays.asList(services)), List.of());
    }

    private static ServiceSpec service(String name, RepositoryId repository, String deploy) {
        return new ServiceSpec(name, "g", repository, "ci.yml", deploy, List.of(), false);
    }

    private static String title(Decisions decisions) {
        return decisions.first().run().title();
    }

    private static ApprovalRow row(dev.signalbox.domain.ci.PendingApproval pending) {
        return ApprovalRows.of(Decisions.ofRelease().pending(pending).state(), NOON).getFirst();
    }
}
