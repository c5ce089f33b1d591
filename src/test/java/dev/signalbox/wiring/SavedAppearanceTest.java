package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.ui.theme.Appearance;
import java.io.IOException;
import java.nio.file.Files;
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

    @Test
    void everyChoiceComesBack() {
        for (Appearance.Colours colours : Appearance.Colours.values()) {
            for (Appearance.Density density : Appearance.Density.values()) {
                for (Appearance.Motion motion : Appearance.Motion.values()) {
                    Appearance chosen = new Appearance(colours, density, 110, Appearance.Palette.SAFE, motion);
                    saved().save(chosen);
                    background.removeLast().run();
                    assertThat(saved().load()).contains(chosen);
                }
            }
        }
    }

    @Test
    void aPercentThatIsNoneIsTheUsual() throws IOException {
        for (String odd : List.of("", "-1", "1e2", " 90", "٩٠", "99999999999999999999", "NaN")) {
            file().write(Map.of("percent", odd, "density", "compact"));
            assertThat(saved().load()).as(odd).hasValueSatisfying(kept -> {
                assertThat(kept.percent()).isEqualTo(Appearance.USUAL.percent());
                assertThat(kept.density()).isEqualTo(Appearance.Density.COMPACT);
            });
        }
    }

    @Test
    void whatALaterConsoleWroteIsReadAndNotWrittenOver() throws IOException {
        saved().save(ODD);
        background.forEach(Runnable::run);
        Path kept = folder.resolve("appearance.properties");
        String later = Files.readString(kept).replaceAll("(?m)^(.*version\\W+)1$", "$12");
        assertThat(later).isNotEqualTo(Files.readString(kept));
        Files.writeString(kept, later);

        saved().save(ODD.with(90));
        background.getLast().run();

        assertThat(kept).hasContent(later);
        assertThat(saved().load()).contains(ODD);
    }

    private SettingsFile file() {
        return new SettingsFile(folder.resolve("appearance.properties"));
    }

    private SavedAppearance saved() {
        return new SavedAppearance(file(), background::add);
    }
}
