package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.PROD;
import static dev.signalbox.testing.Examples.run;
import static dev.signalbox.testing.Examples.runId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.ArtifactSave;
import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.ResultNews;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResultErrandsTest {

    private static final Errand LIST = new Errand.ListArtifacts(runId(9));
    private static final Errand REQUESTS = new Errand.ReadChangeRequests(runId(9));
    private static final Errand READ = new Errand.ReadReports(runId(9), 1, 0);

    private final ResultErrands errands = new ResultErrands(GITHUB);
    private final List<Change> changes = new ArrayList<>();

    @Test
    void readsNothingOfARunThatNobodyLooksAt() {
        known(RunStatus.COMPLETED, Conclusion.FAILURE);
        assertThat(wanted(false)).isEmpty();
    }

    @Test
    void readsNothingBeforeTheRunIsKnown() {
        look();
        assertThat(wanted(false)).isEmpty();
    }

    @Test
    void listsArtifactsOftenWhileTheRunGoesOnAndSeldomAfterwards() {
        look();
        known(RunStatus.IN_PROGRESS, Conclusion.NONE);
        Duration goesOn = wanted(false).get(LIST);
        assertThat(wanted(false)).containsOnlyKeys(LIST, REQUESTS);
        known(RunStatus.COMPLETED, Conclusion.SUCCESS);
        assertThat(wanted(false)).containsOnlyKeys(LIST, REQUESTS);
        assertThat(wanted(false).get(LIST)).isGreaterThan(goesOn);
    }

    @Test
    void asksForChangeRequestsNowAndThenWhileTheRunGoesOnAndOnceWhenItIsOver() {
        look();
        known(RunStatus.IN_PROGRESS, Conclusion.NONE);
        assertThat(wanted(true).get(REQUESTS)).isEqualTo(Duration.ofMinutes(5));
        known(RunStatus.COMPLETED, Conclusion.FAILURE);
        assertThat(wanted(true).get(REQUESTS)).isGreaterThanOrEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @EnumSource(Conclusion.class)
    void readsReportsByItselfOnlyWhenTheRunFailed(Conclusion conclusion) {
        look();
        known(RunStatus.COMPLETED, conclusion);
        boolean failed = conclusion == Conclusion.FAILURE || conclusion == Conclusion.TIMED_OUT;
        assertThat(wanted(false).containsKey(READ)).isEqualTo(failed);
    }

    @Test
    void readsReportsOfAnyRunThatIsOverWhenAskedAndAgainEachTime() {
        look();
        known(RunStatus.COMPLETED, Conclusion.SUCCESS);
        changes.add(new Change.ResultsChanged(runId(9), new ResultNews.ReportsWanted(1)));
        assertThat(wanted(true)).containsKey(new Errand.ReadReports(runId(9), 1, 1));
        changes.add(new Change.ResultsChanged(runId(9), new ResultNews.ReportsWanted(2)));
        assertThat(wanted(true)).containsKey(new Errand.ReadReports(runId(9), 1, 2));
    }

    @Test
    void readsNoReportsOfARunThatGoesOn() {
        look();
        known(RunStatus.IN_PROGRESS, Conclusion.NONE);
        changes.add(new Change.ResultsChanged(runId(9), new ResultNews.ReportsWanted(1)));
        assertThat(wanted(false)).containsOnlyKeys(LIST, REQUESTS);
    }

    @Test
    void readsNoReportsByItselfWhenLittleIsLeftOfTheLimit() {
        look();
        known(RunStatus.COMPLETED, Conclusion.FAILURE);
        assertThat(wanted(false)).containsKey(READ);
        assertThat(wanted(true)).doesNotContainKey(READ);
    }

    @Test
    void readsTheReportsOfAnEarlierAttemptThatIsShownAndFailed() {
        AttemptKey first = new AttemptKey(runId(9), 1);
        look(first);
        changes.add(new Change.RunRead(
                runId(9), new Answer.Good<>(run(9, 2, RunStatus.IN_PROGRESS, Conclusion.NONE, NOON), NOON)));
        assertThat(wanted(false)).containsOnlyKeys(LIST, REQUESTS);
        changes.add(new Change.AttemptRead(
                first, new Answer.Good<>(run(9, 1, RunStatus.COMPLETED, Conclusion.FAILURE, NOON), NOON)));
        assertThat(wanted(false)).containsOnlyKeys(LIST, REQUESTS, READ);
        assertThat(wanted(true)).containsOnlyKeys(LIST, REQUESTS);
        changes.add(new Change.RunRead(runId(9), new Answer.Good<>(
                run(9, 2, RunStatus.COMPLETED, Conclusion.SUCCESS, NOON.plusSeconds(9)), NOON)));
        assertThat(wanted(false)).containsOnlyKeys(LIST, REQUESTS, new Errand.ReadReports(runId(9), 2, 0));
    }

    @Test
    void readsWhatIsOverOfARunThatGoesOnWhenAsked() {
        look();
        changes.add(new Change.RunRead(
                runId(9), new Answer.Good<>(run(9, 3, RunStatus.IN_PROGRESS, Conclusion.NONE, NOON), NOON)));
        changes.add(new Change.ResultsChanged(runId(9), new ResultNews.ReportsWanted(1)));
        assertThat(wanted(false)).containsOnlyKeys(LIST, REQUESTS, new Errand.ReadReports(runId(9), 2, 1));
    }

    @Test
    void savesWhatIsWantedWhereverSomebodyLooks() {
        Artifact artifact = new Artifact(runId(9), 5, "x", 1, false, null, null, null);
        ArtifactSave wish = ArtifactSave.wanted(artifact, Path.of("/tmp"), ArtifactSave.Form.FILES);
        Errand.SaveArtifact save = new Errand.SaveArtifact(runId(9), 5);
        changes.add(new Change.ResultsChanged(wish.artifact().run(), new ResultNews.Saving(wish)));
        assertThat(wanted(true)).containsOnlyKeys(save);
        assertThat(ResultErrands.wish(state(), save)).isEqualTo(wish);
        changes.add(new Change.ResultsChanged(wish.failed("disk full").artifact().run(),
                new ResultNews.Saving(wish.failed("disk full"))));
        assertThat(wanted(false)).isEmpty();
    }

    @Test
    void leavesTheRunsOfOtherConnectionsAlone() {
        look();
        known(RunStatus.COMPLETED, Conclusion.FAILURE);
        Map<Errand, Duration> wanted = new HashMap<>();
        new ResultErrands(PROD).addTo(wanted, state(), false);
        assertThat(wanted).isEmpty();
    }

    private void look(AttemptKey... attempts) {
        Set<dev.signalbox.domain.ci.RunId> runs = Set.of(runId(9));
        changes.add(new Change.FocusMoved("runs", Focus.NOWHERE.withRuns(runs).withAttempts(Set.of(attempts))));
    }

    private void known(RunStatus status, Conclusion conclusion) {
        int later = changes.size();
        changes.add(new Change.RunRead(
                runId(9), new Answer.Good<>(run(9, 1, status, conclusion, NOON.plusSeconds(later)), NOON)));
    }

    private ConsoleState state() {
        return new Reducer().apply(ConsoleState.EMPTY, changes);
    }

    private Map<Errand, Duration> wanted(boolean isScarce) {
        Map<Errand, Duration> wanted = new HashMap<>();
        errands.addTo(wanted, state(), isScarce);
        return wanted;
    }
}
