package dev.signalbox.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.testing.Warnings;
import dev.signalbox.ui.shell.Snapshots;
import dev.signalbox.ui.theme.Appearance;
import dev.signalbox.ui.theme.Appearance.Colours;
import dev.signalbox.ui.theme.Appearance.Density;
import dev.signalbox.ui.theme.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Compact shows more rows of the board at once, and nothing of a row is lost by it.
class DensityTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void linesAreLowerInCompactAndComeBack() {
        Look look = Fx.run(() -> Look.plain(Appearance.USUAL));
        Scene scene = scene(look);

        assertThat(heights(scene, ".board-line")).isNotEmpty().containsOnly(53.0);
        assertThat(heights(scene, ".board-group")).isNotEmpty().containsOnly(29.0);
        List<Double> usual = tops(scene);

        choose(look, Density.COMPACT);
        assertThat(heights(scene, ".board-line")).containsOnly(43.0);
        assertThat(heights(scene, ".board-group")).containsOnly(25.0);
        assertThat(tops(scene).getLast()).isLessThan(usual.getLast());
        assertThat(heights(scene, ".board-cell")).containsOnly(36.0);

        choose(look, Density.NORMAL);
        assertThat(heights(scene, ".board-line")).containsOnly(53.0);
        assertThat(tops(scene)).isEqualTo(usual);
        assertThat(heights(scene, ".board-cell")).containsOnly(42.0);
    }

    @Test
    void nothingInACellIsCutOffInCompact() throws IOException {
        try (Warnings warnings = new Warnings()) {
            for (Colours colours : List.of(Colours.DARK, Colours.LIGHT)) {
                for (Density density : Density.values()) {
                    Scene scene = scene(Fx.run(() -> Look.plain(Appearance.USUAL.with(colours).with(density))));
                    Path file =
                            pictures().resolve("board-" + (density + "-" + colours).toLowerCase(java.util.Locale.ROOT)
                                    + ".png");
                    Fx.run(() -> {
                        Snapshots.write(scene, file);
                        return true;
                    });

                    assertThat(Files.size(file)).isGreaterThan(5_000);
                    assertThat(outside(scene)).as(density + ", " + colours).isEmpty();
                }
            }
            assertThat(warnings.heard()).isEmpty();
        }
    }

    /// Words of cells that stand out of them, above or below.
    private static List<String> outside(Scene scene) {
        return Fx.run(() -> scene.getRoot().lookupAll(".board-cell").stream()
                .flatMap(cell -> ((Parent) cell).lookupAll(".label").stream()
                        .filter(Node::isVisible)
                        .filter(label -> {
                            double top = label.localToScene(label.getLayoutBounds()).getMinY();
                            double bottom = label.localToScene(label.getLayoutBounds()).getMaxY();
                            double from = cell.localToScene(cell.getLayoutBounds()).getMinY();
                            double to = cell.localToScene(cell.getLayoutBounds()).getMaxY();
                            return top < from - 0.5 || bottom > to + 0.5;
                        })
                        .map(label -> ((Labeled) label).getText()))
                .toList());
    }

    private static Scene scene(Look look) {
        return Fx.run(() -> {
            BoardScreen screen = new BoardScreen(
                    c -> {}, i -> {}, p -> {}, preset -> {}, page -> {}, new ForgetfulMemory(), Runnable::run,
                    Runnable::run);
            screen.show(SampleStates.rich(), SampleStates.NOW);
            Scene made = new Scene((Parent) screen.node(), 1_384, 820);
            look.dress(made);
            layOut(made);
            return made;
        });
    }

    private static void choose(Look look, Density density) {
        Fx.act(() -> look.appearanceProperty().set(look.appearanceProperty().get().with(density)));
    }

    private static List<Double> heights(Scene scene, String style) {
        return Fx.run(() -> {
            layOut(scene);
            return scene.getRoot().lookupAll(style).stream()
                    .filter(node -> node.isVisible() && node.getParent().isVisible())
                    .map(node -> ((Region) node).getHeight())
                    .toList();
        });
    }

    private static List<Double> tops(Scene scene) {
        return Fx.run(() -> {
            layOut(scene);
            return scene.getRoot().lookupAll(".board-line").stream()
                    .filter(Node::isVisible)
                    .map(Node::getLayoutY)
                    .sorted()
                    .toList();
        });
    }

    private static void layOut(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private Path pictures() {
        String kept = System.getProperty("signalbox.pictures", "");
        return kept.isEmpty() ? folder : Path.of(kept);
    }
}
