package dev.signalbox.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.palette.PaletteEntry.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {

    private final List<String> chosen = new ArrayList<>();
    private final PaletteViewModel palette = new PaletteViewModel(List.of(
            (state, now) -> List.of(entry("checkout"), entry("catalog")), (state, now) -> List.of(entry("mailer"))));

    @Test
    void listsFirstWhatWasTypedAsALink() {
        PaletteViewModel linked = new PaletteViewModel(List.of(new PaletteSource() {
            @Override
            public List<PaletteEntry> entries(ConsoleState state, Instant now) {
                return List.of(entry("link to nothing"));
            }

            @Override
            public List<PaletteEntry> typed(String text) {
                return text.equals("link") ? List.of(entry("the place")) : List.of();
            }
        }));
        linked.open(ConsoleState.EMPTY, SampleStates.NOW);
        linked.queryProperty().set("link");
        assertThat(linked.matches()).extracting(PaletteEntry::title).containsExactly("the place", "link to nothing");
        linked.choose();
        assertThat(chosen).containsExactly("the place");
        linked.queryProperty().set("lin");
        assertThat(linked.matches()).extracting(PaletteEntry::title).doesNotContain("the place");
    }

    @Test
    void gathersWhatAllSourcesName() {
        open();
        assertThat(palette.matches()).extracting(PaletteEntry::title).containsExactly("checkout", "catalog", "mailer");
        assertThat(palette.openProperty().get()).isTrue();
    }

    @Test
    void choosesByMovingAndCloses() {
        open();
        palette.move(1);
        palette.choose();
        assertThat(chosen).containsExactly("catalog");
        assertThat(palette.openProperty().get()).isFalse();
    }

    @Test
    void goesRoundAtTheEnds() {
        open();
        palette.move(-1);
        assertThat(palette.selectedProperty().get()).isEqualTo(2);
        palette.move(1);
        assertThat(palette.selectedProperty().get()).isZero();
    }

    @Test
    void choosesTheBestAgainAfterEveryLetter() {
        open();
        palette.move(2);
        palette.queryProperty().set("cat");
        palette.choose();
        assertThat(chosen).containsExactly("catalog");
    }

    @Test
    void choosesNothingWhenNothingFits() {
        open();
        palette.queryProperty().set("nowhere");
        palette.move(1);
        palette.choose();
        assertThat(chosen).isEmpty();
        assertThat(palette.openProperty().get()).isTrue();
    }

    @Test
    void forgetsWhatWasTypedLastTime() {
        open();
        palette.queryProperty().set("cat");
        palette.dismiss();
        open();
        assertThat(palette.queryProperty().get()).isEmpty();
        assertThat(palette.matches()).hasSize(3);
    }

    @Test
    void asksWhatCanBeDoneOnlyOnceSomethingIsTyped() {
        List<TypedWords> asked = new ArrayList<>();
        PaletteViewModel acting = new PaletteViewModel(List.of(new PaletteSource() {
            @Override
            public List<PaletteEntry> entries(ConsoleState state, Instant now) {
                return List.of(entry("checkout"));
            }

            @Override
            public List<PaletteEntry> acts(TypedWords typed, ConsoleState state, Instant now) {
                assertThat(now).isEqualTo(SampleStates.NOW);
                asked.add(typed);
                return List.of(entry("Restart checkout"), entry("Restart mailer"));
            }
        }));
        acting.open(ConsoleState.EMPTY, SampleStates.NOW);
        assertThat(asked).isEmpty();
        acting.queryProperty().set(" Restart checkout");
        assertThat(asked).containsExactly(new TypedWords(List.of("restart", "checkout")));
        assertThat(acting.matches()).extracting(PaletteEntry::title).containsExactly("Restart checkout");
        acting.choose();
        assertThat(chosen).containsExactly("Restart checkout");
    }

    private void open() {
        palette.open(ConsoleState.EMPTY, SampleStates.NOW);
    }

    private PaletteEntry entry(String title) {
        return new PaletteEntry(Kind.SERVICE, title, "", () -> chosen.add(title));
    }
}
