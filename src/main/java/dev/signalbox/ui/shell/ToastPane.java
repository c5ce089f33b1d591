package dev.signalbox.ui.shell;

import dev.signalbox.ui.widget.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Words in the lower right corner that go by themselves. They never take the keyboard from where it is, and they wait
/// while somebody may be about to confirm something: what comes up under the pointer is pressed by mistake.
final class ToastPane extends VBox {

    private static final Duration SHOWN = Duration.seconds(8);
    private static final int MOST = 3;
    private static final double WIDTH = 380;

    private final List<PauseTransition> pauses = new ArrayList<>();
    private boolean held;

    ToastPane() {
        setId("toasts");
        setAlignment(Pos.BOTTOM_RIGHT);
        getStyleClass().add("sb-toasts");
        setPickOnBounds(false);
    }

    /// @param open what its button does; absent for a toast without one
    void say(String heading, String words, @Nullable Runnable open) {
        VBox toast = new VBox(4);
        toast.getStyleClass().addAll("sb-sheet", "sb-toast");
        toast.setMaxWidth(WIDTH);
        toast.setAccessibleRole(AccessibleRole.TEXT);
        toast.setAccessibleText(words.isEmpty() ? heading : heading + ": " + words);
        toast.getChildren().add(Texts.wrapped(heading, "sb-strong"));
        if (!words.isEmpty()) {
            toast.getChildren().add(Texts.wrapped(words, "sb-sub"));
        }
        if (open != null) {
            Button show = new Button("Show");
            show.getStyleClass().add("small");
            show.setAccessibleText("Show " + heading);
            show.setOnAction(press -> {
                getChildren().remove(toast);
                open.run();
            });
            toast.getChildren().add(show);
        }
        List<Node> shown = getChildren();
        if (shown.size() == MOST) {
            shown.removeFirst();
        }
        shown.add(toast);
        PauseTransition pause = new PauseTransition(SHOWN);
        pauses.add(pause);
        pause.setOnFinished(over -> {
            shown.remove(toast);
            pauses.remove(pause);
        });
        if (!held) {
            pause.play();
        }
    }

    /// Keeps them out of sight, with their time, until they are let go.
    void hold(boolean now) {
        held = now;
        setVisible(!now);
        pauses.forEach(now ? PauseTransition::pause : PauseTransition::play);
    }
}
