package dev.signalbox.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/// Everything that could be read in a scene: pictures of it show nothing else.
final class EveryText {

    private EveryText() {}

    /// @param except names of nodes that are left out with all that is in them
    static String of(Parent root, String... except) {
        List<String> all = new ArrayList<>();
        gather(root, all, Set.of(except));
        return String.join("\n", all);
    }

    private static void gather(Node node, List<String> all, Set<String> except) {
        if (node.getId() != null && except.contains(node.getId())) {
            return;
        }
        add(node.getAccessibleText(), all);
        add(node.getAccessibleHelp(), all);
        add(node.getAccessibleRoleDescription(), all);
        add(node.getId(), all);
        if (node instanceof Control control) {
            Tooltip tooltip = control.getTooltip();
            add(tooltip == null ? null : tooltip.getText(), all);
        }
        switch (node) {
            case Labeled labeled -> add(labeled.getText(), all);
            // What it draws, dots, is a text below it.
            case PasswordField hidden -> add(hidden.getPromptText(), all);
            case TextInputControl field -> {
                add(field.getText(), all);
                add(field.getPromptText(), all);
            }
            case Text text -> add(text.getText(), all);
            default -> {}
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> gather(child, all, except));
        }
    }

    private static void add(@org.jspecify.annotations.Nullable String text, List<String> all) {
        if (text != null && !text.isBlank()) {
            all.add(text);
        }
    }
}
