package dev.signalbox.ui.shell;

import dev.signalbox.ui.widget.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The window's content with layers over it. While one is open the keyboard stays in it; afterwards it goes back to
/// where it was.
final class LayerPane extends StackPane {

    private static final double ROOM_AROUND = 48;

    private final Region veil = new Region();
    private final List<Layer> open = new ArrayList<>();
    private @Nullable Node before;

    LayerPane(Region content, List<Layer> layers) {
        veil.getStyleClass().add("sb-veil");
        veil.setVisible(false);
        veil.setOnMouseClicked(click -> top().ifPresent(Layer::dismiss));
        getChildren().addAll(content, veil);
        layers.forEach(layer -> layer.open().subscribe(isOpen -> set(layer, isOpen)));
        sceneProperty().addListener((property, old, scene) -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((owner, last, now) -> keepFocus(now));
            }
        });
    }

    /// The layer on top, if one is open.
    Optional<Layer> top() {
        return open.isEmpty() ? Optional.empty() : Optional.of(open.getLast());
    }

    /// Puts it into the scene, where it is not there yet, above all others.
    private void raise(Layer layer) {
        Region node = layer.node();
        if (node.getParent() == null) {
            Holder holder = new Holder(node);
            getChildren().add(holder);
            // Controls hear keys from the moment they are dressed; the first key may come before the next frame.
            holder.applyCss();
        } else {
            node.getParent().toFront();
        }
        node.setVisible(true);
    }

    private void set(Layer layer, boolean isOpen) {
        if (isOpen && !open.contains(layer)) {
            if (open.isEmpty()) {
                before = getScene() == null ? null : getScene().getFocusOwner();
            }
            open.add(layer);
            raise(layer);
            layer.takeFocus();
        } else if (!isOpen && open.remove(layer)) {
            layer.node().setVisible(false);
            top().ifPresentOrElse(Layer::takeFocus, this::giveBack);
        }
        veil.setVisible(!open.isEmpty());
    }

    private void giveBack() {
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        }
        before = null;
    }

    private void keepFocus(@Nullable Node owner) {
        Optional<Layer> top = top();
        if (top.isPresent() && owner != null && !isWithin(owner, top.get().node())) {
            top.get().takeFocus();
        }
    }

    private static boolean isWithin(Node node, Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == ancestor) {
                return true;
            }
        }
        return false;
    }

    /// Places a layer as large as it likes to be, within the window, and takes no clicks beside it.
    private static final class Holder extends Region {

        private final Region node;

        Holder(Region node) {
            this.node = node;
            getChildren().add(node);
            setPickOnBounds(false);
            setMinSize(0, 0);
            setPrefSize(0, 0);
            visibleProperty().bind(node.visibleProperty());
        }

        @Override
        protected void layoutChildren() {
            double width = Math.min(getWidth() - ROOM_AROUND, Math.max(node.minWidth(-1), node.prefWidth(-1)));
            double most = node.getMaxWidth() > 0 ? Math.min(width, node.getMaxWidth()) : width;
            double height = Math.min(getHeight() - ROOM_AROUND, node.prefHeight(most));
            double x = Math.round((getWidth() - most) / 2);
            double y = Math.round((getHeight() - height) / 3);
            node.resizeRelocate(x, y, most, height);
        }
    }
}
