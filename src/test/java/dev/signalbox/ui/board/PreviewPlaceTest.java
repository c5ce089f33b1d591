package dev.signalbox.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.FakeOperator;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.plan.PlanSheetViewModel;
import dev.signalbox.ui.shell.Shell;
import dev.signalbox.ui.shell.ShellViewModel;
import dev.signalbox.ui.theme.Appearance;
import dev.signalbox.ui.theme.Look;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sizes stand in the sheets, and a preview is painted without them: nothing may jump when the board takes its place.
class PreviewPlaceTest {

    private static final ConsoleState STATE = SampleStates.rich();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @ParameterizedTest
    @CsvSource({"NORMAL, 1440", "NORMAL, 1000", "COMPACT, 1440", "COMPACT, 1000"})
    void cellsArePaintedWhereTheBoardHasThem(Appearance.Density density, double width) {
        Look look = Look.plain(new Appearance(
                Appearance.Colours.DARK, density, 100, Appearance.Palette.USUAL, Appearance.Motion.REDUCED));
        Fx.act(() -> {
            List<Bounds> cells = cells(look, width);
            PixelReader painted = new Scene(
                    new PreviewPane(
                            BoardPreviews.of(STATE, Set.of(), SampleStates.NOW), look.tokens(),
                            look.appearanceProperty().get(), SampleStates.NOW),
                    width, 900).snapshot(null).getPixelReader();
            Color ground = look.tokens().get("bg-0");
            assertThat(cells).hasSizeGreaterThan(20);
            for (Bounds cell : cells) {
                int left = (int) cell.getMinX();
                int right = (int) cell.getMaxX();
                int top = (int) cell.getMinY();
                int bottom = (int) cell.getMaxY();
                // Not where the corners are round, nor where text is.
                int across = right - 12;
                int down = (top + bottom) / 2;
                assertThat(Stream.of(
                        painted.getColor(across, top - 1), painted.getColor(across, bottom),
                        painted.getColor(left - 1, down), painted.getColor(right, down)))
                        .as("around %s", cell).allMatch(ground::equals);
                assertThat(Stream.of(
                        painted.getColor(across, top), painted.getColor(across, bottom - 1),
                        painted.getColor(left, down), painted.getColor(right - 1, down)))
                        .as("the edges of %s", cell).noneMatch(ground::equals);
            }
        });
    }

    /// Where the board has the cells of the rows that are whole on it.
    private static List<Bounds> cells(Look look, double width) {
        ShellViewModel model = new ShellViewModel();
        BoardScreen board = new BoardScreen(
                change -> {}, intent -> {}, model, preset -> {}, page -> {}, new ForgetfulMemory(), Runnable::run,
                Runnable::run);
        Shell shell = new Shell(
                model, List.of(board), new PlanSheetViewModel(new FakeOperator()), List.of(board),
                List.of(board.layer()), null, () -> {}, new TimeOfDay(ZoneOffset.UTC));
        Scene scene = new Scene(shell.root(), width, 900);
        shell.wear(look, scene);
        shell.show(STATE, SampleStates.NOW);
        scene.snapshot(null);
        scene.snapshot(null);
        return scene.getRoot().lookupAll(".board-cell").stream()
                .filter(node -> node.isVisible() && !node.getStyleClass().contains("nothing"))
                .map(node -> node.localToScene(node.getLayoutBounds()))
                .filter(bounds -> bounds.getWidth() > 0 && bounds.getMaxY() < 840)
                .toList();
    }
}
