package dev.signalbox.ui.shell;

import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says that this is practice, and lets things go wrong on purpose.
final class PracticeBanner extends HBox {

    private static final String WAY_BACK =
            "Leaves practice for your own accounts and clusters. “Practise” leads back: in the welcome, or in the palette"
                    + " of the real board.";

    private final Incidents incidents;
    private final MenuButton menu = new MenuButton("Incidents");
    private final Label running = Texts.plain("");
    private List<Incident> shown = List.of();

    PracticeBanner(Incidents incidents) {
        this.incidents = incidents;
        setId("practice-banner");
        getStyleClass().add("sb-practice");
        setAlignment(Pos.CENTER_LEFT);
        Label words = new Label("Practice");
        words.getStyleClass().add("sb-strong");
        words.setGraphic(new FontIcon(Feather.LIFE_BUOY));
        words.setMinWidth(USE_PREF_SIZE);
        Label more = new Label("An embedded team on this machine. Nothing here reaches a real system.");
        menu.setId("incidents");
        menu.setAccessibleText("Incidents: let something go wrong on purpose");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setOnShowing(e -> refresh());
        running.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(words, more, Texts.gap(), running, menu);
        refresh();
    }

    /// Offers a way out of practice, as the last of the banner.
    void leaveWith(Runnable leave) {
        Button button = Buttons.of("practice-leave", "Connect for real…", leave, "small");
        button.setTooltip(new Tooltip(WAY_BACK));
        button.setAccessibleHelp(WAY_BACK);
        getChildren().add(button);
    }

    /// Asks anew which incidents are on.
    void refresh() {
        List<Incident> all = incidents.all();
        if (all.equals(shown) && !menu.getItems().isEmpty()) {
            return;
        }
        shown = all;
        menu.getItems().setAll(all.stream().map(this::item).toList());
        menu.setDisable(all.isEmpty());
        List<String> on = all.stream().filter(Incident::running).map(Incident::title).toList();
        running.setText(on.isEmpty() ? "" : "On now: " + String.join(", ", on));
    }

    private MenuItem item(Incident incident) {
        Label title = Texts.strong(incident.running() ? "End: " + incident.title() : incident.title());
        VBox box = new VBox(1, title, Texts.sub(incident.explanation()));
        CustomMenuItem item = new CustomMenuItem(box);
        item.setId("incident-" + incident.id());
        item.setOnAction(e -> {
            if (incident.running()) {
                incidents.end(incident.id());
            } else {
                incidents.start(incident.id());
            }
            refresh();
        });
        return item;
    }
}
