package dev.signalbox.ui.board;

import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.StatusIcon;
import dev.signalbox.ui.widget.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// A pod with the button that opens its log.
final class PodLine extends HBox {

    /// The end of a name; it takes what the reason leaves of the line.
    private static final double NAME = 48;

    /// A reason from outside may go on without end; it gives way before the button does.
    private static final double REASON = 40;

    private final StatusIcon icon = new StatusIcon(Mark.IDLE);
    private final Label name = Texts.mono("");
    private final Label words = Texts.sub("");
    private final Button log;
    private final Tooltip whole = new Tooltip();
    private String pod = "";

    /// @param open hears the pod whose log is wanted
    PodLine(Consumer<String> open) {
        super(8);
        log = Buttons.icon("pod-log-open", Feather.FILE_TEXT, "Show the log", () -> open.accept(pod), "quiet", "small");
        name.setMinWidth(NAME);
        name.setPrefWidth(NAME);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        words.setMinWidth(REASON);
        log.setMinWidth(USE_PREF_SIZE);
        words.setTooltip(whole);
        // The end of a pod's name tells it from its siblings, the beginning does not.
        name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(icon, name, words, log);
    }

    void show(DrawerRow.PodRow row) {
        pod = row.name();
        icon.set(row.mark(), row.mark().word());
        name.setText(row.name());
        words.setText(row.words());
        whole.setText(row.words());
        log.setAccessibleText("Show the log of " + row.name());
    }
}
