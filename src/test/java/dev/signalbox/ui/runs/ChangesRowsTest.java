package dev.signalbox.ui.runs;

import static dev.signalbox.testing.SampleRuns.SEARCH_FAILED;
import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Commit;
import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.LastGreen;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunPast;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.SampleStates;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangesRowsTest {

    private static final Run RED = run(641, "main", "c".repeat(40), Conclusion.FAILURE);
    private static final ComparisonKey KEY =
            new ComparisonKey(SEARCH_FAILED.repository(), "a".repeat(40), "c".repeat(40));

    @Test
    void findsTheNewestGreenRunOfTheSameWorkflowAndBranchBeforeThisOne() {
        ConsoleState state = known(
                run(642, "main", "f".repeat(40), Conclusion.SUCCESS), RED,
                run(640, "topic", "b".repeat(40), Conclusion.SUCCESS),
                run(639, "main", "a".repeat(40), Conclusion.SUCCESS),
                run(638, "main", "9".repeat(40), Conclusion.SUCCESS));
        ChangesCard card = card(state);
        assertThat(card.heading()).isEqualTo("Changed since last green · #639");
        assertThat(card.key()).isEqualTo(KEY);
        assertThat(card.words()).isEqualTo("The commits are being read…");
    }

    @Test
    void asksTheHistoryWhenTheListDoesNotReachSoFar() {
        LastGreen kept = new LastGreen(new RunId(SEARCH_FAILED.repository(), 500), 500, "e".repeat(40), NOW);
        Change recalled = new Change.PastsRecalled(Map.of(SEARCH_FAILED, new RunPast(null, Map.of(), kept)));
        assertThat(card(RunsFixture.with(known(RED), recalled)).heading()).endsWith("#500");
        ConsoleState newer = RunsFixture.with(
                known(RED, run(639, "main", "a".repeat(40), Conclusion.SUCCESS)), recalled);
        assertThat(card(newer).heading()).as("what was just listed is newer").endsWith("#639");
    }

    @Test
    void saysSoWhenNoGreenRunIsKnown() {
        ChangesCard card = card(known(RED));
        assertThat(card.key()).isNull();
        assertThat(card.words()).isEqualTo("No green run of this workflow on this branch is known.");
    }

    @Test
    void saysSoWhenItIsTheSameCommit() {
        ChangesCard card = card(known(RED, run(639, "main", "c".repeat(40), Conclusion.SUCCESS)));
        assertThat(card.key()).isNull();
        assertThat(card.words()).isEqualTo("Nothing: it ran on the same commit.");
    }

    @Test
    void showsCommitsAndOpensOnlyPagesThatMayBeOpened() {
        URI page = URI.create("https://github.com/acme/search/commit/c");
        ChangesCard card = card(compared(2, 0, List.of(
                commit("5f2c1d9aaaa", "Tune ranking weights", page),
                commit("c20e771bbbb", "Index\u202Esynonyms", URI.create("file:///etc/passwd")))));
        assertThat(card.words()).isEmpty();
        assertThat(card.commits()).containsExactly(
                new ChangesCard.Line(
                        "5f2c1d9", "Tune ranking weights", "dev-1", page, "5f2c1d9, Tune ranking weights, by dev-1"),
                new ChangesCard.Line(
                        "c20e771", "Index‹U+202E›synonyms", "dev-1", null,
                        "c20e771, Index‹U+202E›synonyms, by dev-1"));
    }

    @Test
    void saysHowManyMoreThereAreAndWhatWasTakenBack() {
        ChangesCard card = card(compared(80, 3, Collections.nCopies(60, commit("5f2c1d9aaaa", "Tune", null))));
        assertThat(card.commits()).hasSize(25);
        assertThat(card.words()).isEqualTo("3 commits were taken back. And 55 more.");
        assertThat(card(compared(0, 0, List.of())).words()).isEqualTo("Nothing.");
    }

    @Test
    void saysWhyTheCommitsAreNotThere() {
        ConsoleState state = RunsFixture.with(green(), new Change.ComparisonRead(
                KEY, new Answer.Bad<>(new RemoteProblem.ServerFault("no answer", 502), NOW)));
        assertThat(card(state).words()).contains("502").doesNotContain("being read");
    }

    private static ChangesCard card(ConsoleState state) {
        return ChangesRows.of(state, new KnownRuns(state), RED, NOW);
    }

    private static ConsoleState green() {
        return known(RED, run(639, "main", "a".repeat(40), Conclusion.SUCCESS));
    }

    private static ConsoleState compared(int total, int behind, List<Commit> commits) {
        return RunsFixture.with(green(), new Change.ComparisonRead(
                KEY, new Answer.Good<>(new Comparison(KEY, total, behind, commits, List.of()), NOW)));
    }

    private static ConsoleState known(Run... runs) {
        return RunsFixture.with(ConsoleState.EMPTY, new Change.RunsRead(
                SEARCH_FAILED.repository(), new Answer.Good<>(List.of(runs), NOW)));
    }

    private static Commit commit(String sha, String subject, @Nullable URI page) {
        return new Commit(sha, subject, "dev-1", NOW, page);
    }

    private static Run run(long number, String branch, String sha, Conclusion end) {
        return new Run(
                new RunId(SampleStates.repository("search"), number), 1, 1, "CI", ".github/workflows/ci.yml", number,
                "Tune", "push", RunStatus.COMPLETED, end, branch, sha, "ada", "ada", NOW, NOW, NOW, null);
    }
}
