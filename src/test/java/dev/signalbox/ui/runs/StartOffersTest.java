package dev.signalbox.ui.runs;

import static dev.signalbox.testing.SampleRuns.SEARCH_FAILED;
import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ci.ApprovalRule;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.runs.RunCard.Offer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartOffersTest {

    private static final Job DOCS = Jobs.named("publish-docs", Jobs.going(90, RunStatus.WAITING, 10, -1));

    private static final ApprovalRule QA = new ApprovalRule("QA", 1, List.of(), List.of());

    @Test
    void aRunThatHasEndedOffersToStartItsOptionalJob() {
        RunCard card = card(offering(true, false), 90);
        assertThat(card.offers()).filteredOn(o -> o.kind() == Offer.Kind.START_JOB).singleElement().satisfies(o -> {
            Run run = Objects.requireNonNull(SampleStates.rich().run(SEARCH_FAILED).run().value());
            assertThat(o.words()).isEqualTo("Start job");
            assertThat(o.intent()).isEqualTo(new Intent.ReviewDeployment(
                    SEARCH_FAILED, run.attempt(), run.headSha(), List.of(new Gate.ManualJob(90)),
                    List.of("publish-docs"), Decision.APPROVE, ""));
        });
        assertThat(card.offers()).extracting(Offer::kind).doesNotContain(Offer.Kind.RERUN_JOB);
        assertThat(card.banner()).as("nothing waits for it").isEmpty();
        assertThat(card.job().words())
                .isEqualTo("This job starts when somebody starts it. The run does not wait for it.");
    }

    @Test
    void theOtherJobsAreRunAgainAsBefore() {
        assertThat(card(offering(true, false), 15).offers()).extracting(Offer::kind)
                .contains(Offer.Kind.RERUN_JOB).doesNotContain(Offer.Kind.START_JOB);
    }

    @Test
    void whoMayNotStartItIsToldSo() {
        assertThat(start(card(offering(false, false), 90))).hasValueSatisfying(o -> {
            assertThat(o.enabled()).isFalse();
            assertThat(o.reason()).isEqualTo("Your account may not start it.");
        });
    }

    @Test
    void aJobThatTheRunWaitsForSaysSo() {
        assertThat(card(offering(true, true), 90).job().words()).endsWith("The run waits for it.");
    }

    @Test
    void anApprovalThatNoRunWaitsForIsOfferedBesideItsJob() {
        RunCard card = card(approvable(true, false, QA), 90);
        assertThat(card.offers()).filteredOn(o -> o.kind() == Offer.Kind.APPROVE_JOB).singleElement().satisfies(o -> {
            assertThat(o.words()).isEqualTo("Approve job");
            assertThat(o.intent()).isInstanceOfSatisfying(Intent.ReviewDeployment.class, review -> {
                assertThat(review.gates()).containsExactly(new Gate.Deployment(7));
                assertThat(review.environmentNames()).containsExactly("review/7");
                assertThat(review.decision()).isEqualTo(Decision.APPROVE);
                assertThat(review.represented()).isNull();
            });
        });
        assertThat(start(card)).isEmpty();
        assertThat(card.job().words()).isEqualTo("This job waits to be approved. The run does not wait for it.");
    }

    @Test
    void anApprovalThatIsNotOursAloneToGiveSaysWhy() {
        assertThat(approve(card(approvable(false, false, QA), 90)).reason())
                .isEqualTo("Your account may not approve it.");
        assertThat(approve(card(approvable(true, false, QA, new ApprovalRule("Ops", 1, List.of(), List.of())), 90))
                .reason()).startsWith("You may approve it for more than one rule");
    }

    @Test
    void anApprovalThatTheRunWaitsForHasItsOwnPlace() {
        assertThat(card(approvable(true, true, QA), 90).offers()).extracting(Offer::kind)
                .doesNotContain(Offer.Kind.APPROVE_JOB, Offer.Kind.START_JOB);
    }

    @Test
    void whatIsNotKnownToWaitIsNotOffered() {
        ConsoleState unread = with(new Change.JobsRead(SEARCH_FAILED, 1, new Answer.Good<>(List.of(DOCS), NOW)));
        assertThat(start(card(unread, 90))).isEmpty();
        assertThat(card(unread, 90).job().words()).isEqualTo("This job waits and has written nothing yet.");
    }

    @Test
    void whatWasStartedIsNotOfferedAgain() {
        Job going = Jobs.named("publish-docs", Jobs.going(90, RunStatus.IN_PROGRESS, 10, 12));
        ConsoleState started = RunsFixture.with(
                offering(true, false),
                new Change.JobsRead(SEARCH_FAILED, 1, new Answer.Good<>(List.of(going), NOW)));
        assertThat(start(card(started, 90))).isEmpty();
    }

    @Test
    void nothingIsStartedWhileTheJournalDoesNotWork() {
        PendingApproval gate = pending(true, false);
        Run run = Objects.requireNonNull(SampleStates.rich().run(SEARCH_FAILED).run().value());
        Offer offer = StartOffers.of(run, gate, "The disk is full.");
        assertThat(offer.enabled()).isFalse();
        assertThat(offer.reason()).isEqualTo("The disk is full.");
    }

    private static Optional<Offer> start(RunCard card) {
        return card.offers().stream().filter(o -> o.kind() == Offer.Kind.START_JOB).findFirst();
    }

    private static Offer approve(RunCard card) {
        return card.offers().stream().filter(o -> o.kind() == Offer.Kind.APPROVE_JOB).findFirst().orElseThrow();
    }

    private static ConsoleState approvable(boolean mine, boolean blocks, ApprovalRule... rules) {
        PendingApproval approval = new PendingApproval(
                SEARCH_FAILED, new Gate.Deployment(7), "review/7", mine, Duration.ZERO, null, List.of(),
                List.of(rules), blocks, 90L);
        return RunsFixture.with(
                offering(mine, blocks),
                new Change.PendingRead(SEARCH_FAILED, new Answer.Good<>(List.of(approval), NOW)));
    }

    private static RunCard card(ConsoleState state, long job) {
        return RunCards.of(state, SEARCH_FAILED, RunChoice.NONE.on(ClockRow.Key.job(job)), NOW).orElseThrow();
    }

    static ConsoleState offering(boolean mine, boolean blocks) {
        List<Job> jobs = new ArrayList<>(SampleStates.rich().run(SEARCH_FAILED).jobsOf(1).or(List.of()));
        jobs.add(DOCS);
        return with(
                new Change.JobsRead(SEARCH_FAILED, 1, new Answer.Good<>(jobs, NOW)),
                new Change.PendingRead(SEARCH_FAILED, new Answer.Good<>(List.of(pending(mine, blocks)), NOW)));
    }

    private static PendingApproval pending(boolean mine, boolean blocks) {
        return new PendingApproval(
                SEARCH_FAILED, new Gate.ManualJob(90), "publish-docs", mine, Duration.ZERO, null, List.of(), List.of(),
                blocks);
    }

    private static ConsoleState with(Change... changes) {
        return RunsFixture.with(SampleStates.rich(), changes);
    }
}
