package dev.signalbox.ui.shell;

import dev.signalbox.state.ConsoleState;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The screens, one under the other, with the number of things that wait in each.
final class NavigationView extends VBox {

    private final ShellViewModel model;
    private final List<Entry> entries = new ArrayList<>();

    NavigationView(ShellViewModel model) {
        this.model = model;
        setId("navigation");
        setAccessibleText("Screens");
        getStyleClass().add("sb-nav");
        List<Screen> screens = model.screens();
        for (int i = 0; i < screens.size(); i++) {
            Entry entry = new Entry(screens.get(i), i);
            entries.add(entry);
            getChildren().add(entry);
        }
        model.currentProperty().addListener((property, before, now) -> select());
        select();
    }

    void show(ConsoleState state) {
        entries.forEach(e -> e.show(e.screen.waiting(state)));
    }

    private void select() {
        entries.forEach(e -> e.button.setSelected(e.screen == model.currentProperty().get()));
    }

    private final class Entry extends StackPane {

        private final Screen screen;
        private final ToggleButton button = new ToggleButton();
        private final Label badge = new Label();

        Entry(Screen screen, int index) {
            this.screen = screen;
            button.setId("nav-" + screen.id());
            button.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
            button.setGraphic(new FontIcon(screen.icon()));
            button.getStyleClass().add("sb-nav-button");
            Tooltip hint = new Tooltip();
            model.keys().versionProperty().subscribe(
                    version -> hint.setText(screen.title() + "   " + model.keys().rewrite("Ctrl " + (index + 1))));
            button.setTooltip(hint);
            button.setOnAction(e -> {
                model.go(index);
                select();
            });
            badge.getStyleClass().add("sb-badge");
            badge.setMouseTransparent(true);
            setAlignment(badge, Pos.TOP_RIGHT);
            setMaxSize(40, 40);
            getChildren().addAll(button, badge);
            show(0);
        }

        void show(int waiting) {
            badge.setText(waiting > 99 ? "99" : Integer.toString(waiting));
            badge.setVisible(waiting > 0);
            button.setAccessibleText(
                    waiting == 0 ? screen.title() : screen.title() + ", " + waiting + " waiting for you");
        }
    }
}
