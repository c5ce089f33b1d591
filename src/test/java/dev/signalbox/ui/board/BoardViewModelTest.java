package dev.signalbox.ui.board;

import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.ui.board.BoardStates.PRODUCTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.SampleStates;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BoardViewModelTest {

    private final List<Change> offered = new ArrayList<>();
    private final List<Intent> proposed = new ArrayList<>();
    private final ForgetfulMemory memory = new ForgetfulMemory();
    private final BoardViewModel model = new BoardViewModel(
            offered::add, proposed::add, memory, Runnable::run, Runnable::run);

    private void showRich() {
        model.show(SampleStates.rich(), SampleStates.NOW);
    }

    private Focus lastFocus() {
        return ((Change.FocusMoved) offered.getLast()).focus();
    }

    @Test
    void choosingACellOpensItsDrawerAndLooksAtItsWorkload() {
        showRich();
        model.visible(true);
        model.select("checkout", "production");

        assertThat(Objects.requireNonNull(model.drawer().get()).title()).isEqualTo("checkout · production");
        assertThat(lastFocus().workloads()).containsExactly(SampleStates.key("production", "checkout"));
    }

    @Test
    void looksAtNothingWhileItIsNotVisible() {
        showRich();
        model.visible(true);
        model.select("checkout", "production");
        model.visible(false);

        assertThat(lastFocus()).isEqualTo(Focus.NOWHERE);
    }

    @Test
    void saysWhatItLooksAtOnlyWhenThatChanges() {
        showRich();
        model.visible(true);
        model.select("checkout", "production");
        int before = offered.size();
        showRich();

        assertThat(offered).hasSize(before);
    }

    @Test
    void rollBackProposesWhatTheDrawerOffers() {
        showRich();
        model.select("checkout", "production");
        model.rollBack();

        assertThat(proposed).singleElement().isInstanceOfSatisfying(Intent.RollBack.class, i -> {
            assertThat(i.version()).isEqualTo("v2.14.0");
            assertThat(i.generation()).isEqualTo(58);
        });
    }

    @Test
    void rollBackWithoutAChosenCellDoesNothing() {
        showRich();
        model.rollBack();

        assertThat(proposed).isEmpty();
    }

    @Test
    void aDisabledOfferIsNotProposed() {
        ConsoleState broken = new BoardStates()
                .running(Workloads.crashing(PRODUCTION))
                .good("old", "v1", 5_000)
                .with(new Change.JournalChecked("The disk is full."))
                .state();
        model.show(broken, NOON);
        model.select("checkout", "production");
        model.rollBack();

        assertThat(proposed).isEmpty();
    }

    @Test
    void keysMoveOverRowsAndColumnsAndStopAtTheEdges() {
        showRich();
        model.move(1, 0);
        assertThat(model.selection().get()).isEqualTo(new Selection("web-frontend", "production", 0));
        model.move(1, -1);
        assertThat(model.selection().get()).isEqualTo(new Selection("checkout", "staging", 0));
        model.move(-5, -9);
        assertThat(model.selection().get()).isEqualTo(new Selection("web-frontend", "development", 0));
    }

    @Test
    void keysMoveOverWhatIsListedOnly() {
        showRich();
        model.find("ledger");
        model.move(1, 0);

        assertThat(Objects.requireNonNull(model.selection().get()).service()).isEqualTo("ledger");
    }

    @Test
    void theSelectionStaysWhileEverythingMoves() {
        showRich();
        model.select("checkout", "production");
        model.find("ledger");
        model.choose(BoardFilter.MOVING);
        showRich();

        assertThat(model.selection().get()).isEqualTo(new Selection("checkout", "production", 0));
        assertThat(model.drawer().get()).isNotNull();
    }

    @Test
    void saysWhyNothingIsListed() {
        assertThat(model.emptyWords().get()).as("before anything was looked at").isEqualTo("Reading what there is…");
        model.show(ConsoleState.EMPTY, NOON);
        assertThat(model.emptyWords().get()).as("before anything was told").isEqualTo("Reading what there is…");
        model.show(new Reducer().apply(ConsoleState.EMPTY, List.of(
                new Change.BoardDescribed(BoardSpec.EMPTY, List.of("no such file")))), NOON);
        assertThat(model.emptyWords().get()).startsWith("Nothing is connected");

        model.show(new Reducer().apply(ConsoleState.EMPTY, List.of(
                new Change.ConnectionAdded(Connection.fresh(GITHUB, Connection.Kind.GITHUB, "")),
                new Change.RepositoriesRead(GITHUB, "", new Answer.Bad<>(new RemoteProblem.NotFound(""), NOON)),
                new Change.ConnectionAnswered(GITHUB, NOON))), NOON);
        assertThat(model.emptyWords().get()).startsWith("The repositories cannot be listed. It is not there");

        showRich();
        model.find("zzz");
        assertThat(model.emptyWords().get()).isEqualTo("No service matches \"zzz\".");
    }

    @Test
    void showsWhatIsWrongWithTheBoardFile() {
        model.show(
                new BoardStates().with(new Change.BoardDescribed(BoardStates.BOARD, List.of("board.yaml, line 3: x")))
                        .state(),
                NOON);

        assertThat(model.problems().get()).containsExactly("board.yaml, line 3: x");
        assertThat(model.lines().get()).isNotEmpty();
    }

    @Test
    void closedGroupsOpenAgain() {
        showRich();
        int all = model.lines().get().size();
        model.toggleGroup("Platform");
        assertThat(model.lines().get()).hasSizeLessThan(all);
        model.toggleGroup("Platform");
        assertThat(model.lines().get()).hasSize(all);
    }

    @Test
    void theChosenServicesGroupClosesAndOpensByKey() {
        showRich();
        model.select("checkout", "production");
        int all = model.lines().get().size();
        model.toggleChosenGroup();
        assertThat(model.lines().get()).hasSize(all - 3);
        model.toggleChosenGroup();
        assertThat(model.lines().get()).hasSize(all);
    }

    @Test
    void theSignalBeforeTheChosenCellCanBeFollowed() {
        showRich();
        assertThat(model.signalBefore()).isEmpty();
        model.select("web-frontend", "production");

        assertThat(model.signalBefore()).hasValueSatisfying(s -> {
            assertThat(s.environment()).isEqualTo("production");
            assertThat(s.count()).isPositive();
        });
        model.select("web-frontend", "development");
        assertThat(model.signalBefore()).isEmpty();
    }

    @Test
    void whichGroupsAreClosedIsKept() {
        showRich();
        model.toggleGroup("Platform");
        assertThat(memory.kept.getLast()).containsExactly("Platform");

        BoardViewModel next =
                new BoardViewModel(offered::add, proposed::add, memory, Runnable::run, Runnable::run);
        next.show(SampleStates.rich(), SampleStates.NOW);
        assertThat(next.lines().get()).hasSameSizeAs(model.lines().get())
                .anySatisfy(line -> assertThat(line.key()).isEqualTo("tiles:3:Platform"));
    }

    @Test
    void allGroupsCloseAndOpenAtOnce() {
        showRich();
        int all = model.lines().get().size();
        model.toggleGroup("Payments");
        model.toggleAllGroups();
        assertThat(model.lines().get()).hasSize(6);
        model.toggleAllGroups();
        assertThat(model.lines().get()).hasSize(all);
    }

    @Test
    void theArrowsGoOverTilesAndATileIsKnownAsOne() {
        showRich();
        model.toggleGroup("Storefront");
        model.tilesPerRow(2);
        model.move(1, 0);
        model.move(0, 1);
        assertThat(model.selection().get()).isEqualTo(new Selection("checkout", "production", 0));
        assertThat(model.isTile()).isTrue();
        assertThat(model.drawer().get()).isNotNull();

        model.toggleChosenGroup();
        assertThat(model.isTile()).isFalse();
    }

    @Test
    void onlyTheRowsInSightAndTheOpenDrawerAreWatched() {
        showRich();
        model.visible(true);
        model.inSight(java.util.Set.of("checkout", "ledger", "no such service"));

        assertThat(offered.getLast()).isInstanceOfSatisfying(Change.FocusMoved.class, moved -> assertThat(
                moved.focus().repositories())
                .containsExactlyInAnyOrder(SampleStates.repository("checkout"), SampleStates.repository("ledger")));
        model.visible(false);
        assertThat(offered.getLast()).isEqualTo(
                new Change.FocusMoved("board", dev.signalbox.state.Focus.NOWHERE));
    }

    @Test
    void aPageThatIsStillBeingMadeIsNotTheNewest() {
        java.util.List<Runnable> background = new java.util.ArrayList<>();
        BoardViewModel slow =
                new BoardViewModel(offered::add, proposed::add, memory, background::add, Runnable::run);
        slow.show(SampleStates.rich(), SampleStates.NOW);
        assertThat(slow.isCurrent()).isFalse();
        assertThat(slow.has("checkout")).isFalse();
        background.forEach(Runnable::run);
        assertThat(slow.isCurrent()).isTrue();
        assertThat(slow.has("checkout")).isTrue();
    }
}
