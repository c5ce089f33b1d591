package dev.signalbox.ui.board;

import static dev.signalbox.testing.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.Examples;
import dev.signalbox.testing.LargeBoard;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.palette.TypedWords;
import dev.signalbox.ui.shell.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardEntriesTest {

    private final List<Intent> proposed = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<RepositoryId> triggered = new ArrayList<>();
    private final BoardEntries entries = new BoardEntries(proposed::add, places::add, triggered::add);
    private final BoardStates board = new BoardStates().running(Workloads.crashing(BoardStates.PRODUCTION));

    private List<PaletteEntry> all() {
        return entries.of(BoardStates.BOARD, board.state(), NOON);
    }

    private List<PaletteEntry> acts(String typed) {
        return entries.acts(TypedWords.of(typed), BoardStates.BOARD, board.state());
    }

    private void choose(String typed, String title) {
        acts(typed).stream().filter(entry -> entry.title().equals(title)).findFirst().orElseThrow().choose().run();
    }

    @Test
    void aWayBackToAProvenRevisionIsNamedPlainly() {
        board.good("older", "v0", 500_000);

        assertThat(all()).singleElement().satisfies(entry -> {
            assertThat(entry.title()).isEqualTo("Roll back checkout in production");
            assertThat(entry.detail()).isEqualTo("to v0");
        });
    }

    @Test
    void whereNothingIsProvenTheRevisionBeforeIsOfferedAsNotProven() {
        PaletteEntry entry = all().getFirst();
        entry.choose().run();

        assertThat(entry.detail()).isEqualTo("to v1, not proven");
        assertThat(proposed).singleElement().isInstanceOfSatisfying(Intent.RollBack.class,
                back -> assertThat(back.version()).isEqualTo("v1"));
    }

    @Test
    void whatTheDrawerOffersCanBeDoneFromThePalette() {
        board.running(Workloads.healthy(BoardStates.PRODUCTION));

        assertThat(acts("checkout")).extracting(PaletteEntry::title).containsExactly(
                "Trigger a workflow of checkout…", "Restart checkout in production", "Pause checkout in production",
                "Add a pod to checkout in production", "Remove a pod from checkout in production");
        assertThat(acts("checkout")).extracting(PaletteEntry::kind).containsOnly(PaletteEntry.Kind.ACTION);
        assertThat(proposed).isEmpty();
    }

    @Test
    void choosingToRestartOpensThePlanOfIt() {
        board.running(Workloads.healthy(BoardStates.PRODUCTION));
        choose("restart checkout", "Restart checkout in production");

        assertThat(proposed).containsExactly(new Intent.RestartWorkload(BoardStates.PRODUCTION, "uid-checkout", 7));
    }

    @Test
    void ofSeveralTargetsInOneEnvironmentEachIsNamed() {
        WorkloadKey other = Examples.workloadKey("production-us", "checkout");
        BoardSpec both = new BoardSpec(List.of(new EnvironmentSpec("production", true)), List.of(new ServiceSpec(
                "checkout", "Storefront", null, null, null,
                List.of(new TargetSpec("production", BoardStates.PRODUCTION), new TargetSpec("production", other)),
                false)));
        board.running(Workloads.crashing(BoardStates.PRODUCTION), Workloads.crashing(other));

        List<PaletteEntry> restarts = entries.acts(TypedWords.of("checkout"), both, board.state()).stream()
                .filter(entry -> entry.title().startsWith("Restart"))
                .toList();
        assertThat(restarts).extracting(PaletteEntry::title).containsExactly(
                "Restart checkout in production (prod-eu, production)",
                "Restart checkout in production (prod-eu, production-us)");
        restarts.getLast().choose().run();
        assertThat(proposed).singleElement().isInstanceOfSatisfying(Intent.RestartWorkload.class,
                restart -> assertThat(restart.workload()).isEqualTo(other));
        assertThat(entries.of(both, board.state(), NOON)).extracting(PaletteEntry::title).containsExactly(
                "Roll back checkout in production (prod-eu, production)",
                "Roll back checkout in production (prod-eu, production-us)");
    }

    @Test
    void aPausedRolloutCanBeResumedAndIsNotRestarted() {
        board.running(Workloads.paused(BoardStates.PRODUCTION));

        assertThat(acts("checkout")).extracting(PaletteEntry::title)
                .contains("Resume checkout in production")
                .doesNotContain("Restart checkout in production", "Pause checkout in production");
    }

    @Test
    void whereSomethingIsDoneIsSaidAsTheBoardSaysIt() {
        ServiceSpec service = new ServiceSpec(
                "checkout", "Storefront", null, null, null, List.of(new TargetSpec("live", BoardStates.PRODUCTION)),
                false);
        BoardSpec live = new BoardSpec(List.of(new EnvironmentSpec("live", true)), List.of(service));

        assertThat(entries.of(live, board.state(), NOON)).extracting(PaletteEntry::title)
                .containsExactly("Roll back checkout in live");
        assertThat(entries.acts(TypedWords.of("restart"), live, board.state())).extracting(PaletteEntry::title)
                .contains("Restart checkout in live");
    }

    @Test
    void theFormIsOpenedWithTheRepositoryOfTheService() {
        choose("trigger checkout", "Trigger a workflow of checkout…");

        assertThat(triggered).containsExactly(Examples.CHECKOUT);
        assertThat(proposed).isEmpty();
    }

    @Test
    void ofVeryManyServicesOnlyTheOnesThatAreMeantAreNamed() {
        ConsoleState state = new LargeBoard(2_000, 1).state();
        List<PaletteEntry> acts = entries.acts(TypedWords.of("restart service-1234"), state.described(), state);

        assertThat(acts).hasSizeLessThan(1_000).extracting(PaletteEntry::title)
                .contains("Restart service-1234 in production");
        assertThat(entries.acts(TypedWords.of("restart"), state.described(), state)).hasSameSizeAs(acts);
    }

    @Test
    void nothingIsOfferedThatCouldNotBeSent() {
        board.with(new Change.JournalChecked("The disk is full."));

        assertThat(all()).isEmpty();
        assertThat(acts("checkout")).isEmpty();
    }

    @Test
    void environmentsWithoutAColumnCanBeStopped() {
        CiEnvironment review = new CiEnvironment(
                Examples.CHECKOUT, 5, "review/new-cart", Duration.ZERO, List.of(), false, false, "development", true);
        board.with(new Change.EnvironmentsRead(
                Examples.CHECKOUT, new Answer.Good<>(List.of(review), NOON)));
        PaletteEntry entry = all().stream()
                .filter(one -> one.title().equals("Stop review/new-cart of checkout"))
                .findFirst()
                .orElseThrow();
        entry.choose().run();

        assertThat(entry.kind()).isEqualTo(PaletteEntry.Kind.ACTION);
        assertThat(entry.detail()).isEqualTo("nothing deployed to it lately");
        assertThat(proposed).containsExactly(
                new Intent.StopEnvironment(Examples.CHECKOUT, 5, "review/new-cart", 0));
    }

    @Test
    void whatCannotBeStoppedIsNotInThePalette() {
        CiEnvironment gone = new CiEnvironment(
                Examples.CHECKOUT, 5, "review/new-cart", Duration.ZERO, List.of(), false, false, "development", false);
        board.with(new Change.EnvironmentsRead(Examples.CHECKOUT, new Answer.Good<>(List.of(gone), NOON)));

        assertThat(all()).extracting(PaletteEntry::title).noneMatch(title -> title.startsWith("Stop"));
    }

    @Test
    void servicesThatNobodyDescribedCanBeGoneTo() {
        ServiceSpec found = new ServiceSpec("mailer", "prod-eu", null, null, null, List.of(), true);
        PaletteEntry entry = entries.of(
                new BoardSpec(List.of(), List.of(found)), board.state(), NOON).getFirst();
        entry.choose().run();

        assertThat(entry.detail()).isEqualTo("found in prod-eu");
        assertThat(places).containsExactly(new Place.AtService("mailer"));
    }
}
