package dev.signalbox.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/// What is made only when somebody asks for it.
class LateTest {

    private final List<String> told = new ArrayList<>();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final LateLayer layer = new LateLayer(open, () -> {
        told.add("made");
        return new Told();
    });

    @Test
    void isMadeOnceAndIsTheSameEveryTime() {
        Late<Object> late = new Late<>(() -> {
            told.add("made");
            return new Object();
        });

        assertThat(late.ifMade()).isEmpty();
        assertThat(told).isEmpty();
        Object first = late.get();
        assertThat(late.get()).isSameAs(first);
        assertThat(late.ifMade()).containsSame(first);
        assertThat(told).containsExactly("made");
    }

    @Test
    void aLayerThatNeverOpensIsNeverMade() {
        assertThat(layer.open()).isSameAs(open);
        layer.dismiss();

        assertThat(told).isEmpty();
    }

    @Test
    void aLayerThatIsThereHearsEverything() {
        Region node = layer.node();
        layer.takeFocus();
        layer.dismiss();

        assertThat(layer.node()).isSameAs(node);
        assertThat(told).containsExactly("made", "focus", "dismissed");
    }

    private final class Told implements Layer {

        private final Pane node = new Pane();

        @Override
        public Region node() {
            return node;
        }

        @Override
        public ObservableValue<Boolean> open() {
            return open;
        }

        @Override
        public void dismiss() {
            told.add("dismissed");
        }

        @Override
        public void takeFocus() {
            told.add("focus");
        }
    }
}
