package dev.signalbox.ui.shell;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The window's content, or the wall in its place. What is behind the wall is not drawn and takes no keys.
final class WallPane extends StackPane {

    private final Region content;
    private @Nullable Wall wall;

    WallPane(Region content) {
        this.content = content;
        getChildren().add(content);
    }

    void hang(Wall hung) {
        wall = hung;
        hung.node().setVisible(false);
        getChildren().add(1, hung.node());
    }

    /// Lays something over everything, also over the wall.
    void over(Region node) {
        getChildren().add(node);
    }

    /// The wall while it is up.
    Optional<Wall> up() {
        return Optional.ofNullable(wall).filter(w -> w.node().isVisible());
    }

    void raise(boolean up) {
        if (wall == null) {
            return;
        }
        wall.node().setVisible(up);
        content.setVisible(!up);
        setCursor(up ? Cursor.NONE : null);
        if (up) {
            // Without an owner of the keyboard no key would come here, not even the one that leads back.
            wall.node().requestFocus();
        }
    }
}
