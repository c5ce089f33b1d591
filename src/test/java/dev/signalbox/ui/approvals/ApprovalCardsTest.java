package dev.signalbox.ui.approvals;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.ui.approvals.Decisions.COMPARED;
import static dev.signalbox.ui.approvals.Decisions.LIVE_SHA;
import static dev.signalbox.ui.approvals.Decisions.RUN;
import static dev.signalbox.ui.approvals.Decisions.SHA;
import static dev.signalbox.ui.approvals.Decisions.comparison;
import static dev.signalbox.ui.approvals.Decisions.deployment;
import static dev.signalbox.ui.approvals.Decisions.environment;
import static dev.signalbox.ui.approvals.Decisions.live;
import static dev.signalbox.ui.approvals.Decisions.pending;
import static dev.signalbox.ui.approvals.Decisions.production;
import static dev.signalbox.ui.approvals.Decisions.run;
import static dev.signalbox.ui.approvals.Decisions.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.state.Change;
import dev.signalbox.testing.SampleActions;
import dev.signalbox.ui.approvals.ApprovalCard.CommitLine;
import dev.signalbox.ui.widget.Mark;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalCardsTest {

    private static final DraftId DRAFT = new DraftId("d");
    private static final Plan PLAN = SampleActions.approve("p");

    @Test
    void tellsTheRunInOneLine() {
        assertThat(Decisions.ofRelease().card().run()).isEqualTo("run #641 · main · 4be02d1 · Retry card payments");
        assertThat(Decisions.ofRelease().run(run(3, "main", SHA, "x", 12_641)).card().run())
                .isEqualTo("run #12\u202f641 · attempt 3 · main · 4be02d1 · x");
        assertThat(Decisions.ofRelease().run(run(2, null, SHA, "x", 641)).card().run())
                .isEqualTo("run #641 · attempt 2 · no branch · 4be02d1 · x");
    }

    @Test
    void promisesExactlyWhatIsDecidedOn() {
        assertThat(Decisions.ofRelease().run(run(2, "main", SHA, "x", 641)).card().promise()).isEqualTo(
                "You decide on exactly 4be02d1, attempt 2, for production."
                        + " If the run moves before the request leaves, nothing is sent.");
    }

    @Test
    void aTagIsTheVersionAndABranchIsNot() {
        assertThat(Decisions.ofRelease().card().to()).isEqualTo("4be02d1");
        assertThat(Decisions.ofRelease().run(run(2, "v2.15.0", SHA, "x", 641)).card().to()).isEqualTo("v2.15.0");
        assertThat(Decisions.ofRelease().run(run(2, "2.15.0-rc.1", SHA, "x", 641)).card().to())
                .isEqualTo("2.15.0-rc.1");
        assertThat(Decisions.ofRelease().run(run(2, "version-2.1", SHA, "x", 641)).card().to()).isEqualTo("4be02d1");
    }

    @ParameterizedTest
    @CsvSource({
        "v5.19.2,v5.19.2", "5.19.2,5.19.2", "2026.11.3,2026.11.3", "v1.2.3+build-7,v1.2.3+build-7", "main,aa11bb2",
        "release/5.19,aa11bb2", "refs/tags/v5,aa11bb2", "5.19 rm -rf,aa11bb2", "v,aa11bb2"
    })
    void namesWhatRunsThereByItsTagElseByItsCommit(String ref, String from) {
        assertThat(Decisions.ofRelease().deployed(live(ref)).card().from()).isEqualTo(from);
    }

    @ParameterizedTest
    @EnumSource(value = Deployment.State.class, names = "SUCCESS", mode = EnumSource.Mode.EXCLUDE)
    void whatDidNotSucceedDoesNotRunThere(Deployment.State state) {
        Decisions release = Decisions.ofRelease().deployed(
                deployment("production", SHA, "v9.0.0", state), live("v5.19.2"));
        assertThat(release.card().from()).isEqualTo("v5.19.2");
    }

    @Test
    void whereItIsNotToldWhatRunsNobodySaysThatNothingDoes() {
        String unknown = "What runs there is not known, so nothing can be compared.";
        assertThat(Decisions.ofRelease().card().changesNote()).as("not read yet").isEqualTo(unknown);
        Decisions deep = Decisions.ofRelease().deployed(
                deployment("production", SHA, "v9", Deployment.State.WAITING),
                deployment("production", LIVE_SHA, "v8", Deployment.State.UNKNOWN));
        assertThat(deep.card().changesNote()).as("too far back").isEqualTo(unknown);
        assertThat(Decisions.ofRelease().deployed().card().changesNote())
                .isEqualTo("Nothing was deployed there before, as far as the provider knows.");
    }

    @Test
    void whatRunsInAnotherEnvironmentDoesNotRunHere() {
        Decisions release =
                Decisions.ofRelease().deployed(deployment("staging", LIVE_SHA, "v6.0.0", Deployment.State.SUCCESS));
        assertThat(release.card().from()).isEmpty();
        assertThat(release.card().changesHeading()).isEqualTo("What changes");
        assertThat(release.card().changesNote())
                .isEqualTo("Nothing was deployed there before, as far as the provider knows.");
        assertThat(ApprovalCards.comparison(release.state(), release.first())).isEmpty();
    }

    @Test
    void comparesWhatRunsThereWithWhatWouldRun() {
        Decisions release = Decisions.ofRelease().deployed(live("v5.19.2"));
        assertThat(ApprovalCards.comparison(release.state(), release.first())).contains(COMPARED);
        assertThat(release.card().changesHeading()).isEqualTo("What changes · since v5.19.2");
        assertThat(release.card().changesNote()).isEqualTo("Comparing…");
        assertThat(release.card().changesWarn()).isFalse();
    }

    @Test
    void comparesNothingWithItself() {
        Decisions again = Decisions.ofRelease()
                .deployed(deployment("production", SHA, "v5.20.0", Deployment.State.SUCCESS));
        assertThat(ApprovalCards.comparison(again.state(), again.first())).isEmpty();
        assertThat(again.card().from()).isEqualTo("v5.20.0");
    }

    @Test
    void whatRunsThereAlreadyIsToldInsteadOfAComparisonThatNeverComes() {
        Decisions again = Decisions.ofRelease()
                .deployed(deployment("production", SHA, "v5.20.0", Deployment.State.SUCCESS));
        assertThat(again.card().changesNote()).isEqualTo("The same commit runs there now.");
        assertThat(again.card().changesHeading()).isEqualTo("What changes · nothing since v5.20.0");
    }

    @Test
    void listsTheNewestCommitsAndCountsTheRest() {
        ApprovalCard card = compared(14, 0, 14).card();
        assertThat(card.changesHeading()).isEqualTo("What changes · 14 commits");
        assertThat(card.commits()).hasSize(8).first().isEqualTo(new CommitLine("0c0ffee", "Subject 0", "dev-0"));
        assertThat(card.changesNote()).isEqualTo("… 6 more");
        assertThat(card.changesWarn()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"8,8,''", "3,3,''", "9,9,… 1 more", "300,250,… 292 more", "5,2,… 3 more", "0,0,''"})
    void countsEveryCommitThatIsNotListed(int total, int listed, String note) {
        assertThat(compared(total, 0, listed).card().changesNote()).isEqualTo(note);
    }

    @Test
    void oneCommitIsNotSeveral() {
        assertThat(compared(1, 0, 1, "db/migration/V1__a.sql").card().changesHeading())
                .isEqualTo("What changes · 1 commit · 1 migration");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "db/V42__add_index.sql", "V1__x.sql", "src/main/resources/db/migration/V3__y.sql", "app/migrations/0004_b.py",
        "Migrations/20261120_Init.cs", "db/v7__lower.SQL"
    })
    void warnsOfWhatARollBackDoesNotTakeBack(String file) {
        ApprovalCard card = compared(2, 0, 2, "src/a.ts", file).card();
        assertThat(card.changesHeading()).endsWith("· 1 migration");
        assertThat(card.changesNote()).isEqualTo(file);
        assertThat(card.changesWarn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/a.ts", "docs/V42.md", "db/V42_add.sql", "db/schema.sql", "v1/index.sql", ""})
    void doesNotTakeOtherFilesForMigrations(String file) {
        assertThat(compared(2, 0, 2, file).card().changesWarn()).isFalse();
    }

    @Test
    void namesAtMostThreeMigrationsAndCountsThemAll() {
        ApprovalCard card = compared(20, 0, 20, "V1__a.sql", "V2__b.sql", "V3__c.sql", "V4__d.sql").card();
        assertThat(card.changesHeading()).isEqualTo("What changes · 20 commits · 4 migrations");
        assertThat(card.changesNote()).isEqualTo("V1__a.sql, V2__b.sql, V3__c.sql · … 12 more");
    }

    @Test
    void saysThatItGoesBack() {
        ApprovalCard card = compared(0, 3, 0).card();
        assertThat(card.changesNote())
                .isEqualTo("This goes back: 3 commits that run there now are not in it.");
        assertThat(card.changesWarn()).isTrue();
        assertThat(compared(2, 1, 2).card().changesNote()).startsWith("This goes back: 1 commit that");
    }

    @Test
    void tellsWhoIsMissingAndForHowLong() {
        assertThat(Decisions.ofRelease().card().pill()).isEqualTo("waits for you for 10 m");
        assertThat(Decisions.ofRelease().card().pillMark()).isEqualTo(Mark.PEOPLE);
        ApprovalCard others = Decisions.ofRelease().pending(production(false, user("grace"))).card();
        assertThat(others.pill()).isEqualTo("waits for others for 10 m");
        assertThat(others.pillMark()).isEqualTo(Mark.WAITING);
    }

    @Test
    void countsFromTheRunsLastChangeWhereTheProviderDoesNotSay() {
        assertThat(Decisions.ofRelease().pending(pending(RUN, 11, "production", true, null)).card().pill())
                .isEqualTo("waits for you for 5 m");
    }

    @Test
    void whoMayNotDecideIsToldWhy() {
        Decisions others = Decisions.ofRelease().pending(production(false, user("grace")));
        assertThat(others.card().blocked()).isEqualTo("You are not among its reviewers.");
        assertThat(others.card().planWords()).isEqualTo("You cannot decide on this one.");
        assertThat(others.guarded(environment(true, false, Duration.ZERO)).card().blocked())
                .isEqualTo("You are not among its reviewers, or you started the run yourself.");
        assertThat(others.guarded(environment(false, false, Duration.ZERO)).card().blocked())
                .isEqualTo("You are not among its reviewers.");
    }

    @Test
    void nothingIsSentWhileThePlanIsWorkedOut() {
        ApprovalCard card = card(new Draft.Preparing(DRAFT, PLAN.intent()));
        assertThat(card.planWords()).isEqualTo("Working out the exact request…");
        assertThat(card.steps()).isEmpty();
        assertThat(card.blocked()).isEmpty();
    }

    @Test
    void aReadyPlanShowsItsStepsAndItsWarnings() {
        Plan plan = SampleActions.rollBack("p");
        ApprovalCard card = card(new Draft.Ready(DRAFT, plan.intent(), plan));
        assertThat(card.steps()).hasSize(2);
        assertThat(card.warnings()).containsExactly("2 pods of v2.14.1 are in CrashLoopBackOff and will be replaced.");
        assertThat(card.planWords()).isEmpty();
    }

    @Test
    void aRefusedPlanBlocksWithItsReason() {
        ApprovalCard card = card(new Draft.Refused(DRAFT, PLAN.intent(), "It is frozen.", "Wait\u202e until Monday."));
        assertThat(card.blocked()).isEqualTo("It is frozen.");
        assertThat(card.planWords()).startsWith("It is frozen. Wait").doesNotContain("\u202e");
        assertThat(card.steps()).isEmpty();
    }

    @Test
    void aConfirmedPlanSaysNoMore() {
        ApprovalCard card = card(new Draft.Confirmed(DRAFT, PLAN.intent(), new PlanId("p")));
        assertThat(card.planWords()).isEmpty();
        assertThat(card.blocked()).isEmpty();
    }

    @Test
    void everyReadingThatFailedIsToldBesideItsLastGoodValue() {
        RemoteProblem cut = new RemoteProblem.Unreachable("reset", RemoteProblem.Sent.NOTHING);
        String told = "It cannot be reached: reset. What is shown is the last that was read.";
        assertThat(Decisions.ofRelease().card().problem()).isEmpty();
        assertThat(Decisions.ofRelease().and(new Change.PendingRead(RUN, new Answer.Bad<>(cut, NOON))).card().problem())
                .isEqualTo(told);
        assertThat(Decisions.ofRelease().and(new Change.RunRead(RUN, new Answer.Bad<>(cut, NOON))).card().problem())
                .isEqualTo(told);
        Decisions compared = compared(3, 0, 3).and(new Change.ComparisonRead(COMPARED, new Answer.Bad<>(cut, NOON)));
        assertThat(compared.card().problem()).isEqualTo(told);
        assertThat(compared.card().commits()).hasSize(3);
    }

    @Test
    void aComparisonThatCannotBeMadeIsNotSaidToComeSoon() {
        Decisions failed = Decisions.ofRelease().deployed(live("v5.19.2")).and(new Change.ComparisonRead(
                COMPARED, new Answer.Bad<>(new RemoteProblem.NotFound("No common ancestor"), NOON)));
        assertThat(failed.card().changesNote()).isEqualTo("It could not be compared.");
        assertThat(failed.card().problem()).contains("No common ancestor");
    }

    @Test
    void whatIsWrittenOutsideCannotPretendToBeOurs() {
        String evil = "a\u202eb\nc\u0007";
        ApprovalCard card = Decisions.ofRelease()
                .run(run(2, evil, evil + "0".repeat(30), evil, 641))
                .deployed(live("v5.19.2"))
                .pending(pending(RUN, 11, evil, true, NOON))
                .card();
        assertThat(card.title() + card.run() + card.to() + card.promise())
                .doesNotContain("\u202e").doesNotContain("\n").doesNotContain("\u0007").contains("‹U+202E›");
    }

    @Test
    void theServiceIsNamedAsOnTheBoard() {
        assertThat(Decisions.ofRelease().card().title()).isEqualTo(CHECKOUT.name() + " → production");
    }

    private static Decisions compared(int total, int behind, int listed, String... files) {
        return Decisions.ofRelease().deployed(live("v5.19.2")).compared(comparison(total, behind, listed, files));
    }

    private static ApprovalCard card(Draft draft) {
        Decisions release = Decisions.ofRelease();
        return ApprovalCards.of(release.state(), release.first(), RuleChoices.NONE, draft, NOON);
    }
}
