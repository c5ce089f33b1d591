package dev.signalbox.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.palette.PaletteEntry.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PaletteSearchTest {

    private final List<String> chosen = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Consumer<PaletteSearch.Answer>> waiting = new ArrayList<>();
    private final PaletteViewModel palette = new PaletteViewModel(List.of(
            (state, now) -> List.of(entry(Kind.SERVICE, "checkout")), new Logs()));

    private final class Logs implements PaletteSource, PaletteSearch {

        @Override
        public List<PaletteEntry> entries(ConsoleState state, Instant now) {
            return List.of();
        }

        @Override
        public Optional<PaletteSearch> search() {
            return Optional.of(this);
        }

        @Override
        public String title(String text) {
            return text.length() < 3 ? "" : "Search for " + text;
        }

        @Override
        public void begin(String text, Consumer<Answer> answer) {
            asked.add(text);
            waiting.add(answer);
        }
    }

    @Test
    void offersToSearchAfterEverythingThatIsKnown() {
        open("che");
        assertThat(palette.matches()).extracting(PaletteEntry::title).containsExactly("checkout", "Search for che");
        palette.queryProperty().set("ch");
        assertThat(palette.matches()).extracting(PaletteEntry::kind).containsExactly(Kind.SERVICE);
        assertThat(asked).isEmpty();
    }

    @Test
    void searchesOnlyWhenAskedToAndStaysOpen() {
        open("baskets_v42");
        palette.choose();
        assertThat(asked).containsExactly("baskets_v42");
        assertThat(palette.openProperty().get()).isTrue();
        assertThat(palette.matches()).isEmpty();
        assertThat(palette.words().get()).isEqualTo("Searching…");
    }

    @Test
    void showsTheAnswerAndLeadsToIt() {
        open("baskets_v42");
        palette.choose();
        waiting.getFirst().accept(new PaletteSearch.Answer(
                List.of(entry(Kind.LOG_LINE, "one"), entry(Kind.LOG_LINE, "two")), "2 lines"));
        assertThat(palette.words().get()).isEqualTo("2 lines");
        palette.move(1);
        palette.choose();
        assertThat(chosen).containsExactly("two");
        assertThat(palette.openProperty().get()).isFalse();
    }

    @Test
    void keepsTheChoiceWhenMoreIsFound() {
        open("baskets_v42");
        palette.choose();
        PaletteEntry one = entry(Kind.LOG_LINE, "one");
        PaletteEntry two = entry(Kind.LOG_LINE, "two");
        waiting.getFirst().accept(new PaletteSearch.Answer(List.of(one, two), "At least 2 lines"));
        palette.move(1);
        waiting.getFirst()
                .accept(new PaletteSearch.Answer(List.of(one, two, entry(Kind.LOG_LINE, "three")), "3 lines"));
        assertThat(palette.selectedProperty().get()).isEqualTo(1);
        assertThat(palette.words().get()).isEqualTo("3 lines");
        palette.choose();
        assertThat(chosen).containsExactly("two");
    }

    @Test
    void dropsAnAnswerToAnEarlierQuestion() {
        open("baskets_v42");
        palette.choose();
        palette.queryProperty().set("baskets_v43");
        assertThat(palette.words().get()).isEmpty();
        waiting.getFirst().accept(new PaletteSearch.Answer(List.of(entry(Kind.LOG_LINE, "late")), "1 line"));
        assertThat(palette.matches()).extracting(PaletteEntry::title).containsExactly("Search for baskets_v43");
        assertThat(palette.words().get()).isEmpty();
    }

    @Test
    void dropsAnAnswerThatComesAfterItWasClosed() {
        open("baskets_v42");
        palette.choose();
        palette.dismiss();
        waiting.getFirst().accept(new PaletteSearch.Answer(List.of(entry(Kind.LOG_LINE, "late")), "1 line"));
        assertThat(palette.matches()).isEmpty();
        open("");
        assertThat(palette.words().get()).isEmpty();
        assertThat(palette.matches()).extracting(PaletteEntry::title).containsExactly("checkout");
    }

    private void open(String query) {
        palette.open(ConsoleState.EMPTY, SampleStates.NOW);
        palette.queryProperty().set(query);
    }

    private PaletteEntry entry(Kind kind, String title) {
        return new PaletteEntry(kind, title, "", () -> chosen.add(title));
    }
}
