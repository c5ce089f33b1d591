package dev.signalbox.history;

import static dev.signalbox.history.SampleHistory.NOON;
import static dev.signalbox.history.SampleHistory.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.report.TestCase;
import dev.signalbox.domain.report.TestName;
import dev.signalbox.domain.report.TestPast;
import dev.signalbox.domain.report.Verdict;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.TestHistory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlTestHistoryTest {

    private static final TestName TIES = new TestName("RankingIT", "keeps_order_for_ties");
    private static final TestName OTHER = new TestName("RankingIT", "ranks");

    @TempDir
    Path folder;

    private History history;
    private TestHistory tests;

    @BeforeEach
    void open() {
        history = History.open(folder, InstantSource.fixed(NOON));
        tests = history.tests();
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void knowsNothingOfATestThatWasNeverSeen() throws Exception {
        assertThat(tests.past(red(5), List.of(TIES))).isEmpty();
        assertThat(tests.runsBefore(red(5))).isZero();
        assertThat(tests.knows(red(5))).isFalse();
    }

    @Test
    void countsRunsBeforeInWhichATestPassedAndFailed() throws Exception {
        tests.keep(red(1), List.of(passed(TIES)));
        tests.keep(red(2), List.of(failed(TIES), passed(OTHER)));
        tests.keep(red(3), List.of(passed(TIES)));
        tests.keep(red(9), List.of(failed(TIES)));

        assertThat(tests.past(red(5), List.of(TIES, OTHER)))
                .containsEntry(TIES, new TestPast(2, 1, red(2).createdAt(), 2, false))
                .containsEntry(OTHER, new TestPast(1, 0, null, 0, false));
        assertThat(tests.runsBefore(red(5))).isEqualTo(3);
        assertThat(tests.knows(red(3))).isTrue();
    }

    @Test
    void doesNotCountTheRunItself() throws Exception {
        tests.keep(red(5), List.of(failed(TIES)));
        assertThat(tests.past(red(5), List.of(TIES))).isEmpty();
        assertThat(tests.runsBefore(red(5))).isZero();
    }

    @Test
    void seesThatATestPassedInAnotherAttemptOrRunOfTheSameCommit() throws Exception {
        Run second = run(5, 2, "push", "main", Conclusion.FAILURE, 60);
        tests.keep(red(5), List.of(failed(TIES), passed(OTHER)));
        tests.keep(second, List.of(passed(TIES), failed(OTHER)));

        assertThat(tests.past(red(5), List.of(TIES)).get(TIES)).extracting(TestPast::passedSameCommit).isEqualTo(true);
        assertThat(tests.past(second, List.of(OTHER)).get(OTHER)).isEqualTo(new TestPast(0, 0, null, 0, true));
        assertThat(tests.past(second, List.of(TIES))).isEmpty();
        assertThat(tests.past(red(6), List.of(TIES)).get(TIES))
                .isEqualTo(new TestPast(1, 1, red(5).createdAt(), 5, false, 1));
    }

    @Test
    void doesNotTakeAnotherWorkflowsPassOnTheSameCommitForAReRun() throws Exception {
        Run windows = in(red(5).id().repository(), 8, run(6, 1, "push", "main", Conclusion.SUCCESS, 60));
        Run sameCommit = withSha(windows, red(5).headSha());
        tests.keep(sameCommit, List.of(passed(TIES)));
        tests.keep(red(5), List.of(failed(TIES)));
        assertThat(tests.past(red(5), List.of(TIES))).isEmpty();
        Run again = withSha(red(4), red(5).headSha());
        tests.keep(again, List.of(passed(TIES)));
        assertThat(tests.past(red(5), List.of(TIES)).get(TIES)).extracting(TestPast::passedSameCommit).isEqualTo(true);
    }

    @Test
    void countsEarlierCommitsOnWhichATestFailedAndPassed() throws Exception {
        for (int number : List.of(1, 2)) {
            tests.keep(red(number), List.of(failed(TIES), failed(OTHER)));
            tests.keep(run(number, 2, "push", "main", Conclusion.SUCCESS, 60), List.of(passed(TIES), failed(OTHER)));
        }
        tests.keep(red(3), List.of(failed(TIES)));
        assertThat(tests.past(red(5), List.of(TIES)).get(TIES)).extracting(TestPast::flakyBefore).isEqualTo(2);
        assertThat(tests.past(red(5), List.of(OTHER)).get(OTHER)).extracting(TestPast::flakyBefore).isEqualTo(0);
        assertThat(tests.past(red(2), List.of(TIES)).get(TIES)).extracting(TestPast::flakyBefore).isEqualTo(1);
    }

    @Test
    void takesATestThatIsToldTwiceForFailedIfItFailedOnce() throws Exception {
        tests.keep(red(1), List.of(failed(TIES), passed(TIES)));
        assertThat(tests.past(red(5), List.of(TIES)).get(TIES)).extracting(TestPast::failed).isEqualTo(1);
    }

    @Test
    void keepsNothingOfSkippedTestsButThatTheRunWasRead() throws Exception {
        tests.keep(red(1), List.of(TestCase.of(TIES, Verdict.SKIPPED, null)));
        assertThat(tests.past(red(5), List.of(TIES))).isEmpty();
        assertThat(tests.runsBefore(red(5))).isEqualTo(1);
    }

    @Test
    void replacesWhatWasKeptOfTheSameAttempt() throws Exception {
        tests.keep(red(1), List.of(failed(TIES), failed(OTHER)));
        tests.keep(red(1), List.of(passed(TIES)));
        assertThat(tests.past(red(5), List.of(TIES, OTHER)))
                .containsOnlyKeys(TIES)
                .containsEntry(TIES, new TestPast(1, 0, null, 0, false));
    }

    @Test
    void keepsRepositoriesAndWorkflowsApart() throws Exception {
        tests.keep(red(1), List.of(failed(TIES)));
        Run elsewhere = in(new RepositoryId(new ConnectionId("github"), "acme", "search"), 7, red(5));
        Run otherWorkflow = in(red(5).id().repository(), 8, red(5));
        assertThat(tests.past(elsewhere, List.of(TIES))).isEmpty();
        assertThat(tests.runsBefore(otherWorkflow)).isZero();
        assertThat(tests.past(otherWorkflow, List.of(TIES))).containsKey(TIES);
    }

    @Test
    void forgetsTheOldestRunsAndTheTestsThatOnlyTheyHad() throws Exception {
        TestName gone = new TestName("Old", "test");
        tests.keep(red(1), List.of(passed(gone), passed(TIES)));
        for (int i = 2; i <= SqlTestHistory.KEPT + 1; i++) {
            tests.keep(red(i), List.of(passed(TIES)));
        }
        Run now = red(SqlTestHistory.KEPT + 5);
        assertThat(tests.knows(red(1))).isFalse();
        assertThat(tests.runsBefore(now)).isEqualTo(SqlTestHistory.KEPT);
        assertThat(tests.past(now, List.of(gone, TIES)))
                .containsOnlyKeys(TIES)
                .containsEntry(TIES, new TestPast(SqlTestHistory.KEPT, 0, null, 0, false));
    }

    @Test
    void keepsThousandsOfTestsWithHostileNames() throws Exception {
        List<TestCase> many = new ArrayList<>(
                IntStream.range(0, 5_000).mapToObj(i -> passed(new TestName("suite'; drop table test;--", "t" + i)))
                        .toList());
        many.add(failed(new TestName("", "\u202e\u0000 name")));
        tests.keep(red(1), many);
        TestName odd = new TestName("", "\u202e\u0000 name");
        assertThat(tests.past(red(5), List.of(odd)).get(odd)).extracting(TestPast::failed).isEqualTo(1);
        assertThat(tests.past(red(5), List.of(new TestName("suite'; drop table test;--", "t4999")))).hasSize(1);
    }

    @Test
    void remembersAfterItWasClosed() throws Exception {
        tests.keep(red(1), List.of(failed(TIES)));
        history.close();
        open();
        assertThat(tests.past(red(5), List.of(TIES))).containsKey(TIES);
    }

    @Test
    void saysThatItCannotBeUsed() {
        history.close();
        assertThatExceptionOfType(JournalFailure.class).isThrownBy(() -> tests.keep(red(1), List.of(failed(TIES))));
        assertThatExceptionOfType(JournalFailure.class).isThrownBy(() -> tests.past(red(1), List.of(TIES)));
    }

    private static Run red(long number) {
        return run(number, 1, "push", "main", Conclusion.FAILURE, 60);
    }

    private static Run in(RepositoryId repository, long workflow, Run run) {
        return new Run(
                new RunId(repository, run.id().number()), 1, workflow, "CI", "ci.yml", run.number(), "t", "push",
                run.status(), run.conclusion(), "main", run.headSha(), "ada", "ada", NOON, NOON, NOON, null);
    }

    private static Run withSha(Run run, String sha) {
        return new Run(
                run.id(), run.attempt(), run.workflow(), "CI", "ci.yml", run.number(), "t", "push", run.status(),
                run.conclusion(), "main", sha, "ada", "ada", NOON, NOON, NOON, null);
    }

    private static TestCase passed(TestName name) {
        return TestCase.of(name, Verdict.PASSED, null);
    }

    private static TestCase failed(TestName name) {
        return new TestCase(name, Verdict.FAILED, false, null, "message", "trace");
    }
}
