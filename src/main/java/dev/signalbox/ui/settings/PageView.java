package dev.signalbox.ui.settings;

import dev.signalbox.ui.widget.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A page with its settings, one under the other. Follows the keyboard, so that what has it is in sight.
final class PageView extends ScrollPane {

    private static final double MARGIN = 24;

    private final VBox content = new VBox();
    private final List<SettingView> settings = new ArrayList<>();

    PageView(SettingsPage page) {
        setId("settings-page-" + page.id());
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        // The page scrolls with what has the keyboard; a stop of its own would lead nowhere.
        setFocusTraversable(false);
        content.getStyleClass().add("settings-page");
        Label title = Texts.title(page.title());
        content.getChildren().add(title);
        for (Setting setting : page.settings()) {
            SettingView view = new SettingView(setting);
            settings.add(view);
            content.getChildren().add(view);
        }
        setContent(content);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((property, before, now) -> follow(now));
            }
        });
    }

    /// Marks the setting that somebody was led to, and brings it into sight.
    void point(@Nullable Setting wanted) {
        for (SettingView view : settings) {
            boolean isIt = view.setting().equals(wanted);
            view.point(isIt);
            if (isIt) {
                reveal(view);
                view.takeFocus();
            }
        }
    }

    private void follow(@Nullable Node owner) {
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at == content) {
                reveal(Objects.requireNonNull(owner));
                return;
            }
        }
    }

    private void reveal(Node node) {
        // A page that has just come has no size yet, and a setting that has just got its width may arrange itself anew.
        Parent root = getScene() == null ? this : getScene().getRoot();
        for (int i = 0; i < 3; i++) {
            root.applyCss();
            root.layout();
        }
        Bounds place = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double room = content.getHeight() - getViewportBounds().getHeight();
        if (room <= 0 || place == null) {
            return;
        }
        double top = getVvalue() * room;
        double bottom = top + getViewportBounds().getHeight();
        if (place.getMinY() < top || place.getHeight() > getViewportBounds().getHeight()) {
            setVvalue(Math.clamp((place.getMinY() - MARGIN) / room, 0, 1));
        } else if (place.getMaxY() > bottom) {
            setVvalue(Math.clamp((place.getMaxY() + MARGIN - getViewportBounds().getHeight()) / room, 0, 1));
        }
    }
}
