package dev.signalbox.ui.settings.keyboard;

import dev.signalbox.ui.keys.KeyCommand;
import dev.signalbox.ui.keys.KeyTable;
import dev.signalbox.ui.settings.Setting;
import dev.signalbox.ui.settings.SettingsPage;
import dev.signalbox.ui.widget.Buttons;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// All keys of the console, each to be chosen anew.
public final class KeyboardPage {

    private final KeyTable keys;

    public KeyboardPage(KeyTable keys) {
        this.keys = keys;
    }

    public SettingsPage page() {
        return new SettingsPage("keyboard", "Keyboard", "fth-command", List.of(
                Setting.wide(
                        "keys", "Keys",
                        "Press the keys of a line, then the new ones. Tab, Esc, Enter, Space, arrows and ? stay as they "
                                + "are.",
                        words(), () -> new KeysTableView(keys)),
                new Setting(
                        "reset", "Preset keys", "Gives every command the keys that it came with.",
                        List.of("reset", "default", "shortcuts"),
                        () -> Buttons.of("keys-reset-all", "Reset all keys", keys::resetAll))));
    }

    private static List<String> words() {
        List<String> words = new ArrayList<>(List.of("shortcuts", "bindings", "rebind", "hotkeys"));
        Stream.of(KeyCommand.values()).map(KeyCommand::title).forEach(words::add);
        return words;
    }
}
