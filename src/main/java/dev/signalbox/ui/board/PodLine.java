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
import org.kordamp.ikonli.feather.Feather;

/// A pod with the button that opens its log.
final class PodLine extends HBox {

    /// What is longer is cut: a reason from outside may go on without end.
    private static final int LONGEST = 40;
    private static final double LEAST = 120;

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
        name.setMinWidth(48);
        words.setTooltip(whole);
        // The end of a pod's name tells it from its siblings, the beginning does not.
        name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(icon, name, Texts.gap(), words, log);
    }

    void show(DrawerRow.PodRow row) {
        pod = row.name();
        icon.set(row.mark(), row.mark().word());
        name.setText(row.name());
        words.setText(row.words());
        words.setMinWidth(row.words().length() <= LONGEST ? USE_PREF_SIZE : LEAST);
        whole.setText(row.words());
        log.setAccessibleText("Show the log of " + row.name());
    }
}
