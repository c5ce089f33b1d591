package dev.signalbox.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleRuns;
import dev.signalbox.ui.shell.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where the parts of a run lie in its window.
class RunLayoutTest {

    @TempDir
    private Path folder;

    private final RunsFixture it = Fx.run(RunsFixture::new);
    private Stage stage = Fx.run(Stage::new);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @ParameterizedTest
    @CsvSource({"940, 560", "940, 640", "980, 900", "1200, 700", "1380, 860"})
    void nothingLiesOnSomethingElse(double width, double height) {
        stage = Fx.show(() -> it.screen.node(), width, height);
        VBox run = Fx.run(() -> {
            it.show(RunsFixture.withLog(folder));
            it.screen.shown();
            it.screen.open(new Place.AtRun(SampleRuns.SEARCH_FAILED));
            it.screen.node().applyCss();
            it.screen.node().layout();
            return (VBox) Objects.requireNonNull(it.screen.node().lookup("#run"));
        });

        Fx.act(() -> liesWell(run));
    }

    private static void liesWell(VBox run) {
        List<Node> parts = run.getChildren().stream().filter(Node::isManaged).toList();
        for (int i = 1; i < parts.size(); i++) {
            assertThat(parts.get(i).getBoundsInParent().getMinY())
                    .as("top of part " + i).isGreaterThanOrEqualTo(parts.get(i - 1).getBoundsInParent().getMaxY());
        }
        assertThat(parts.getLast().getBoundsInParent().getMaxY()).isLessThanOrEqualTo(run.getHeight());
        Region clock = (Region) Objects.requireNonNull(run.lookup("#run-clock"));
        assertThat(shownOf(clock, run)).as("room for the clock").isGreaterThan(60);
    }

    /// How much of the height that a scrolled node wants is shown, after making sure that its frame holds it.
    private static double shownOf(Region scrolled, Region page) {
        Node pane = scrolled;
        while (!pane.getStyleClass().contains("scroll-pane")) {
            pane = Objects.requireNonNull(pane.getParent());
        }
        Bounds inside = pane.getBoundsInParent();
        Region card = (Region) Objects.requireNonNull(pane.getParent());
        assertThat(inside.getMaxY()).as("the clock within its card").isLessThanOrEqualTo(card.getHeight());
        assertThat(card.getHeight()).isLessThan(page.getHeight());
        return inside.getHeight();
    }
}
