package dev.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.ui.widget.Layer;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whom the keyboard belongs to while layers lie over the page and over each other.
class LayerPaneTest {

    private Page page = Fx.run(Page::new);
    private Stage stage = Fx.run(Stage::new);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void show() {
        stage = Fx.show(
                () -> {
                    page = new Page();
                    return page.pane;
                },
                600, 400);
        Fx.act(() -> {
            stage.requestFocus();
            page.second.requestFocus();
        });
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @Test
    void givesTheKeyboardBackToWhatHadIt() {
        open(page.sheet, true);
        assertThat(focused()).isSameAs(page.sheet.button);
        open(page.sheet, false);
        assertThat(focused()).isSameAs(page.second);
    }

    @Test
    void theLayerBelowTakesOverWhenTheUpperOneCloses() {
        open(page.sheet, true);
        open(page.palette, true);
        assertThat(page.pane.top()).contains(page.palette);
        assertThat(focused()).isSameAs(page.palette.button);
        open(page.palette, false);
        assertThat(page.pane.top()).contains(page.sheet);
        assertThat(focused()).isSameAs(page.sheet.button);
        open(page.sheet, false);
        assertThat(page.pane.top()).isEmpty();
        assertThat(focused()).isSameAs(page.second);
    }

    @Test
    void aLowerLayerMayCloseBeforeTheUpperOne() {
        open(page.sheet, true);
        open(page.palette, true);
        open(page.sheet, false);
        assertThat(focused()).isSameAs(page.palette.button);
        assertThat(veil().isVisible()).isTrue();
        open(page.palette, false);
        assertThat(focused()).isSameAs(page.second);
        assertThat(veil().isVisible()).isFalse();
    }

    @Test
    void thePageCannotTakeTheKeyboardFromALayer() {
        open(page.sheet, true);
        Fx.act(page.first::requestFocus);
        assertThat(focused()).isSameAs(page.sheet.button);
    }

    @Test
    void aPressBesideTheLayerDismissesTheUppermostOnly() {
        open(page.sheet, true);
        open(page.palette, true);
        Fx.act(() -> veil().fireEvent(new MouseEvent(
                MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1, MouseButton.PRIMARY, 1, false, false, false, false, false, false,
                false, false, false, true, null)));
        assertThat(page.palette.isOpen.get()).isFalse();
        assertThat(page.sheet.isOpen.get()).isTrue();
    }

    @Test
    void survivesThatWhatHadTheKeyboardIsGone() {
        open(page.sheet, true);
        Fx.act(() -> page.content.getChildren().remove(page.second));
        open(page.sheet, false);
        assertThat(page.pane.top()).isEmpty();
        assertThat(veil().isVisible()).isFalse();
    }

    @Test
    void aLayerStaysWithinASmallWindow() {
        Fx.act(() -> page.sheet.node.setPrefSize(2_000, 2_000));
        open(page.sheet, true);
        Fx.act(() -> page.pane.layout());
        assertThat(page.sheet.node.getWidth()).isBetween(400.0, 600.0);
        assertThat(page.sheet.node.getHeight()).isBetween(300.0, 400.0);
    }

    @Test
    void aLayerIsPartOfTheWindowOnlyOnceItHasOpened() {
        assertThat(page.sheet.node.getScene()).isNull();
        open(page.sheet, true);
        assertThat(page.sheet.node.getScene()).isNotNull();
        open(page.sheet, false);
        assertThat(page.sheet.node.isVisible()).isFalse();
        open(page.sheet, true);
        assertThat(focused()).isSameAs(page.sheet.button);
    }

    /// A text field takes keys only when it has its skin.
    @Test
    void aLayerTakesKeysInTheVeryFrameInWhichItOpens() {
        Fx.act(() -> {
            page.sheet.isOpen.set(true);
            assertThat(page.sheet.button.getSkin()).isNotNull();
        });
    }

    @Test
    void whatOpenedLastLiesAboveEverything() {
        open(page.palette, true);
        open(page.palette, false);
        open(page.sheet, true);
        open(page.palette, true);
        assertThat(page.pane.getChildren().getLast()).isSameAs(page.palette.node.getParent());
        open(page.palette, false);
        open(page.sheet, false);
        open(page.palette, true);
        open(page.sheet, true);
        assertThat(page.pane.getChildren().getLast()).isSameAs(page.sheet.node.getParent());
    }

    private static void open(Recorded layer, boolean open) {
        Fx.act(() -> layer.isOpen.set(open));
    }

    private Node veil() {
        return page.pane.lookup(".sb-veil");
    }

    private Node focused() {
        return Objects.requireNonNull(Fx.run(() -> stage.getScene().getFocusOwner()));
    }

    private static final class Page {

        final Button first = new Button("first");
        final Button second = new Button("second");
        final VBox content = new VBox(first, second);
        final Recorded sheet = new Recorded("sheet");
        final Recorded palette = new Recorded("palette");
        final LayerPane pane = new LayerPane(content, List.of(sheet, palette));
    }

    private static final class Recorded implements Layer {

        final BooleanProperty isOpen = new SimpleBooleanProperty();
        final Button button;
        final VBox node;

        Recorded(String name) {
            button = new Button(name);
            node = new VBox(button);
        }

        @Override
        public Region node() {
            return node;
        }

        @Override
        public ObservableValue<Boolean> open() {
            return isOpen;
        }

        @Override
        public void dismiss() {
            isOpen.set(false);
        }

        @Override
        public void takeFocus() {
            button.requestFocus();
        }
    }
}
