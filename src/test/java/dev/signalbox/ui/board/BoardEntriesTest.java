package dev.signalbox.ui.board;

import static dev.signalbox.testing.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.Change;
import dev.signalbox.testing.Examples;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.shell.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardEntriesTest {

    private final List<Intent> proposed = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final BoardEntries entries = new BoardEntries(proposed::add, places::add);
    private final BoardStates board = new BoardStates().running(Workloads.crashing(BoardStates.PRODUCTION));

    private List<PaletteEntry> all() {
        return entries.of(BoardStates.BOARD, board.state(), NOON);
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
    void nothingIsOfferedThatCouldNotBeSent() {
        board.with(new Change.JournalChecked("The disk is full."));

        assertThat(all()).isEmpty();
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
