package dev.signalbox.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.palette.PaletteEntry.Kind;
import dev.signalbox.ui.theme.Theme;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The palette while it searches: what is said, and that long lines do not push the rest out.
class PaletteSearchViewTest {

    private static final String WORDS = "7 lines, newest log first, a few of each · 214 logs kept here";

    private final PaletteViewModel model = new PaletteViewModel(List.of(new Logs()));
    private final PaletteView view = Fx.run(() -> new PaletteView(model));
    private final Stage stage = Fx.show(() -> new StackPane(view), 900, 560);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @Test
    void saysNothingBeforeSomebodySearches() {
        Fx.act(() -> model.open(ConsoleState.EMPTY, SampleStates.NOW));
        assertThat(words().isVisible()).isFalse();
        assertThat(words().isManaged()).isFalse();
    }

    @Test
    void saysWhatWasFoundBelowTheLines() {
        search();
        assertThat(words().isVisible()).isTrue();
        assertThat(words().getText()).isEqualTo(WORDS);
        assertThat(model.matches()).hasSize(7);
        Fx.act(() -> model.queryProperty().set("other"));
        assertThat(words().isVisible()).isFalse();
    }

    @Test
    void keepsEveryRowWithinThePalette() {
        search();
        Fx.act(() -> {
            view.layout();
            assertThat(view.lookupAll(".list-cell .label")).isNotEmpty().allSatisfy(label -> assertThat(
                    label.localToScene(label.getBoundsInLocal()).getMaxX())
                    .isLessThanOrEqualTo(view.localToScene(view.getBoundsInLocal()).getMaxX() + 1));
        });
        String pictures = System.getProperty("signalbox.pictures", "");
        if (!pictures.isEmpty()) {
            for (Theme theme : Theme.values()) {
                Fx.picture(this::filled, theme, 900, 560,
                        Path.of(pictures, "palette-search-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
            }
        }
    }

    private StackPane filled() {
        PaletteViewModel other = new PaletteViewModel(List.of(new Logs()));
        StackPane pane = new StackPane(new PaletteView(other));
        other.open(ConsoleState.EMPTY, SampleStates.NOW);
        other.queryProperty().set("baskets_v42");
        other.choose();
        return pane;
    }

    private void search() {
        Fx.act(() -> {
            model.open(ConsoleState.EMPTY, SampleStates.NOW);
            model.queryProperty().set("baskets_v42");
            model.choose();
        });
    }

    private Label words() {
        return (Label) view.lookup("#palette-words");
    }

    private static final class Logs implements PaletteSource, PaletteSearch {

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
            return "Search kept logs for “" + text + "”";
        }

        @Override
        public void begin(String text, Consumer<Answer> answer) {
            List<PaletteEntry> entries = IntStream.range(0, 7)
                    .mapToObj(n -> new PaletteEntry(
                            Kind.LOG_LINE, "PSQLException: relation \"baskets_v42\" does not exist at p",
                            (n + 1) + " d ago · web-frontend #4,18" + n + " · integration-tests · line 31,244",
                            () -> {}))
                    .toList();
            answer.accept(new Answer(entries, WORDS));
        }
    }
}
