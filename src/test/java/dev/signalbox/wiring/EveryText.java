package dev.signalbox.wiring;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/// Everything that could be read in a scene: pictures of it show nothing else.
final class EveryText {

    private EveryText() {}

    static String of(Parent root) {
        List<String> all = new ArrayList<>();
        gather(root, all);
        return String.join("\n", all);
    }

    private static void gather(Node node, List<String> all) {
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
            case TextInputControl field -> {
                add(field.getText(), all);
                add(field.getPromptText(), all);
            }
            case Text text -> add(text.getText(), all);
            default -> {}
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> gather(child, all));
        }
    }

    private static void add(@org.jspecify.annotations.Nullable String text, List<String> all) {
        if (text != null && !text.isBlank()) {
            all.add(text);
        }
    }
}
