package dev.signalbox.ui.keys;

import javafx.scene.input.KeyCombination;

/// What can be done by a key of its own. Keys that every program has (Tab, Esc, Enter, arrows) are not among them.
///
/// Screens listen for the preset keys alone; whoever wants others is translated for by [KeyTable].
public enum KeyCommand {
    FIND("Everywhere", "Find a service, run, commit or action", "Shortcut+K"),
    REFRESH("Everywhere", "Read everything again", "F5"),
    WALL("Everywhere", "Show on a wall", "F11"),
    THEME("Everywhere", "Dark or light", "Shortcut+Shift+L"),
    LINK("Everywhere", "Copy a link to what is shown", "Shortcut+Shift+K"),
    SETTINGS("Everywhere", "Settings", "Shortcut+Comma"),
    SCREEN_1("Everywhere", "Go to the first screen", "Shortcut+1"),
    SCREEN_2("Everywhere", "Go to the second screen", "Shortcut+2"),
    SCREEN_3("Everywhere", "Go to the third screen", "Shortcut+3"),
    SCREEN_4("Everywhere", "Go to the fourth screen", "Shortcut+4"),
    SCREEN_5("Everywhere", "Go to the fifth screen", "Shortcut+5"),
    FILTER("Screens", "Filter services or runs, search a log, find a setting", "Shortcut+F"),
    ROLL_BACK("Screens", "Roll back what is chosen on the board", "Shortcut+R"),
    ALL_GROUPS("Screens", "Show all groups of the board as tiles, or as rows again", "Shortcut+G"),
    CONFIRM("Screens", "Approve what is shown; choose what a form is filled with", "Shortcut+Enter"),
    COMMENT("Screens", "Write a comment to an approval", "Shortcut+M"),
    NEXT_HIT("Logs", "Next place found", "F3"),
    PREVIOUS_HIT("Logs", "The place found before", "Shift+F3"),
    NEXT_ERROR("Logs", "Next error", "F8"),
    PREVIOUS_ERROR("Logs", "The error before", "Shift+F8"),
    MATCH_CASE("Logs", "Match case", "Alt+C"),
    WHOLE_WORDS("Logs", "Whole words", "Alt+W"),
    EXPRESSION("Logs", "Regular expression", "Alt+R"),
    ONLY_MATCHES("Logs", "Only lines that match", "Alt+F"),
    FOLD("Logs", "Fold all groups", "Alt+Minus"),
    UNFOLD("Logs", "Unfold all groups", "Alt+Equals"),
    TIMES("Logs", "Times: relative, absolute, off", "Alt+T"),
    WRAP("Logs", "Wrap lines", "Alt+Z"),
    AS_SENT("Logs", "Show as sent, with escapes", "Alt+S"),
    STAY_AT_END("Logs", "Stay at the end", "Alt+E"),
    COPY_NUMBERED("Logs", "Copy lines with their numbers", "Shortcut+Shift+C"),
    COPY_LINK("Logs", "Copy a link to the line", "Shortcut+L"),
    SAVE("Logs", "Save as shown", "Shortcut+S"),
    SAVE_AS_SENT("Logs", "Save as sent", "Shortcut+Shift+S");

    private final String area;
    private final String title;
    private final KeyCombination preset;

    KeyCommand(String area, String title, String preset) {
        this.area = area;
        this.title = title;
        this.preset = KeyCombination.valueOf(preset);
    }

    /// Where it works.
    public String area() {
        return area;
    }

    /// What it does.
    public String title() {
        return title;
    }

    /// The keys that it has until somebody chooses others.
    public KeyCombination preset() {
        return preset;
    }
}
