package dev.signalbox.state;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.runId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.ArtifactSave;
import dev.signalbox.domain.ci.ArtifactSave.Form;
import dev.signalbox.domain.ci.ArtifactSave.Stage;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.report.Findings;
import dev.signalbox.domain.report.RunReports;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsTest {

    private static final RemoteProblem DOWN = new RemoteProblem.ServerFault("no answer", 502);
    private static final Artifact ARTIFACT = new Artifact(runId(1), 5, "reports", 12, false, NOON, null, null);
    private static final ArtifactSave WISH = ArtifactSave.wanted(ARTIFACT, Path.of("/home/ada"), Form.FILES);

    private ConsoleState state = ConsoleState.EMPTY;

    @Test
    void keepsTheListOfArtifactsBesideALaterProblem() {
        after(listed(runId(1), NOON), new Change.ResultsChanged(runId(1),
                new ResultNews.ArtifactsRead(new Answer.Bad<>(DOWN, NOON.plusSeconds(9)))));
        assertThat(results().artifacts().value()).containsExactly(ARTIFACT);
        assertThat(results().artifacts().problem()).isEqualTo(DOWN);
        assertThat(state.results(runId(2))).isEqualTo(RunResults.UNKNOWN);
    }

    @Test
    void keepsWhatTheReportsOfTheNewestAttemptSay() {
        after(read(1), read(2));
        assertThat(results().findings().or(findings(0)).attempt()).isEqualTo(2);
        after(read(1));
        assertThat(results().findings().or(findings(0)).attempt()).isEqualTo(2);
        after(new Change.ResultsChanged(runId(1), new ResultNews.ReportsRead(new Answer.Bad<>(DOWN, NOON))));
        assertThat(results().findings().or(findings(0)).attempt()).isEqualTo(2);
        assertThat(results().findings().problem()).isEqualTo(DOWN);
    }

    @Test
    void countsHowOftenSomebodyAsked() {
        after(wanted(1), wanted(2), wanted(1));
        assertThat(results().asked()).isEqualTo(2);
    }

    @Test
    void followsASavingFromTheWishToTheEnd() {
        after(saving(WISH), saving(WISH.at(Stage.FETCHING, 7)));
        assertThat(save().done()).isEqualTo(7);
        after(saving(WISH.done(Path.of("/home/ada/artifact-5"))));
        assertThat(save().stage()).isEqualTo(Stage.DONE);
        assertThat(save().result()).isEqualTo(Path.of("/home/ada/artifact-5"));
    }

    @Test
    void letsNoLateStepRaiseWhatIsOver() {
        after(saving(WISH), saving(WISH.stopped()), saving(WISH.at(Stage.UNPACKING, 3)),
                saving(WISH.done(Path.of("x"))));
        assertThat(save().stage()).isEqualTo(Stage.STOPPED);
        after(saving(WISH));
        assertThat(save().stage()).isEqualTo(Stage.WANTED);
    }

    @Test
    void doesNotBelieveInStepsThatNobodyWished() {
        after(saving(WISH.failed("disk full")));
        assertThat(results().saves()).isEmpty();
    }

    @Test
    void forgetsWhatWasLookedAtLongestAgoButNothingThatIsBeingSaved() {
        after(listed(runId(1), NOON.minusSeconds(900)), saving(WISH));
        for (int i = 2; i <= Reducer.RESULTS_KEPT + 3; i++) {
            after(listed(runId(i), NOON.plusSeconds(i)));
        }
        assertThat(state.results()).hasSize(Reducer.RESULTS_KEPT).containsKeys(runId(1)).doesNotContainKeys(
                runId(2), runId(3), runId(4));
    }

    @Test
    void changesNothingWhereNothingIsNew() {
        after(listed(runId(1), NOON));
        ConsoleState before = state;
        after(listed(runId(1), NOON));
        assertThat(state).isSameAs(before);
    }

    /// Of steps that wait together the newest is enough; the wish and the end are always told.
    @Test
    void displacesStepsByLaterStepsOnly() {
        Change step = saving(WISH.at(Stage.FETCHING, 1));
        assertThat(step.key()).isEqualTo(saving(WISH.at(Stage.UNPACKING, 2)).key());
        assertThat(saving(WISH).key()).isNotEqualTo(step.key());
        assertThat(saving(WISH.done(Path.of("x"))).key()).isNotEqualTo(step.key());
        assertThat(saving(WISH.stopped()).key()).isNotEqualTo(saving(WISH).key());
        Artifact other = new Artifact(runId(1), 6, "other", 1, false, null, null, null);
        assertThat(saving(ArtifactSave.wanted(other, Path.of("x"), Form.ARCHIVE).at(Stage.FETCHING, 1)).key())
                .isNotEqualTo(step.key());
    }

    @Test
    void tellsReadingsOfDifferentRunsAndKindsApart() {
        assertThat(listed(runId(1), NOON).key()).isEqualTo(listed(runId(1), NOON.plusSeconds(1)).key());
        assertThat(listed(runId(1), NOON).key()).isNotEqualTo(listed(runId(2), NOON).key());
        assertThat(read(1).key()).isEqualTo(read(2).key()).isNotEqualTo(listed(runId(1), NOON).key());
        assertThat(new Change.ResultsChanged(runId(1), new ResultNews.ReportsRead(new Answer.Bad<>(DOWN, NOON))).key())
                .isNotEqualTo(read(1).key());
    }

    private void after(Change... changes) {
        state = new Reducer().apply(state, List.of(changes));
    }

    private RunResults results() {
        return state.results(runId(1));
    }

    private ArtifactSave save() {
        return results().saves().getOrDefault(5L, WISH);
    }

    private static Change listed(RunId run, Instant at) {
        return new Change.ResultsChanged(run, new ResultNews.ArtifactsRead(new Answer.Good<>(List.of(ARTIFACT), at)));
    }

    private static Change saving(ArtifactSave save) {
        return new Change.ResultsChanged(save.artifact().run(), new ResultNews.Saving(save));
    }

    private static Change wanted(int time) {
        return new Change.ResultsChanged(runId(1), new ResultNews.ReportsWanted(time));
    }

    private static Change read(int attempt) {
        return new Change.ResultsChanged(runId(1),
                new ResultNews.ReportsRead(new Answer.Good<>(findings(attempt), NOON)));
    }

    private static Findings findings(int attempt) {
        return new Findings(attempt, new RunReports(List.of(), List.of(), List.of()), Map.of(), 0);
    }
}
