package dev.signalbox.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.LargeBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoardDeskTest {

    private static final int SERVICES = 120;
    private static final Instant NOW = LargeBoard.NOW;

    private final BoardDesk desk = new BoardDesk();
    private final ConsoleState start = new LargeBoard(SERVICES, 3).state();

    private BoardPage page(ConsoleState state, Instant now) {
        return desk.answer(new BoardQuestion(state, now, BoardFilter.ALL, "", Set.of()));
    }

    private static ConsoleState after(ConsoleState state, Change... changes) {
        return new Reducer().apply(state, List.of(changes));
    }

    @Test
    void onlyServicesThatABatchTouchedAreMadeAnew() {
        page(start, NOW);
        long before = desk.made();
        BoardPage page = page(
                after(start, new Change.WorkloadSeen(LargeBoard.workload(7, 2, "v9"), NOW),
                        new Change.WorkloadSeen(LargeBoard.workload(90, 4, "v9"), NOW)),
                NOW);

        assertThat(desk.made() - before).isEqualTo(2);
        assertThat(page.row("service-0007").orElseThrow().cells().get(2).version()).isEqualTo("v9");
        assertThat(page.row("service-0090").orElseThrow().cells().get(4).version()).isEqualTo("v9");
    }

    @Test
    void aRowThatIsMadeAnewKeepsWhatWasNotTouched() {
        ServiceRow before = page(start, NOW).row("service-0007").orElseThrow();
        ServiceRow after = page(after(start, new Change.WorkloadSeen(LargeBoard.workload(7, 2, "v9"), NOW)), NOW)
                .row("service-0007").orElseThrow();

        assertThat(after.build()).isSameAs(before.build());
        for (int i = 0; i < 5; i++) {
            assertThat(after.cells().get(i) == before.cells().get(i)).as("cell " + i).isEqualTo(i != 2);
        }
        for (int i = 0; i < 4; i++) {
            assertThat(after.signals().get(i) == before.signals().get(i)).as("signal " + i)
                    .isEqualTo(i != 1 && i != 2);
        }
    }

    @Test
    void whatIsKeptGrowsOldThoughItsNeighbourChangesAllTheTime() {
        CellRow first = page(start, NOW).row("service-0007").orElseThrow().cells().getFirst();
        ConsoleState state = start;
        CellRow last = first;
        for (int second = 1; second <= 30; second++) {
            state = after(state, new Change.WorkloadSeen(LargeBoard.workload(7, 2, "v" + second), NOW));
            last = page(state, NOW.plusSeconds(second)).row("service-0007").orElseThrow().cells().getFirst();
        }

        assertThat(last).isNotSameAs(first);
    }

    @Test
    void linesThatWereNotTouchedAreTheSameObjects() {
        List<BoardLine> before = page(start, NOW).lines();
        List<BoardLine> after =
                page(after(start, new Change.WorkloadSeen(LargeBoard.workload(7, 2, "v9"), NOW)), NOW).lines();

        for (int i = 0; i < before.size(); i++) {
            boolean touched = before.get(i).key().equals("service:service-0007");
            if (before.get(i) instanceof BoardLine.Service) {
                assertThat(after.get(i) == before.get(i)).as(before.get(i).key()).isEqualTo(!touched);
            }
        }
    }

    @Test
    void whatIsNotOnTheBoardCostsNothing() {
        page(start, NOW);
        long before = desk.made();
        page(after(start, new Change.FocusMoved("runs", Focus.NOWHERE)), NOW);
        page(after(start, new Change.ConnectionAnswered(LargeBoard.CLUSTER, NOW.plusSeconds(1))), NOW);

        assertThat(desk.made()).isEqualTo(before);
    }

    @Test
    void aClusterThatIsLostShowsOnEveryCellThatLivesThere() {
        page(start, NOW);
        BoardPage page = page(
                after(start, new Change.ConnectionTroubled(
                        LargeBoard.CLUSTER, new RemoteProblem.Unreachable("gone", RemoteProblem.Sent.NOTHING), null)),
                NOW);

        assertThat(page.rows()).allSatisfy(row -> assertThat(row.cells()).allMatch(CellRow::stale));
    }

    @Test
    void anApprovalThatBecomesKnownTouchesItsServiceAlone() {
        RunId id = new RunId(LargeBoard.repository(5), 99_999);
        Run waiting = new Run(
                id, 1, 7, "Release", ".github/workflows/release.yml", 99_999, "x", "push", RunStatus.WAITING,
                Conclusion.NONE, "main", "a".repeat(40), "ada", "ada", NOW, NOW, NOW, null);
        ConsoleState running =
                after(start, new Change.RunsRead(LargeBoard.repository(5), new Answer.Good<>(List.of(waiting), NOW)));
        page(running, NOW);
        long before = desk.made();
        BoardPage page = page(
                after(running, new Change.PendingRead(id, new Answer.Good<>(
                        List.of(new PendingApproval(id, new Gate.Environment(1), "production", true, Duration.ZERO,
                                null, List.of())),
                        NOW))),
                NOW);

        assertThat(desk.made() - before).isEqualTo(1);
        assertThat(page.row("service-0005").orElseThrow().needsMe()).isTrue();
        assertThat(page.counts().get(BoardFilter.NEEDS_ME)).isEqualTo(1);
    }

    @Test
    void agesGrowWithoutAnyChange() {
        ConsoleState young = after(start, new Change.RunsRead(LargeBoard.repository(3), new Answer.Good<>(
                List.of(dev.signalbox.testing.Examples.run(
                        900_000, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, NOW.minusSeconds(10))),
                NOW)));
        String before = page(young, NOW).row("service-0003").orElseThrow().build().line();
        assertThat(page(young, NOW.plusSeconds(5)).row("service-0003").orElseThrow().build().line())
                .isNotEqualTo(before);
    }

    @Test
    void oldAgesAreToldAnewLittleByLittleButAllWithinHalfAMinute() {
        page(start, NOW);
        long most = 0;
        long before = desk.made();
        for (int second = 1; second <= 30; second++) {
            long made = desk.made();
            page(start, NOW.plusSeconds(second));
            most = Math.max(most, desk.made() - made);
        }

        assertThat(desk.made() - before).isGreaterThanOrEqualTo(SERVICES);
        assertThat(most).isLessThan(SERVICES / 2);
    }

    @Test
    void keysAreTheSameObjectWhileNoLineMoves() {
        List<String> keys = page(start, NOW).keys();
        ConsoleState next = after(start, new Change.WorkloadSeen(LargeBoard.workload(7, 2, "v9"), NOW));

        assertThat(page(next, NOW).keys()).isSameAs(keys);
        assertThat(desk.answer(new BoardQuestion(next, NOW, BoardFilter.ALL, "service-0007", Set.of())).keys())
                .containsExactly("group:Group 1", "service:service-0007");
    }

    @Test
    void searchesBranchesPeopleVersionsAndGroups() {
        assertThat(search("release/2.8")).isNotEmpty();
        assertThat(search("barbara group")).isNotEmpty();
        assertThat(search("v1.3.0 service-0003")).containsExactly("service:service-0003");
        assertThat(search("nobody")).isEmpty();
    }

    private List<String> search(String words) {
        return desk.answer(new BoardQuestion(start, NOW, BoardFilter.ALL, words, Set.of())).keys().stream()
                .filter(k -> k.startsWith("service:")).toList();
    }

    /// Whatever came in whatever order, the kept rows equal those that are made from nothing.
    @Test
    void keptRowsNeverDifferFromFreshOnes() {
        ConsoleState state = start;
        Random random = new Random(42);
        for (int round = 0; round < 60; round++) {
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                int service = random.nextInt(SERVICES);
                int environment = random.nextInt(5);
                changes.add(switch (random.nextInt(4)) {
                    case 0 -> new Change.WorkloadGone(LargeBoard.key(service, environment));
                    case 1 -> new Change.RunsRead(LargeBoard.repository(service), new Answer.Good<>(
                            Collections.nCopies(1, dev.signalbox.testing.Examples.run(
                                    50_000 + round, 1, RunStatus.IN_PROGRESS, Conclusion.NONE, NOW)),
                            NOW));
                    case 2 -> new Change.WorkloadSeen(
                            Workloads.crashing(LargeBoard.key(service, environment)), NOW);
                    default -> new Change.WorkloadSeen(
                            LargeBoard.workload(service, environment, "v" + round), NOW);
                });
            }
            state = new Reducer().apply(state, changes);
            assertThat(page(state, NOW).rows()).isEqualTo(BoardRows.of(state.described(), state, NOW));
        }
    }
}
