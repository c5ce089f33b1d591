package dev.signalbox.testing;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/// The keyboard in front of one window.
public final class Keys {

    private final Stage stage;

    public Keys(Stage stage) {
        this.stage = stage;
    }

    /// Presses the keys one after the other, then lets go of them. They go to the window in front, so this one comes there.
    public void press(KeyCode... keys) {
        awaitFocus();
        if (!Fx.run(stage::isFocused)) {
            Fx.act(stage::requestFocus);
        }
        Fx.act(() -> {
            Robot robot = new Robot();
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
        });
    }

    /// Types text into whatever has the keyboard. Characters do not depend on the keyboard's layout this way.
    public void type(String text) {
        awaitFocus();
        Fx.act(() -> text.chars().forEach(c -> {
            String letter = Character.toString(c);
            Node target = Objects.requireNonNull(stage.getScene().getFocusOwner());
            target.fireEvent(
                    new KeyEvent(KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false));
        }));
    }

    /// A scene that was just shown gives the keyboard to somebody in its first frame; before, keys are lost. Some scenes have
    /// nobody to give it to.
    private void awaitFocus() {
        try {
            WaitForAsyncUtils.waitFor(2, TimeUnit.SECONDS,
                    () -> Fx.run(() -> stage.getScene().getFocusOwner() != null));
        } catch (TimeoutException nobody) {
            // The window itself hears them.
        }
    }
}
