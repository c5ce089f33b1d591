package dev.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Bounds;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ZoomPaneTest {

    private final DoubleProperty zoom = new SimpleDoubleProperty(1);
    private final StackPane content = new StackPane();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void fillsTheSameRoomAtEverySize() {
        Fx.run(() -> {
            ZoomPane pane = new ZoomPane(content, zoom);
            for (double size : new double[] {1, 1.5, 0.8, 1}) {
                zoom.set(size);
                pane.resize(1_200, 600);
                pane.layout();
                assertThat(content.getWidth()).isEqualTo(1_200 / size);
                Bounds seen = content.getBoundsInParent();
                assertThat(seen.getWidth()).isCloseTo(1_200, org.assertj.core.api.Assertions.within(0.01));
                assertThat(seen.getHeight()).isCloseTo(600, org.assertj.core.api.Assertions.within(0.01));
                assertThat(seen.getMinX()).isZero();
            }
            return true;
        });
    }

    @Test
    void needsTheRoomOfItsContentAtThatSize() {
        Fx.run(() -> {
            content.setMinSize(400, 300);
            content.setPrefSize(800, 500);
            ZoomPane pane = new ZoomPane(content, zoom);
            zoom.set(1.5);
            assertThat(pane.minWidth(-1)).isEqualTo(600);
            assertThat(pane.minHeight(-1)).isEqualTo(450);
            assertThat(pane.prefWidth(-1)).isEqualTo(1_200);
            assertThat(pane.prefHeight(-1)).isEqualTo(750);
            return true;
        });
    }

    @Test
    void atItsOwnSizeNothingIsTransformed() {
        Fx.act(() -> new ZoomPane(content, zoom));
        assertThat(content.getTransforms()).isEmpty();
        Fx.act(() -> zoom.set(1.25));
        assertThat(content.getTransforms()).hasSize(1);
        Fx.act(() -> zoom.set(1));
        assertThat(content.getTransforms()).isEmpty();
    }
}
