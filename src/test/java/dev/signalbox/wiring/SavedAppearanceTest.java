package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.ui.theme.Appearance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedAppearanceTest {

    private static final Appearance ODD = new Appearance(
            Appearance.Colours.SYSTEM, Appearance.Density.COMPACT, 125, Appearance.Palette.SAFE,
            Appearance.Motion.REDUCED);

    private final List<Runnable> background = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void knowsNothingBeforeTheFirstChoice() {
        assertThat(saved().load()).isEmpty();
    }

    @Test
    void givesBackWhatWasChosen() {
        saved().save(ODD);
        background.forEach(Runnable::run);
        assertThat(saved().load()).contains(ODD);
    }

    @Test
    void writesTheNewestOfManyOnceAndNotOnTheCallersThread() {
        SavedAppearance saved = saved();
        for (int percent : new int[] {80, 90, 150}) {
            saved.save(ODD.with(percent));
        }
        assertThat(saved.load()).isEmpty();
        assertThat(background).hasSize(1);
        background.forEach(Runnable::run);
        assertThat(saved.load()).contains(ODD.with(150));
    }

    @Test
    void oddValuesCountAsTheUsualOnes() throws IOException {
        file().write(Map.of("colours", "pink", "density", "", "percent", "9999", "palette", "safe"));
        assertThat(saved().load()).contains(Appearance.USUAL.with(Appearance.Palette.SAFE));
        file().write(Map.of("percent", "10"));
        assertThat(saved().load()).contains(Appearance.USUAL.with(80));
    }

    @Test
    void aFolderThatIsGoneIsNoHarm() {
        SavedAppearance saved =
                new SavedAppearance(new SettingsFile(folder.resolve("gone").resolve("x")), Runnable::run);
        saved.save(ODD);
        assertThat(saved.load()).isEmpty();
    }

    private SettingsFile file() {
        return new SettingsFile(folder.resolve("appearance.properties"));
    }

    private SavedAppearance saved() {
        return new SavedAppearance(file(), background::add);
    }
}
