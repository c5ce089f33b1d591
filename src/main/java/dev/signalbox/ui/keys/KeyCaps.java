package dev.signalbox.ui.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

/// Keys as people read and press them.
final class KeyCaps {

    private static final Map<KeyCode, String> SIGNS = Map.of(
            KeyCode.MINUS, "−", KeyCode.EQUALS, "=", KeyCode.COMMA, ",", KeyCode.PERIOD, ".", KeyCode.SLASH, "/",
            KeyCode.SEMICOLON, ";", KeyCode.QUOTE, "'", KeyCode.BACK_SLASH, "\\");

    private KeyCaps() {}

    /// As on the caps: `Ctrl Shift L`.
    static String of(KeyCombination keys) {
        if (!(keys instanceof KeyCodeCombination combination)) {
            return keys.getDisplayText();
        }
        List<String> caps = new ArrayList<>();
        if (isDown(keys.getShortcut()) || isDown(keys.getControl())) {
            caps.add("Ctrl");
        }
        if (isDown(keys.getAlt())) {
            caps.add("Alt");
        }
        if (isDown(keys.getShift())) {
            caps.add("Shift");
        }
        if (isDown(keys.getMeta())) {
            caps.add("Meta");
        }
        caps.add(SIGNS.getOrDefault(combination.getCode(), combination.getCode().getName()));
        return String.join(" ", caps);
    }

    /// The keys that were pressed; absent while only Ctrl, Alt or Shift are down.
    static Optional<KeyCombination> of(KeyEvent key) {
        KeyCode code = key.getCode();
        if (code.isModifierKey() || code == KeyCode.UNDEFINED) {
            return Optional.empty();
        }
        return Optional.of(new KeyCodeCombination(
                code, value(key.isShiftDown()), ModifierValue.UP, value(key.isAltDown()), ModifierValue.UP,
                value(key.isShortcutDown())));
    }

    /// A command of its own needs a key that writes nothing.
    static boolean canCommand(KeyCombination keys) {
        return keys instanceof KeyCodeCombination combination
                && (combination.getCode().isFunctionKey() || isDown(keys.getShortcut()) || isDown(keys.getAlt()))
                && !combination.getCode().isArrowKey() && !combination.getCode().isNavigationKey();
    }

    /// The keys as if they had been pressed at the same place.
    static KeyEvent pressed(KeyCombination keys, KeyEvent in) {
        KeyCode code = keys instanceof KeyCodeCombination combination ? combination.getCode() : KeyCode.UNDEFINED;
        boolean command = isDown(keys.getShortcut());
        boolean mac = in.isShortcutDown() && in.isMetaDown();
        return new KeyEvent(
                KeyEvent.KEY_PRESSED, "", "", code, isDown(keys.getShift()), command && !mac, isDown(keys.getAlt()),
                command && mac);
    }

    private static boolean isDown(ModifierValue value) {
        return value == ModifierValue.DOWN;
    }

    private static ModifierValue value(boolean down) {
        return down ? ModifierValue.DOWN : ModifierValue.UP;
    }
}
