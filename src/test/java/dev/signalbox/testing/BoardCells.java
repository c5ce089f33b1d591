package dev.signalbox.testing;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;

/// Finds the board's cells by what they show: a cell is dressed anew for other services, so it bears no id.
public final class BoardCells {

    private BoardCells() {}

    /// The cells of that name (`cell-checkout-production`), those that are kept in reserve among them.
    public static Set<Node> named(String name, Node root) {
        return root.lookupAll(".board-cell").stream()
                .filter(cell -> name.equals(cell.getUserData()))
                .collect(Collectors.toSet());
    }

    /// The one that can be seen.
    public static Optional<Node> seen(String name, Node root) {
        return named(name, root).stream().filter(BoardCells::isSeen).findFirst();
    }

    /// Whether neither the node nor anything around it is hidden.
    public static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
