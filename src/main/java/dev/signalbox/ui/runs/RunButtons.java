package dev.signalbox.ui.runs;

import dev.signalbox.ui.runs.RunCard.Offer;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Present;
import dev.signalbox.ui.widget.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with the run. A button that may not be pressed says why, in its tooltip and to screen readers.
final class RunButtons extends HBox {

    private final Map<Offer.Kind, Button> buttons = new EnumMap<>(Offer.Kind.class);
    private final DebugMenu debug;
    private final Button page;
    private @Nullable RunCard card;

    RunButtons(RunsViewModel model) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        add(model, Offer.Kind.RERUN_FAILED, "rerun-failed", Feather.ROTATE_CW, "Re-run failed");
        add(model, Offer.Kind.RERUN_ALL, "rerun-all", Feather.ROTATE_CW, "Re-run all");
        add(model, Offer.Kind.RERUN_JOB, "rerun-job", Feather.ROTATE_CW, "Re-run job", "small");
        add(model, Offer.Kind.START_JOB, "start-job", Feather.PLAY, "Start job", "small", "primary");
        add(model, Offer.Kind.APPROVE_JOB, "approve-job", Feather.CHECK_CIRCLE, "Approve job", "small", "primary");
        debug = new DebugMenu(model::pressDebug);
        getChildren().add(debug);
        add(model, Offer.Kind.CANCEL, "cancel-run", Feather.SQUARE, "Cancel", "soft-danger");
        add(model, Offer.Kind.FORCE_CANCEL, "force-cancel-run", Feather.X_OCTAGON, "Force-cancel", "soft-danger");
        page = Buttons.of("open-page", Feather.EXTERNAL_LINK, "Open on the web", model::openPage);
        getChildren().addAll(Texts.gap(), wrapped(page));
    }

    void show(RunCard next) {
        card = next;
        for (Map.Entry<Offer.Kind, Button> entry : buttons.entrySet()) {
            Offer offer = next.offers().stream().filter(o -> o.kind() == entry.getKey()).findFirst().orElse(null);
            Button button = entry.getValue();
            Present.when(Objects.requireNonNull(button.getParent()), offer != null);
            if (offer != null) {
                enable(button, offer.enabled(), offer.reason());
            }
        }
        debug.show(next.offers());
        page.setText(next.pageWords());
        page.setAccessibleText(next.pageWords());
        enable(page, next.page() != null, next.page() == null ? next.pageReason() : next.page().getHost());
    }

    /// Nothing can be done until a run is shown again.
    void forget() {
        card = null;
    }

    private void add(RunsViewModel model, Offer.Kind kind, String id, Feather icon, String words, String... styles) {
        Button button = Buttons.of(id, icon, words, () -> press(model, kind), styles);
        buttons.put(kind, button);
        getChildren().add(wrapped(button));
    }

    /// The buttons about the chosen job alone, to be placed beside the job. One of them is shown at a time.
    Parent jobButtons() {
        return new HBox(
                parentOf(Offer.Kind.START_JOB), parentOf(Offer.Kind.APPROVE_JOB), parentOf(Offer.Kind.RERUN_JOB));
    }

    private Parent parentOf(Offer.Kind kind) {
        return Objects.requireNonNull(Objects.requireNonNull(buttons.get(kind)).getParent());
    }

    private void press(RunsViewModel model, Offer.Kind kind) {
        RunCard shown = card;
        if (shown != null) {
            shown.offers().stream().filter(o -> o.kind() == kind).findFirst().ifPresent(model::press);
        }
    }

    /// A disabled button gets no mouse: the pane around it shows the tooltip.
    private static StackPane wrapped(Button button) {
        StackPane pane = new StackPane(button);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(button.accessibleHelpProperty());
        button.accessibleHelpProperty().subscribe(help -> {
            if (help == null || help.isEmpty()) {
                Tooltip.uninstall(pane, tip);
            } else {
                Tooltip.install(pane, tip);
            }
        });
        return pane;
    }

    private static void enable(Button button, boolean enabled, String help) {
        button.setDisable(!enabled);
        button.setAccessibleHelp(help);
    }
}
