package dev.signalbox.ui.settings;

import dev.signalbox.ui.widget.Texts;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A setting on its page: words, and the control beside them or, where room is short or the control is wide, below.
final class SettingView extends VBox {

    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    /// Below this width the words would be a narrow column beside the control.
    private static final double ROOM = 560;

    private final Setting setting;
    private final VBox words;
    private final Region control;
    private boolean beside;

    SettingView(Setting setting) {
        this.setting = setting;
        setId("setting-" + setting.id());
        getStyleClass().add("setting");
        Label title = Texts.strong(setting.title());
        title.setWrapText(true);
        words = new VBox(2, title, Texts.wrapped(setting.explanation(), "sb-sub"));
        words.setMinWidth(0);
        control = setting.control().get();
        if (isNameless(control)) {
            control.setAccessibleText(setting.title());
        }
        if (control.getAccessibleHelp() == null) {
            control.setAccessibleHelp(setting.explanation());
        }
        getChildren().addAll(words, control);
        widthProperty().addListener((property, before, now) -> arrange(now.doubleValue() >= ROOM));
    }

    Setting setting() {
        return setting;
    }

    /// Shows that somebody was led here.
    void point(boolean pointed) {
        pseudoClassStateChanged(POINTED, pointed);
    }

    /// Gives the keyboard to the first part of the control that takes it.
    void takeFocus() {
        firstFocusable(control).ifPresent(Node::requestFocus);
    }

    private void arrange(boolean wideEnough) {
        boolean wanted = wideEnough && !setting.isWide();
        if (wanted == beside) {
            return;
        }
        beside = wanted;
        getChildren().clear();
        if (beside) {
            getChildren().add(new BesidePane(words, control));
        } else {
            getChildren().addAll(words, control);
        }
    }

    private static boolean isNameless(Node node) {
        String text = node.getAccessibleText();
        return text == null || text.isBlank();
    }

    private static Optional<Node> firstFocusable(Node node) {
        if (node.isFocusTraversable() && !node.isDisabled() && node.isVisible()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(c -> firstFocusable(c).stream()).findFirst()
                : Optional.empty();
    }
}
