package dev.signalbox.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.ui.widget.FoldSection;
import dev.signalbox.ui.widget.Mark;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RunSideViewTest {

    private StepsView steps = Fx.run(() -> new StepsView(new Label("Re-run job")));
    private FoldSection other = Fx.run(() -> new FoldSection("other", "Other", new Label("x")));
    private RunSideView side = Fx.run(() -> new RunSideView(List.of(steps, other)));
    private Stage stage = Fx.show(() -> side, 290, 300);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @Test
    void keepsThePartsInTheirOrder() {
        show(2);
        assertThat(bottomOf(steps)).isLessThan(topOf(other));
    }

    @Test
    void scrollsWhenThePartsAreTallerThanTheWindow() {
        show(3);
        ScrollPane scroll = (ScrollPane) Fx.run(() -> Objects.requireNonNull(side.lookup("#run-side-scroll")));
        assertThat(contentHeight(scroll)).isLessThan(300);
        show(40);
        assertThat(contentHeight(scroll)).isGreaterThan(300);
        assertThat(side.getHeight()).isLessThanOrEqualTo(300);
    }

    @Test
    void givesTheRoomOfAFoldedPartToTheNext() {
        show(10);
        double before = topOf(other);
        Fx.act(() -> ((Button) Objects.requireNonNull(side.lookup("#run-steps-fold"))).fire());
        Fx.act(stage.getScene().getRoot()::layout);
        assertThat(topOf(other)).isLessThan(before - 100);
    }

    @Test
    void namesTheJobAboveItsSteps() {
        show(1);
        Button heading = (Button) Fx.run(() -> Objects.requireNonNull(side.lookup("#run-steps-fold")));
        assertThat(heading.getAccessibleText()).isEqualTo("integration-tests · steps, unfolded");
        Fx.act(() -> steps.show("", List.of()));
        assertThat(heading.getAccessibleText()).isEqualTo("Steps, unfolded");
    }

    private void show(int count) {
        Fx.act(() -> {
            steps.show("integration-tests", java.util.stream.IntStream.range(0, count)
                    .mapToObj(i -> new JobStepRow(i, "Step " + i, Mark.GOOD, "3 s", false))
                    .toList());
            side.applyCss();
            side.layout();
        });
    }

    private static double contentHeight(ScrollPane scroll) {
        return Fx.run(() -> scroll.getContent().getLayoutBounds().getHeight());
    }

    private static double topOf(javafx.scene.Node node) {
        return Fx.run(() -> node.localToScene(node.getLayoutBounds()).getMinY());
    }

    private static double bottomOf(javafx.scene.Node node) {
        return Fx.run(() -> node.localToScene(node.getLayoutBounds()).getMaxY());
    }
}
