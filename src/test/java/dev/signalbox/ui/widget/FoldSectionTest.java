package dev.signalbox.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FoldSectionTest {

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void foldsAndUnfoldsByItsHeading() {
        Label inside = Fx.run(() -> new Label("Set up job"));
        FoldSection section = Fx.run(() -> new FoldSection("steps", "Steps", inside));
        Button heading = (Button) node(section, "steps-fold");
        Node body = Objects.requireNonNull(inside.getParent());
        assertThat(heading.getText()).isEqualTo("STEPS");
        assertThat(heading.getAccessibleText()).isEqualTo("Steps, unfolded");
        assertThat(heading.isFocusTraversable()).isTrue();
        assertThat(body.isManaged()).isTrue();
        Fx.act(heading::fire);
        assertThat(body.isVisible() || body.isManaged()).isFalse();
        assertThat(heading.getAccessibleText()).isEqualTo("Steps, folded");
        Fx.act(heading::fire);
        assertThat(body.isVisible() && body.isManaged()).isTrue();
    }

    @Test
    void takesNewWordsAndStaysFolded() {
        FoldSection section = Fx.run(() -> new FoldSection("tests", "Failing tests", new Label("a")));
        Fx.act(() -> section.foldedProperty().set(true));
        Fx.act(() -> section.title("Failing tests · 1 new"));
        assertThat(((Button) node(section, "tests-fold")).getAccessibleText())
                .isEqualTo("Failing tests · 1 new, folded");
    }

    @Test
    void replacesItsContentAndTakesNoRoomWithoutAny() {
        FoldSection section = Fx.run(() -> new FoldSection("tests", "Failing tests", new Label("a")));
        Label other = Fx.run(() -> new Label("b"));
        Fx.act(() -> section.content(other));
        assertThat(Fx.run(() -> section.lookupAll(".label").contains(other))).isTrue();
        Fx.act(() -> section.present(false));
        assertThat(section.isManaged()).isFalse();
        assertThat(section.isVisible()).isFalse();
        Fx.act(() -> section.present(true));
        assertThat(section.isManaged()).isTrue();
    }

    private static Node node(FoldSection section, String id) {
        return Fx.run(() -> Objects.requireNonNull(section.lookup("#" + id)));
    }
}
