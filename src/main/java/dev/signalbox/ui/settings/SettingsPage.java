package dev.signalbox.ui.settings;

import java.util.List;

/// A page of settings. To add one:
///
/// 1. A package of your own with one public class that returns the page:
///
///        return new SettingsPage("quiet", "Quiet hours", "fth-moon", List.of(
///                new Setting("from", "From", "Nothing is shown after this time.", List.of("night"), this::field)));
///
/// 2. A line in `wiring.SettingsPages`, which names all pages in their order.
///
/// That is all: the navigation, the search and the palette find the page and its settings by their words, and
/// `SettingsWalkTest` walks through its controls by keyboard.
///
/// @param id one word, unique among pages (`appearance`)
/// @param title what people call it (`Appearance`)
/// @param icon name of a Feather icon (`fth-sun`)
public record SettingsPage(String id, String title, String icon, List<Setting> settings) {

    public SettingsPage {
        settings = List.copyOf(settings);
    }
}
