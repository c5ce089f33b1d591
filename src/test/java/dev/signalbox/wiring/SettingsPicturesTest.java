package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Warnings;
import dev.signalbox.ui.settings.SettingsPage;
import dev.signalbox.ui.shell.Snapshots;
import dev.signalbox.ui.theme.Appearance;
import dev.signalbox.ui.theme.Appearance.Colours;
import dev.signalbox.ui.theme.Appearance.Density;
import dev.signalbox.ui.theme.Appearance.Palette;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Draws every page of the settings in every appearance, and looks whether words are cut off. The pictures are kept where
/// the property `signalbox.pictures` says.
class SettingsPicturesTest {

    @TempDir
    private Path folder;

    @Test
    void nothingIsCutOffOnAnyPageInAnyAppearance() throws IOException {
        Appearance usual = Appearance.USUAL;
        try (Warnings warnings = new Warnings()) {
            draw("dark", usual, 1_440);
            draw("light", usual.with(Colours.LIGHT), 1_440);
            draw("narrow", usual, 1_000);
            draw("large", usual.with(150), 1_440);
            draw("large-narrow", usual.with(150).with(Colours.LIGHT), 1_000);
            draw("compact", usual.with(Density.COMPACT).with(Palette.SAFE).with(80), 1_000);
            assertThat(warnings.heard()).isEmpty();
        }
    }

    private void draw(String name, Appearance appearance, double width) throws IOException {
        try (SettingsFixture settings = new SettingsFixture(folder.resolve(name))) {
            Scene scene = Fx.run(() -> {
                Scene made = new Scene(settings.ui.shell().root(), width, 900);
                settings.ui.look().appearanceProperty().set(appearance);
                settings.ui.shell().wear(settings.ui.look(), made);
                return made;
            });
            for (SettingsPage page : settings.pages()) {
                settings.open(page);
                Path file = pictures().resolve("settings-" + page.id() + "-" + name + ".png");
                Fx.run(() -> {
                    Snapshots.write(scene, file);
                    return true;
                });
                assertThat(Files.size(file)).isGreaterThan(5_000);
                assertThat(settings.heights(page)).as("%s, %s", page.title(), name).allMatch(height -> height < 420);
                assertThat(SettingsFixture.cutOff(settings.find("settings-page-" + page.id())))
                        .as("%s, %s", page.title(), name.toLowerCase(Locale.ROOT))
                        .isEmpty();
            }
        }
    }

    private Path pictures() {
        String kept = System.getProperty("signalbox.pictures", "");
        return kept.isEmpty() ? folder : Path.of(kept);
    }
}
