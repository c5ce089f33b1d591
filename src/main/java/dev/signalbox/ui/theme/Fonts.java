package dev.signalbox.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The fonts that the console brings along, so that it looks and measures the same everywhere.
final class Fonts {

    private static final List<String> FILES = List.of(
            "Inter_400Regular.ttf",
            "Inter_500Medium.ttf",
            "Inter_600SemiBold.ttf",
            "Inter_700Bold.ttf",
            "JetBrainsMono_400Regular.ttf",
            "JetBrainsMono_500Medium.ttf");

    private Fonts() {}

    /// Makes the families `Inter`, `Inter Medium`, `Inter SemiBold` and `JetBrains Mono` known to stylesheets.
    static void load() {
        for (String file : FILES) {
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
