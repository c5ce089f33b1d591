package dev.signalbox.ui.runs;

import static dev.signalbox.testing.SampleRuns.SEARCH_FAILED;
import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.logs.ShownLog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GoneRunsTest {

    static final RunId GONE = new RunId(SampleStates.repository("search"), 77);
    static final KeptLog KEPT = new KeptLog(
            new JobKey(GONE, 771), "CI", 412, "integration-tests", Conclusion.FAILURE, "main",
            Instant.parse("2026-05-03T14:02:00Z"));
    private static final LogFile FILE = new LogFile(Path.of("copy.log"), 1_000);

    @Test
    void waitsWhileTheRunMayStillCome() {
        assertThat(gone(SampleStates.rich(), GONE, found())).isEmpty();
        assertThat(gone(ConsoleState.EMPTY, GONE, found())).isEmpty();
    }

    @Test
    void showsTheKeptLogOfARunThatIsGone() {
        GoneRunCard card = gone(missing(), GONE, found()).orElseThrow();
        assertThat(card.title()).isEqualTo("search #412");
        assertThat(card.status()).isEqualTo("kept log");
        assertThat(card.sub()).isEqualTo("CI · main · integration-tests failed");
        assertThat(card.words()).isEqualTo("This run is no longer at GitHub, or hidden from this account. Its kept log"
                + " from 3 May 2026, 14:02 UTC (201 d ago) is shown.");
        assertThat(card.runThere()).isFalse();
        assertThat(card.log()).isEqualTo(new ShownLog(
                "search-77-integration-tests", ShownLog.Kind.FINISHED, FILE, null,
                "signalbox:log/GitHub/acme/search/77/771", "", ""));
    }

    @Test
    void namesTheProvider() {
        ConsoleState state = RunsFixture.with(
                RunsFixture.requested(Connection.Kind.GITLAB), notFound(GONE));
        assertThat(gone(state, GONE, found()).orElseThrow().words()).startsWith("This run is no longer at GitLab,");
    }

    @Test
    void saysWhenNothingIsKeptEither() {
        GoneRunCard card = gone(missing(), GONE, absent("")).orElseThrow();
        assertThat(card.title()).isEqualTo("search");
        assertThat(card.sub()).isEqualTo("run 77");
        assertThat(card.words()).endsWith(" Its log is not kept here either.");
        assertThat(card.log().file()).isNull();
        assertThat(gone(missing(), GONE, absent("The kept logs are closed.")).orElseThrow().words())
                .endsWith("account. The kept logs are closed.");
        assertThat(gone(missing(), GONE, asking()).orElseThrow().words()).contains("Looking for its log");
        assertThat(gone(missing(), GONE, KeptLogSight.Wanted.NOTHING).orElseThrow().words())
                .as("nobody asked for a log").endsWith("hidden from this account.");
    }

    @Test
    void showsWhatIsKeptWhileTheProviderCannotBeRead() {
        ConsoleState cut = RunsFixture.with(SampleStates.rich(), new Change.RunRead(GONE, new Answer.Bad<>(
                new RemoteProblem.Unreachable("timed out\u202e", RemoteProblem.Sent.MAYBE), NOW)));
        assertThat(gone(cut, GONE, found()).orElseThrow().words()).startsWith(
                "This run cannot be read now. It cannot be reached: timed out‹U+202E›. Its kept log from 3 May");
        ConsoleState refused = RunsFixture.with(SampleStates.rich(), new Change.ConnectionTroubled(
                SampleStates.GITHUB, new RemoteProblem.Unauthorized("Bad credentials"), null));
        assertThat(gone(refused, GONE, found()).orElseThrow().words()).startsWith(
                "This run cannot be read now. It refused our credential: Bad credentials. Its kept log");
    }

    @Test
    void showsWhatIsKeptOfAnAccountThatIsNotConnected() {
        RunId elsewhere = new RunId(new RepositoryId(new ConnectionId("old"), "acme", "search"), 77);
        assertThat(gone(SampleStates.rich(), elsewhere, found()).orElseThrow().words())
                .startsWith("This run is at “old”, which is none of the accounts that are connected. Its kept log");
    }

    @Test
    void showsTheKeptLogOfAJobThatTheRunHasNoMore() {
        KeptLogSight.Wanted wanted = new KeptLogSight.Wanted(new JobKey(SEARCH_FAILED, 4), KEPT, FILE, true, "");
        GoneRunCard card = gone(SampleStates.rich(), SEARCH_FAILED, wanted).orElseThrow();
        assertThat(card.words()).startsWith("The job of this log is not among those of the run's latest attempt. Its");
        assertThat(card.runThere()).isTrue();
    }

    @Test
    void showsWhatIsKeptOfAJobWhileTheRunsJobsCannotBeRead() {
        RunId known = RunsFixture.GOING;
        KeptLogSight.Wanted wanted = new KeptLogSight.Wanted(new JobKey(known, 4), KEPT, FILE, true, "");
        assertThat(gone(SampleStates.rich(), known, wanted)).as("its jobs may still come").isEmpty();
        RemoteProblem refused = new RemoteProblem.Unreachable("refused", RemoteProblem.Sent.NOTHING);
        ConsoleState cut = RunsFixture.with(
                SampleStates.rich(), new Change.ConnectionTroubled(SampleStates.GITHUB, refused, null));
        GoneRunCard card = gone(cut, known, wanted).orElseThrow();
        assertThat(card.words()).startsWith(
                "The jobs of this run cannot be read now. It cannot be reached: refused. Its kept log from 3 May");
        assertThat(card.log().file()).isEqualTo(FILE);
        assertThat(card.runThere()).isTrue();
        ConsoleState asked = RunsFixture.with(
                SampleStates.rich(), new Change.JobsRead(known, 1, new Answer.Bad<>(refused, NOW)));
        assertThat(gone(asked, known, wanted).orElseThrow().words())
                .startsWith("The jobs of this run cannot be read now. It cannot be reached: refused.");
    }

    @Test
    void showsTheRunWhenItHasTheJob() {
        KeptLogSight.Wanted wanted = new KeptLogSight.Wanted(RunsFixture.FAILED_JOB, KEPT, FILE, true, "");
        assertThat(gone(SampleStates.rich(), SEARCH_FAILED, wanted)).isEmpty();
        assertThat(gone(SampleStates.rich(), SEARCH_FAILED, KeptLogSight.Wanted.NOTHING)).isEmpty();
    }

    @Test
    void writesHostileNamesOut() {
        KeptLog hostile = new KeptLog(
                KEPT.job(), "CI\u202e", 1, "job\u0007\u2066", Conclusion.FAILURE, "ma\u200bin", KEPT.at());
        GoneRunCard card = gone(missing(), GONE, new KeptLogSight.Wanted(KEPT.job(), hostile, FILE, true, ""))
                .orElseThrow();
        assertThat(card.sub()).contains("CI‹U+202E›").contains("ma‹U+200B›in").contains("‹U+2066›")
                .doesNotContain("\u202e").doesNotContain("\u0007");
    }

    static ConsoleState missing() {
        return RunsFixture.with(SampleStates.rich(), notFound(GONE));
    }

    private static Change notFound(RunId run) {
        return new Change.RunRead(run, new Answer.Bad<>(new RemoteProblem.NotFound("Not Found"), NOW));
    }

    private static KeptLogSight.Wanted found() {
        return new KeptLogSight.Wanted(KEPT.job(), KEPT, FILE, true, "");
    }

    private static KeptLogSight.Wanted absent(String problem) {
        return new KeptLogSight.Wanted(KEPT.job(), null, null, true, problem);
    }

    private static KeptLogSight.Wanted asking() {
        return new KeptLogSight.Wanted(KEPT.job(), null, null, false, "");
    }

    private static Optional<GoneRunCard> gone(ConsoleState state, RunId run, KeptLogSight.Wanted wanted) {
        JobKey job = wanted.job();
        RunChoice choice =
                job == null ? RunChoice.NONE : RunChoice.NONE.on(ClockRow.Key.job(job.job()));
        @Nullable
        RunCard card = RunCards.of(state, run, choice, NOW).orElse(null);
        return GoneRuns.of(state, run, card, wanted, NOW);
    }
}
