package dev.signalbox.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.SampleRuns;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.widget.Mark;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RunRowsTest {

    private static final Instant NOW = SampleStates.NOW;

    private final ConsoleState state = SampleStates.rich();
    private final List<RunRow> rows = RunRows.of(state, NOW);

    @Test
    void listsRunsOfAllRepositoriesNewestFirst() {
        assertThat(rows.getFirst().where()).isEqualTo("web-frontend · CI");
        assertThat(rows).extracting(RunRow::id).doesNotHaveDuplicates().contains(
                SampleRuns.WEB_RELEASE, SampleRuns.PAYMENTS_RELEASE, SampleRuns.SEARCH_FAILED);
    }

    @Test
    void saysOfARunWhatPeopleAskFor() {
        RunRow row = row(SampleRuns.SEARCH_FAILED);
        assertThat(row.mark()).isEqualTo(Mark.BAD);
        assertThat(row.status()).isEqualTo("failed");
        assertThat(row.where()).isEqualTo("search · CI");
        assertThat(row.number()).isEqualTo("#641");
        assertThat(row.title()).isEqualTo("Tune ranking weights");
        assertThat(row.branch()).isEqualTo("main");
        assertThat(row.sha()).isEqualTo("5f2c1d9");
        assertThat(row.usual()).isEqualTo("usually 3 m");
        assertThat(row.words()).contains("search · CI #641, failed, Tune ranking weights, main");
    }

    @Test
    void saysNothingOfTheUsualTimeWhenTooFewAreKnown() {
        assertThat(row(SampleRuns.WEB_RELEASE).usual()).isEmpty();
    }

    @Test
    void showsTheNewestValueOfARunThatIsKnownTwice() {
        Run before = run(SampleRuns.WEB_RELEASE);
        Run after = new Run(
                before.id(), 2, before.workflow(), before.workflowName(), before.workflowPath(), before.number(),
                before.title(), before.event(), RunStatus.COMPLETED, Conclusion.CANCELLED, before.branch(),
                before.headSha(), before.actor(), before.triggeredBy(), before.createdAt(), before.startedAt(), NOW,
                null);
        ConsoleState next = RunsFixture.with(state, new Change.RunRead(before.id(), new Answer.Good<>(after, NOW)));
        assertThat(RunRows.of(next, NOW)).filteredOn(r -> r.id().equals(before.id()))
                .singleElement().extracting(RunRow::status).isEqualTo("cancelled");
    }

    @Test
    void countsWhatEachFilterLetsThrough() {
        assertThat(RunRows.counts(rows)).containsEntry(RunFilter.ALL, rows.size())
                .containsEntry(RunFilter.ACTIVE, 1).containsEntry(RunFilter.WAITING, 2)
                .containsEntry(RunFilter.FAILED, 3).containsEntry(RunFilter.MINE, 0);
    }

    @Test
    void knowsWhichRunsAreMine() {
        Connection connection = Connection.fresh(SampleStates.GITHUB, Connection.Kind.GITHUB, "https://api.github.com");
        ConsoleState mine = SampleStates.full().connection(connection.as(new Account("Dev-1", Set.of(), null))).state();
        assertThat(RunRows.counts(RunRows.of(mine, NOW))).containsEntry(RunFilter.MINE, rows.size());
    }

    @ParameterizedTest
    @CsvSource({
        "#641, 1", "search failed, 2", "acme/search, 8", "5f2c1d9333, 80", "LAZY-LOAD, 1", "release main, 2",
        "'  ', 82",
        "nothing like it, 0",
    })
    void findsRunsByEveryWord(String search, int most) {
        List<RunRow> found = RunRows.passing(rows, RunFilter.ALL, search);
        assertThat(found.size()).isLessThanOrEqualTo(most);
        assertThat(found.isEmpty()).isEqualTo(most == 0);
    }

    @ParameterizedTest
    @EnumSource(Conclusion.class)
    void hasAWordAndAMarkForEveryEnd(Conclusion end) {
        assertThat(RunWords.word(RunStatus.COMPLETED, end)).isNotBlank();
        boolean good = RunWords.mark(RunStatus.COMPLETED, end) == Mark.GOOD;
        assertThat(good).as("only success looks like success").isEqualTo(end == Conclusion.SUCCESS);
    }

    @ParameterizedTest
    @EnumSource(value = RunStatus.class, names = "COMPLETED", mode = EnumSource.Mode.EXCLUDE)
    void neverShowsAnUnfinishedRunAsGood(RunStatus status) {
        assertThat(RunWords.mark(status, Conclusion.SUCCESS)).isNotEqualTo(Mark.GOOD);
        assertThat(RunWords.word(status, Conclusion.SUCCESS)).isNotEqualTo("passed");
    }

    private RunRow row(RunId id) {
        return rows.stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    }

    private Run run(RunId id) {
        return new KnownRuns(state).find(id).orElseThrow();
    }
}
