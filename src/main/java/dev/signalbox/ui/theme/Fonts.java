package dev.signalbox.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The fonts that the console brings along, so that it looks and measures the same everywhere.
final class Fonts {

    /// What the board is written in.
    private static final List<String> FIRST = List.of(
            "Inter_400Regular.ttf",
            "Inter_500Medium.ttf",
            "Inter_600SemiBold.ttf",
            "JetBrainsMono_500Medium.ttf");

    private static final List<String> OTHERS = List.of("Inter_700Bold.ttf", "JetBrainsMono_400Regular.ttf");

    private Fonts() {}

    /// Makes the families `Inter`, `Inter Medium`, `Inter SemiBold` and `JetBrains Mono` known to stylesheets.
    static void load() {
        loadFirst();
        load(OTHERS);
    }

    /// Makes only those known that the board of last time is painted in.
    static void loadFirst() {
        load(FIRST);
    }

    private static void load(List<String> files) {
        for (String file : files) {
            try (InputStream in = Fonts.class.getResourceAsStream("/dev/signalbox/ui/fonts/" + file)) {
                if (in == null || Font.loadFont(in, 13) == null) {
                    throw new IllegalStateException("The font " + file + " is missing or broken");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
