package dev.signalbox.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.LargeBoard;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunDeskTest {

    private static final Instant NOW = LargeBoard.NOW;

    private final RunDesk desk = new RunDesk();
    private final ConsoleState state = new LargeBoard(20, 10).state();

    private RunPage ask(ConsoleState known, Instant now, String search) {
        return desk.answer(new RunQuestion(known, now, RunFilter.ALL, search));
    }

    private List<String> found(ConsoleState known, String search) {
        return ask(known, NOW, search).rows().stream().map(r -> r.id().repository().name()).distinct().toList();
    }

    @Test
    void aKeystrokeMakesNoLines() {
        ask(state, NOW, "");
        for (String typed : List.of("s", "se", "ser", "serv")) {
            ask(state, NOW.plusMillis(200), typed);
        }
        assertThat(desk.made()).isEqualTo(1);
    }

    @Test
    void whatDoesNotConcernRunsMakesNoLines() {
        ask(state, NOW, "");
        ask(new Reducer().apply(state, List.of(
                new Change.FocusMoved("board", Focus.NOWHERE),
                new Change.WorkloadSeen(LargeBoard.workload(3, 4, "v9"), NOW))), NOW, "");

        assertThat(desk.made()).isEqualTo(1);
    }

    @Test
    void agesAndNewRunsMakeThemAnew() {
        ask(state, NOW, "");
        ask(state, NOW.plusSeconds(1), "");
        ask(new Reducer().apply(state, List.of(
                new Change.RunsRead(LargeBoard.repository(3), new Answer.Good<>(List.of(), NOW.plusSeconds(1))))),
                NOW.plusSeconds(1), "");

        assertThat(desk.made()).isEqualTo(3);
    }

    @Test
    void everyFilterCountsAllRunsWhateverIsSearched() {
        RunPage page = ask(state, NOW, "service-0003");

        assertThat(page.rows()).hasSize(10);
        assertThat(page.counts().get(RunFilter.ALL)).isEqualTo(200);
        assertThat(page.emptyWords()).isEmpty();
    }

    @Test
    void runsAreFoundByTheirServicesGroupAndTheVersionThatTheyBrought() {
        long run = ask(state, NOW, "service-0007").rows().getFirst().id().number();
        Deployment brought = new Deployment(
                LargeBoard.repository(7), 1, "production", "a".repeat(40), "v8.15.1", "ada", Deployment.State.SUCCESS,
                NOW, run, null);
        ConsoleState deployed = new Reducer().apply(state, List.of(new Change.DeploymentsRead(
                LargeBoard.repository(7), new Answer.Good<>(List.of(brought), NOW))));

        assertThat(found(deployed, "v8.15")).containsExactly("service-0007");
        assertThat(ask(deployed, NOW, "v8.15").rows()).hasSize(1);
        assertThat(found(deployed, "group 1")).hasSize(20);
        assertThat(found(deployed, "grace release/2.8")).isNotEmpty();
    }

    @Test
    void saysWhyNothingIsListed() {
        assertThat(ask(state, NOW, "zzz").emptyWords()).isEqualTo("No run matches “zzz”.");
        assertThat(desk.answer(new RunQuestion(state, NOW, RunFilter.WAITING, "")).emptyWords())
                .isEqualTo("No run is in this state.");
        assertThat(new RunDesk().answer(new RunQuestion(ConsoleState.EMPTY, NOW, RunFilter.ALL, "")).emptyWords())
                .isEqualTo("Reading the runs…");
    }
}
