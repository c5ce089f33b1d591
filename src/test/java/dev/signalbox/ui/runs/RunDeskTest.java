package dev.signalbox.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.LargeBoard;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunDeskTest {

    private static final Instant NOW = LargeBoard.NOW;

    private static final int SERVICES = 20;
    private static final int RUNS = SERVICES * 10;

    private final RunDesk desk = new RunDesk();
    private ConsoleState state = new LargeBoard(SERVICES, 10).state();

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
        assertThat(desk.made()).isEqualTo(RUNS);
    }

    @Test
    void aLongerSearchLooksOnlyThroughWhatPassedBefore() {
        assertThat(ask(state, NOW, "service-000").rows()).hasSize(100);
        assertThat(desk.searched()).isEqualTo(RUNS);
        assertThat(ask(state, NOW, "service-0003").rows()).hasSize(10);
        assertThat(desk.searched()).isEqualTo(100);
        assertThat(ask(state, NOW, "service-0003 ada")).isEqualTo(new RunDesk().answer(
                new RunQuestion(state, NOW, RunFilter.ALL, "service-0003 ada")));
        assertThat(desk.searched()).isEqualTo(10);
        ask(state, NOW, "service-0004");
        assertThat(desk.searched()).isEqualTo(RUNS);
    }

    @Test
    void anotherFilterOrANewRunIsSoughtInAllLines() {
        ask(state, NOW, "service-0003");
        desk.answer(new RunQuestion(state, NOW, RunFilter.FAILED, "service-0003"));
        assertThat(desk.searched()).isEqualTo(RUNS);
        desk.answer(new RunQuestion(with(run(5_000, NOW)), NOW, RunFilter.FAILED, "service-0003"));
        assertThat(desk.searched()).isEqualTo(RUNS + 1);
    }

    @Test
    void whatDoesNotConcernRunsMakesNoLines() {
        ask(state, NOW, "");
        ask(new Reducer().apply(state, List.of(
                new Change.FocusMoved("board", Focus.NOWHERE),
                new Change.WorkloadSeen(LargeBoard.workload(3, 4, "v9"), NOW))), NOW, "");

        assertThat(desk.made()).isEqualTo(RUNS);
    }

    @Test
    void aSecondMakesOnlyTheLinesWhoseAgesReadOtherwise() {
        ConsoleState young = with(run(5_000, NOW.minusSeconds(10)));
        ask(young, NOW, "");
        long before = desk.made();
        RunPage page = ask(young, NOW.plusSeconds(1), "");

        // All others are hours old: a few of them pass the hour in this second.
        assertThat(desk.made() - before).isBetween(1L, 5L);
        assertThat(page.rows().getFirst().age()).isEqualTo("11 s ago");
    }

    @Test
    void aNewRunMakesItsOwnLineAndThoseThatItTellsSomethingOf() {
        ask(state, NOW, "");
        long before = desk.made();
        RunPage page = ask(with(run(5_000, NOW)), NOW, "");

        assertThat(page.rows()).hasSize(RUNS + 1);
        assertThat(desk.made() - before).isBetween(1L, 11L);
    }

    /// Whatever came in whatever order, the kept lines equal those that are made from nothing.
    @Test
    void keptLinesNeverDifferFromFreshOnes() {
        Random random = new Random(7);
        Instant now = NOW;
        for (int round = 0; round < 80; round++) {
            int service = random.nextInt(SERVICES);
            state = new Reducer().apply(state, List.of(switch (random.nextInt(4)) {
                case 0 -> new Change.AccountRead(LargeBoard.GITHUB, new Account(
                        round % 2 == 0 ? "ada" : "grace", Set.of(), null));
                case 1 -> new Change.DeploymentsRead(LargeBoard.repository(service), new Answer.Good<>(
                        List.of(deployed(service, 1_000L + service * 31L, "v" + round)), now));
                default -> new Change.RunsRead(LargeBoard.repository(service), new Answer.Good<>(
                        List.of(run(6_000 + round % 9, now.minusSeconds(random.nextInt(4_000)))), now));
            }));
            assertThat(ask(state, now, "").rows()).isEqualTo(RunRows.of(state, now));
            now = now.plusSeconds(random.nextInt(90));
        }
    }

    private ConsoleState with(Run run) {
        return new Reducer().apply(state, List.of(
                new Change.RunsRead(run.id().repository(), new Answer.Good<>(List.of(run), NOW))));
    }

    private static Run run(long number, Instant began) {
        return new Run(
                new RunId(LargeBoard.repository(3), number), 1, 7, "Release", ".github/workflows/release.yml", number,
                "Change", "push", RunStatus.COMPLETED, Conclusion.FAILURE, "main",
                String.format(Locale.ROOT, "%040x", number), "ada",
                "ada", began, began, began.plusSeconds(5), null);
    }

    private static Deployment deployed(int service, long run, String version) {
        return new Deployment(
                LargeBoard.repository(service), 1, "production", "a".repeat(40), version, "ada",
                Deployment.State.SUCCESS, NOW, run, null);
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
        Deployment brought = deployed(7, run, "v8.15.1");
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
