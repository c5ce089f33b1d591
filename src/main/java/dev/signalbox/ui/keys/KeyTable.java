package dev.signalbox.ui.keys;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Which keys each command has now. Screens listen for preset keys; the window shows every key to [#translate] first,
/// which presses the preset ones in place of those that somebody chose. On the screen's thread.
public final class KeyTable {

    private final KeyMemory memory;
    private final Map<KeyCommand, KeyCombination> chosen = new EnumMap<>(KeyCommand.class);
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(0);
    private @Nullable Consumer<Optional<KeyCombination>> waiting;
    private boolean translating;

    /// With what is remembered; what makes no sense in it counts as the preset.
    public KeyTable(KeyMemory memory) {
        this.memory = memory;
        memory.load().forEach((name, keys) -> command(name).ifPresent(command -> {
            try {
                KeyCombination combination = KeyCombination.valueOf(keys);
                if (KeyCaps.canCommand(combination)) {
                    put(command, combination);
                }
            } catch (IllegalArgumentException nonsense) {
                // As good as nothing remembered.
            }
        }));
        dropConflicts();
    }

    /// Only once all are known: two commands may have exchanged their presets. Keys that are dropped may leave a preset in
    /// the way of others.
    private void dropConflicts() {
        Optional<KeyCommand> second;
        do {
            second = chosen.keySet().stream()
                    .filter(command -> conflict(command, keys(command)).isPresent())
                    .reduce((earlier, later) -> later);
            second.ifPresent(chosen::remove);
        } while (second.isPresent());
    }

    /// Goes up with every change, for whoever shows keys.
    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /// The keys as on the caps: `Ctrl K`.
    public String caps(KeyCommand command) {
        return KeyCaps.of(keys(command));
    }

    public boolean isChosen(KeyCommand command) {
        return chosen.containsKey(command);
    }

    /// Words in which preset keys are named, with the keys that the commands have now.
    public String rewrite(String words) {
        if (chosen.isEmpty()) {
            return words;
        }
        Map<String, String> now = chosen.keySet().stream()
                .collect(Collectors.toMap(command -> KeyCaps.of(command.preset()), this::caps));
        // Of two that begin alike the longer one is meant.
        Pattern presets = Pattern.compile(Stream.of(KeyCommand.values())
                .map(command -> KeyCaps.of(command.preset()))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(caps -> "(?<!\\w)" + Pattern.quote(caps) + "(?!\\w)")
                .collect(Collectors.joining("|")));
        return presets.matcher(words)
                .replaceAll(found -> Matcher.quoteReplacement(now.getOrDefault(found.group(), found.group())));
    }

    /// The other command that has these keys already.
    public Optional<KeyCommand> conflict(KeyCommand command, KeyCombination keys) {
        String wanted = KeyCaps.of(keys);
        return Stream.of(KeyCommand.values())
                .filter(other -> other != command && caps(other).equals(wanted))
                .findFirst();
    }

    /// Gives the command these keys, unless they are another's or write text.
    ///
    /// @return what is in the way, as a sentence; empty when nothing was
    public String bind(KeyCommand command, KeyCombination keys) {
        if (!KeyCaps.canCommand(keys)) {
            return KeyCaps.of(keys) + " alone writes or moves; take one with Ctrl or Alt, or a function key.";
        }
        Optional<KeyCommand> other = conflict(command, keys);
        if (other.isPresent()) {
            return KeyCaps.of(keys) + " is taken by “" + other.get().title() + "”. Change that one first.";
        }
        put(command, keys);
        changed();
        return "";
    }

    /// Gives the command its preset keys again.
    ///
    /// @return what is in the way, as a sentence; empty when nothing was
    public String reset(KeyCommand command) {
        return bind(command, command.preset());
    }

    public void resetAll() {
        chosen.clear();
        changed();
    }

    /// The next keys that are pressed go to the listener and do nothing else. Esc, Tab, [#release] and the next listener
    /// give it none.
    public void capture(Consumer<Optional<KeyCombination>> listener) {
        release();
        waiting = listener;
    }

    /// Whoever waits for keys gets none.
    public void release() {
        Consumer<Optional<KeyCombination>> listener = waiting;
        waiting = null;
        if (listener != null) {
            listener.accept(Optional.empty());
        }
    }

    /// Takes a key that was pressed anywhere in the window, before anybody else.
    public void translate(KeyEvent key) {
        if (translating || capturing(key)) {
            return;
        }
        Optional<KeyCombination> pressed = chosen.isEmpty() ? Optional.empty() : KeyCaps.of(key);
        if (pressed.isEmpty()) {
            return;
        }
        String caps = KeyCaps.of(pressed.get());
        Optional<KeyCommand> meant =
                Stream.of(KeyCommand.values()).filter(command -> caps(command).equals(caps)).findFirst();
        if (meant.isPresent() && isChosen(meant.get())) {
            key.consume();
            translating = true;
            try {
                Event.fireEvent(key.getTarget(), KeyCaps.pressed(meant.get().preset(), key));
            } finally {
                translating = false;
            }
        } else if (meant.isEmpty() && chosen.keySet().stream().anyMatch(c -> KeyCaps.of(c.preset()).equals(caps))) {
            // Its command has moved away.
            key.consume();
        }
    }

    private boolean capturing(KeyEvent key) {
        Consumer<Optional<KeyCombination>> listener = waiting;
        if (listener == null) {
            return false;
        }
        boolean leaves = (key.getCode() == KeyCode.ESCAPE || key.getCode() == KeyCode.TAB) && !key.isShortcutDown();
        Optional<KeyCombination> pressed = KeyCaps.of(key);
        if (leaves || pressed.isPresent()) {
            waiting = null;
            listener.accept(leaves ? Optional.empty() : pressed);
        }
        if (key.getCode() != KeyCode.TAB) {
            key.consume();
        }
        return true;
    }

    private KeyCombination keys(KeyCommand command) {
        return chosen.getOrDefault(command, command.preset());
    }

    private void put(KeyCommand command, KeyCombination keys) {
        if (KeyCaps.of(keys).equals(KeyCaps.of(command.preset()))) {
            chosen.remove(command);
        } else {
            chosen.put(command, keys);
        }
    }

    private void changed() {
        Map<String, String> names = new LinkedHashMap<>();
        chosen.forEach((command, keys) -> names.put(command.name().toLowerCase(Locale.ROOT), keys.getName()));
        memory.save(names);
        version.set(version.get() + 1);
    }

    private static Optional<KeyCommand> command(String name) {
        return Stream.of(KeyCommand.values()).filter(command -> command.name().equalsIgnoreCase(name)).findFirst();
    }
}
