package dev.signalbox.ui.settings;

import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.palette.PaletteSource;
import dev.signalbox.ui.shell.KeyLine;
import dev.signalbox.ui.shell.Navigation;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.shell.Screen;
import dev.signalbox.ui.widget.Late;
import java.time.Instant;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/// All settings, on pages that their owners make; see [SettingsPage] for how to add one. The palette knows every one.
public final class SettingsScreen implements Screen, PaletteSource {

    private final SettingsViewModel model;
    private final Navigation navigation;
    private final Late<SettingsView> view;

    /// @param pages in their order; at least one
    public SettingsScreen(List<SettingsPage> pages, Navigation navigation) {
        this.navigation = navigation;
        model = new SettingsViewModel(pages);
        view = new Late<>(() -> new SettingsView(model));
    }

    @Override
    public String id() {
        return "settings";
    }

    @Override
    public String title() {
        return "Settings";
    }

    @Override
    public Feather icon() {
        return Feather.SETTINGS;
    }

    @Override
    public Parent node() {
        return view.get();
    }

    @Override
    public void show(ConsoleState state, Instant now) {
        // Settings show what is set, not what is outside.
    }

    @Override
    public List<KeyLine> keys() {
        return List.of(
                new KeyLine("Ctrl F", "Find a setting"),
                new KeyLine("↑ ↓", "Another page, or another setting found"),
                new KeyLine("Enter", "Go to the setting found"),
                new KeyLine("Esc", "Back from the search"));
    }

    @Override
    public void pressed(KeyEvent key) {
        view.get().pressed(key);
    }

    @Override
    public void shown() {
        view.get().takeFocus();
    }

    @Override
    public boolean open(Place place) {
        return switch (place) {
            case Place.AtScreen(String id) -> id.equals(id());
            case Place.AtSetting(String page, String setting) -> model.open(page, setting);
            default -> false;
        };
    }

    @Override
    public List<PaletteEntry> entries(ConsoleState state, Instant now) {
        return model.pages().stream()
                .flatMap(page -> page.settings().stream().map(setting -> entry(page, setting)))
                .toList();
    }

    private PaletteEntry entry(SettingsPage page, Setting setting) {
        String detail = setting.words().isEmpty()
                ? page.title()
                : page.title() + " · " + String.join(", ", setting.words());
        return new PaletteEntry(
                PaletteEntry.Kind.SETTING, setting.title(), detail,
                () -> navigation.go(new Place.AtSetting(page.id(), setting.id())));
    }
}
