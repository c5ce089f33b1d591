package dev.signalbox.ui.settings;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.layout.Region;

/// One setting: its words and the control beside them.
///
/// @param id unique on its page (`density`); the control's node is found by it
/// @param title what people call it (`Density`)
/// @param explanation what it does, in a sentence or two
/// @param words other words by which somebody may look for it (`compact`, `rows`)
/// @param isWide whether the control lies below the words and takes the whole width, as a table does
/// @param control makes the control, when its page is first looked at. A control without an accessible text gets the
///     title as one; parts of a composed control need their own.
public record Setting(
        String id, String title, String explanation, List<String> words, boolean isWide, Supplier<Region> control) {

    public Setting {
        words = List.copyOf(words);
    }

    /// With its control beside the words.
    public Setting(String id, String title, String explanation, List<String> words, Supplier<Region> control) {
        this(id, title, explanation, words, false, control);
    }

    /// With its control below the words, as wide as the page.
    public static Setting wide(
            String id, String title, String explanation, List<String> words, Supplier<Region> control) {
        return new Setting(id, title, explanation, words, true, control);
    }
}
