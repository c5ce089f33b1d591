package dev.signalbox.ui.runs;

import static dev.signalbox.testing.SampleRuns.SEARCH_FAILED;
import static dev.signalbox.testing.SampleRuns.WEB_RELEASE;
import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.CiCapabilities;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.text.SafePage;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.runs.RunCard.Offer;
import dev.signalbox.ui.widget.Mark;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunCardsTest {

    private static final RemoteProblem CUT = new RemoteProblem.Unreachable("reset", RemoteProblem.Sent.NOTHING);

    private final ConsoleState state = SampleStates.rich();

    @TempDir
    private Path folder;

    @Test
    void namesTheRun() {
        RunCard card = card(state, SEARCH_FAILED, 0);
        assertThat(card.title()).isEqualTo("search · CI #641");
        assertThat(card.status()).isEqualTo("failed");
        assertThat(card.sub()).startsWith("main · 5f2c1d9 “Tune ranking weights” · dev-1 · attempt 1 · ")
                .doesNotContain("usually");
        assertThat(card.pageWords()).isEqualTo("Open on GitHub");
    }

    @Test
    void tellsCoverageWhereTheProviderDoes() {
        assertThat(card(state, SEARCH_FAILED, 0).sub()).doesNotContain("coverage");
        Run run = new KnownRuns(state).find(SEARCH_FAILED).orElseThrow();
        Run covered = new Run(
                run.id(), run.attempt(), run.workflow(), run.workflowName(), run.workflowPath(), run.number(),
                run.title(), run.event(), run.status(), run.conclusion(), run.branch(), run.headSha(), run.actor(),
                run.triggeredBy(), run.createdAt(), run.startedAt(), run.updatedAt(), run.page(), "98.29", null);
        ConsoleState told = RunsFixture.with(state, new Change.RunRead(SEARCH_FAILED, new Answer.Good<>(covered, NOW)));
        assertThat(card(told, SEARCH_FAILED, 0).sub()).endsWith(" · coverage 98.29 %");
    }

    @Test
    void choosesTheFailedJobFirstAndThenWhatAPersonChose() {
        assertThat(card(state, SEARCH_FAILED, 0).job().name()).isEqualTo("integration-tests");
        assertThat(card(state, SEARCH_FAILED, 11).job().name()).isEqualTo("lint");
        assertThat(card(state, SEARCH_FAILED, 999).job().name()).as("a job that is gone")
                .isEqualTo("integration-tests");
    }

    @Test
    void knowsNothingOfAnUnknownRun() {
        assertThat(RunCards.of(state, new RunId(SEARCH_FAILED.repository(), 1), RunChoice.NONE, NOW)).isEmpty();
    }

    @Test
    void offersToRunAFailedRunAgain() {
        RunCard card = card(state, SEARCH_FAILED, 0);
        assertThat(card.offers()).extracting(Offer::kind)
                .containsExactly(Offer.Kind.RERUN_FAILED, Offer.Kind.RERUN_ALL, Offer.Kind.RERUN_JOB);
        assertThat(card.offers()).allMatch(Offer::enabled);
        assertThat(card.offers().getFirst().intent())
                .isEqualTo(new Intent.RerunRun(SEARCH_FAILED, 1, new Intent.RerunRun.Scope.Failed(), false));
        assertThat(card.offers().getLast().intent()).isEqualTo(new Intent.RerunRun(
                SEARCH_FAILED, 1, new Intent.RerunRun.Scope.OneJob(15, "integration-tests"), false));
    }

    @Test
    void offersToCancelWhatHasNotEndedAndSaysWhyNothingElse() {
        RunCard card = card(state, WEB_RELEASE, 0);
        assertThat(card.offers()).filteredOn(o -> o.kind() == Offer.Kind.CANCEL).singleElement()
                .extracting(Offer::intent).isEqualTo(new Intent.CancelRun(WEB_RELEASE, 1, false));
        assertThat(card.offers()).filteredOn(o -> o.kind() != Offer.Kind.CANCEL)
                .isNotEmpty()
                .allSatisfy(o -> assertThat(o.reason()).isEqualTo("It waits and has not ended."));
    }

    @Test
    void offersNothingAgainAfterThirtyDays() {
        RunCard card = RunCards.of(state, SEARCH_FAILED, RunChoice.NONE, NOW.plus(Duration.ofDays(31))).orElseThrow();
        assertThat(card.offers()).isNotEmpty().allSatisfy(o -> {
            assertThat(o.enabled()).isFalse();
            assertThat(o.reason()).isEqualTo("It is older than 30 days.");
        });
    }

    @Test
    void offersOnlyWhatTheProviderCanDoAndSaysWhyNot() {
        ConsoleState limited = SampleStates.full().can(new CiCapabilities(
                Map.of(CiAbility.RERUN_ALL, "Start a new pipeline instead.", CiAbility.DEBUG_RERUN, "Not there."),
                false, Set.of())).state();
        RunCard card = card(limited, SEARCH_FAILED, 0);
        assertThat(card.offers()).filteredOn(o -> !o.enabled()).singleElement().satisfies(o -> {
            assertThat(o.kind()).isEqualTo(Offer.Kind.RERUN_ALL);
            assertThat(o.reason()).isEqualTo("Start a new pipeline instead.");
        });
        assertThat(card.offers()).extracting(Offer::debug).containsOnlyNulls();
        assertThat(RunCards.of(limited, SEARCH_FAILED, RunChoice.NONE, NOW.plus(Duration.ofDays(31)))
                .orElseThrow().offers()).as("only attempts grow too old").anyMatch(Offer::enabled);
    }

    @Test
    void offersNothingWhileTheJournalDoesNotWork() {
        ConsoleState broken = SampleStates.full().journalProblem("disk full").state();
        assertThat(card(broken, SEARCH_FAILED, 0).offers()).isNotEmpty().noneMatch(Offer::enabled);
    }

    @Test
    void tellsThatARunWaitsForPeople() {
        RunCard card = card(state, WEB_RELEASE, 0);
        assertThat(card.banner()).startsWith("Waits for your approval before production, for ");
        assertThat(card.waitsFor()).isEqualTo("production");
        assertThat(card(state, SEARCH_FAILED, 0).banner()).isEmpty();
    }

    @Test
    void keepsTheLastJobsBesideAProblem() {
        ConsoleState troubled =
                RunsFixture.with(state, new Change.JobsRead(SEARCH_FAILED, 1, new Answer.Bad<>(CUT, NOW)));
        RunCard card = card(troubled, SEARCH_FAILED, 0);
        assertThat(card.problem()).contains("It cannot be reached: reset.").contains("the last that was read");
        assertThat(card.clock().rows()).hasSize(7);
    }

    @Test
    void listsStepsWithTheirTimes() {
        assertThat(card(state, SEARCH_FAILED, 0).job().steps()).containsExactly(
                new JobStepRow(1, "Set up job", Mark.GOOD, "3 s", false),
                new JobStepRow(2, "Run integration-tests", Mark.BAD, "1 m 33 s", false));
    }

    @Test
    void asksForTheLogOfAFinishedJobOnly() {
        assertThat(card(state, SEARCH_FAILED, 0).job().key()).isEqualTo(new JobKey(SEARCH_FAILED, 15));
        assertThat(card(state, SEARCH_FAILED, 0).job().words()).isEqualTo("The log is being fetched…");
        assertThat(card(state, SEARCH_FAILED, 16).job().key()).isNull();
        assertThat(card(state, SEARCH_FAILED, 16).job().words()).isEqualTo("This job was skipped: it has no log.");
        assertThat(card(state, WEB_RELEASE, 4).job().key()).isNull();
        assertThat(card(state, WEB_RELEASE, 4).job().words()).startsWith("This job waits");
    }

    @Test
    void showsALogBesideTheProblemOfFetchingItAgain() {
        ConsoleState fetched = RunsFixture.withLog(folder);
        ConsoleState troubled = RunsFixture.with(
                fetched, new Change.LogRead(RunsFixture.FAILED_JOB, new Answer.Bad<>(CUT, NOW)));
        assertThat(card(troubled, SEARCH_FAILED, 0).job().log()).isNotNull();
        assertThat(card(troubled, SEARCH_FAILED, 0).job().problem()).contains("What is shown was fetched before.");
        ConsoleState never = RunsFixture.with(
                state, new Change.LogRead(RunsFixture.FAILED_JOB, new Answer.Bad<>(CUT, NOW)));
        assertThat(card(never, SEARCH_FAILED, 0).job().words()).isEqualTo("The log could not be fetched.");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://github.com/acme/search/actions/runs/641", "http://127.0.0.1:8080/x", "http://localhost/x",
        "http://[::1]:1/x",
    })
    void opensWebPages(String page) {
        assertThat(SafePage.mayOpen(URI.create(page))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://github.com/acme", "file:///bin/x", "javascript:alert(1)", "vscode://x/y", "ms-msdt:/id", "//host/x",
        "x",
        "https://user@evil.example/", "http://localhost.evil.example/",
    })
    void opensNothingElse(String page) {
        assertThat(SafePage.mayOpen(URI.create(page))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"29, false", "31, true"})
    void offersForceOnlyWhenCancellingHasNotHelped(long secondsAfter, boolean offered) {
        ConsoleState tried = Cancelling.tried(state, WEB_RELEASE, NOW);
        Instant later = NOW.plusSeconds(secondsAfter);
        boolean force = RunCards.of(tried, WEB_RELEASE, RunChoice.NONE, later).orElseThrow().offers().stream()
                .anyMatch(o -> o.kind() == Offer.Kind.FORCE_CANCEL);
        assertThat(force).isEqualTo(offered);
    }

    private static RunCard card(ConsoleState state, RunId run, long job) {
        return RunCards.of(state, run, RunChoice.NONE.on(ClockRow.Key.job(job)), NOW).orElseThrow();
    }
}
