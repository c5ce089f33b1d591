package dev.signalbox.testing;

import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

/// The pointer in front of a window. Its events are made for the node itself: the headless screen's own pointer forgets
/// which window is active once a tooltip has closed.
public final class MousePointer {

    private MousePointer() {}

    /// Presses the primary button on the middle of a node; on the screen's thread.
    public static void click(Node node) {
        fire(node, MouseEvent.MOUSE_ENTERED, false);
        fire(node, MouseEvent.MOUSE_PRESSED, true);
        fire(node, MouseEvent.MOUSE_RELEASED, false);
        fire(node, MouseEvent.MOUSE_CLICKED, false);
    }

    private static void fire(Node node, EventType<MouseEvent> type, boolean down) {
        Bounds own = node.getBoundsInLocal();
        Bounds screen = node.localToScreen(own);
        node.fireEvent(new MouseEvent(
                type, own.getCenterX(), own.getCenterY(), screen.getCenterX(), screen.getCenterY(), MouseButton.PRIMARY,
                1,
                false, false, false, false, down, false, false, true, false, true,
                new PickResult(node, own.getCenterX(), own.getCenterY())));
    }
}
