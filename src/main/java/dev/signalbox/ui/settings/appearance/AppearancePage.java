package dev.signalbox.ui.settings.appearance;

import dev.signalbox.ui.settings.Setting;
import dev.signalbox.ui.settings.SettingsPage;
import dev.signalbox.ui.theme.Appearance;
import dev.signalbox.ui.theme.Appearance.Colours;
import dev.signalbox.ui.theme.Appearance.Density;
import dev.signalbox.ui.theme.Appearance.Motion;
import dev.signalbox.ui.theme.Appearance.Palette;
import dev.signalbox.ui.theme.Look;
import dev.signalbox.ui.widget.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.layout.Region;

/// How the console looks. Every choice is seen at once, everywhere.
public final class AppearancePage {

    private static final List<Integer> SIZES = List.of(80, 90, 100, 110, 125, 150);

    private final Look look;

    public AppearancePage(Look look) {
        this.look = look;
    }

    public SettingsPage page() {
        return new SettingsPage("appearance", "Appearance", "fth-sun", List.of(
                new Setting(
                        "colours", "Theme", "Dark, light, or whatever your system has now.",
                        List.of("dark", "light", "night", "colours", "system", "mode"),
                        () -> choice("colours", "Theme", Arrays.asList(Colours.values()), AppearancePage::words,
                                Appearance::colours, Appearance::with)),
                new Setting(
                        "size", "Font size",
                        "From 80 % to 150 %. Everything grows with the text, so that nothing is cut off.",
                        List.of("text", "zoom", "scale", "larger", "smaller", "percent"),
                        () -> choice("size", "Font size", SIZES, size -> size + " %", Appearance::percent,
                                (now, size) -> now.with(size.intValue()))),
                new Setting(
                        "density", "Density", "Compact shows more rows at once, with less room around them.",
                        List.of("compact", "rows", "spacing", "room"),
                        () -> choice("density", "Density", Arrays.asList(Density.values()), AppearancePage::words,
                                Appearance::density, Appearance::with)),
                new Setting(
                        "palette", "Status colours",
                        "Colours that are told apart also by people who see red and green alike. Shapes and words say "
                                + "the same in both.",
                        List.of("colour blind", "color", "red", "green", "accessibility", "deuteranopia", "palette"),
                        () -> choice("palette", "Status colours", Arrays.asList(Palette.values()),
                                AppearancePage::words, Appearance::palette, Appearance::with)),
                new Setting(
                        "motion", "Motion", "Switches and spinners that do not move, whatever your system says.",
                        List.of("animation", "reduced", "glide", "accessibility"),
                        () -> choice("motion", "Motion", Arrays.asList(Motion.values()), AppearancePage::words,
                                Appearance::motion, Appearance::with))));
    }

    private <T> Region choice(
            String id, String title, List<T> choices, Function<T, String> words, Function<Appearance, T> read,
            BiFunction<Appearance, T, Appearance> change) {
        Choice<T> choice = new Choice<>("appearance-" + id, title, choices, words);
        look.appearanceProperty().subscribe(now -> choice.choose(read.apply(now)));
        choice.chosenProperty().addListener((property, before, now) -> {
            Appearance appearance = look.appearanceProperty().get();
            if (now != null && !now.equals(read.apply(appearance))) {
                look.appearanceProperty().set(change.apply(appearance, now));
            }
        });
        return choice;
    }

    private static String words(Colours colours) {
        return switch (colours) {
            case DARK -> "Dark";
            case LIGHT -> "Light";
            case SYSTEM -> "Follow the system";
        };
    }

    private static String words(Density density) {
        return switch (density) {
            case NORMAL -> "Normal";
            case COMPACT -> "Compact";
        };
    }

    private static String words(Palette palette) {
        return switch (palette) {
            case USUAL -> "Usual";
            case SAFE -> "Colour-blind safe";
        };
    }

    private static String words(Motion motion) {
        return switch (motion) {
            case SYSTEM -> "Follow the system";
            case REDUCED -> "Reduced";
        };
    }
}
