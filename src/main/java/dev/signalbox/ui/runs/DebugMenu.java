package dev.signalbox.ui.runs;

import dev.signalbox.ui.runs.RunCard.Offer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Re-runs with debug logging, which few people need and nobody by accident.
final class DebugMenu extends MenuButton {

    private static final String WORDS = "Re-run with debug logging";

    private final Consumer<Offer> press;
    private List<Offer> shown = List.of();

    DebugMenu(Consumer<Offer> press) {
        this.press = press;
        setId("rerun-debug");
        getStyleClass().addAll("icon-only", "compact-menu");
        setGraphic(new FontIcon(Feather.MORE_HORIZONTAL));
        setAccessibleText(WORDS);
        setTooltip(new Tooltip(WORDS));
        setMinWidth(USE_PREF_SIZE);
    }

    void show(List<Offer> offers) {
        List<Offer> possible = offers.stream().filter(o -> o.debug() != null).toList();
        setDisable(possible.isEmpty());
        if (!possible.equals(shown)) {
            shown = possible;
            getItems().setAll(possible.stream().map(this::item).toList());
        }
    }

    private MenuItem item(Offer offer) {
        MenuItem item = new MenuItem(offer.words() + " with debug logging");
        item.setId(Objects.requireNonNull(offer.kind()).name().toLowerCase(Locale.ROOT).replace('_', '-') + "-debug");
        item.setOnAction(chosen -> press.accept(offer));
        return item;
    }
}
