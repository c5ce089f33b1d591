package dev.signalbox.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every change of style classes makes JavaFX match all rules anew, so they are counted.
class ToneTest {

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    private static AtomicInteger counting(Node node) {
        AtomicInteger changes = new AtomicInteger();
        node.getStyleClass().addListener((ListChangeListener<String>) change -> changes.incrementAndGet());
        return changes;
    }

    @ParameterizedTest
    @EnumSource(Tone.class)
    void aToneThatIsWornAlreadyChangesNothing(Tone tone) {
        Fx.act(() -> {
            Region node = new Region();
            tone.dress(node);
            AtomicInteger changes = counting(node);
            tone.dress(node);

            assertThat(changes).hasValue(0);
            assertThat(node.getStyleClass()).containsExactly(tone.style());
        });
    }

    @Test
    void anotherToneTakesItsPlaceInOneChangeAndLeavesTheRest() {
        Fx.act(() -> {
            Region node = new Region();
            node.getStyleClass().addAll("board-bar", Tone.OK.style(), "last");
            AtomicInteger changes = counting(node);
            Tone.BAD.dress(node);

            assertThat(changes).hasValue(1);
            assertThat(node.getStyleClass()).containsExactly("board-bar", Tone.BAD.style(), "last");
        });
    }

    @Test
    void whatIsShownAgainChangesNothing() {
        Fx.act(() -> {
            StatusIcon icon = new StatusIcon(Mark.BAD);
            Lamp lamp = new Lamp().show(Mark.GOOD, "same version");
            Pill pill = new Pill("failing", Mark.BAD);
            pill.show("failing", Mark.BAD);
            AtomicInteger changes = counting(icon);
            AtomicInteger lampChanges = counting(lamp);
            AtomicInteger shapeChanges = counting(lamp.getChildren().getFirst());
            AtomicInteger pillChanges = counting(pill);
            icon.set(Mark.BAD, "failed again");
            lamp.show(Mark.GOOD, "still the same version");
            pill.show("failing", Mark.BAD);

            assertThat(changes).hasValue(0);
            assertThat(lampChanges).hasValue(0);
            assertThat(shapeChanges).hasValue(0);
            assertThat(pillChanges).hasValue(0);
            assertThat(lamp.getAccessibleText()).isEqualTo("still the same version");
        });
    }
}
