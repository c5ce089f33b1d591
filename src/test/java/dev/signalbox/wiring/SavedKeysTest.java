package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.SettingsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedKeysTest {

    private final List<Runnable> background = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void givesBackWhatWasChosenLast() {
        SavedKeys saved = saved(folder);
        assertThat(saved.load()).isEmpty();
        saved.save(Map.of("find", "Shortcut+P"));
        saved.save(Map.of("find", "Shortcut+P", "wall", "F12"));
        assertThat(background).as("written once, later").hasSize(1);
        background.forEach(Runnable::run);
        assertThat(saved(folder).load()).isEqualTo(Map.of("find", "Shortcut+P", "wall", "F12"));
    }

    @Test
    void aResetIsRememberedToo() {
        SavedKeys saved = saved(folder);
        saved.save(Map.of("find", "F2"));
        background.forEach(Runnable::run);
        saved.save(Map.of());
        background.getLast().run();
        assertThat(saved(folder).load()).isEmpty();
    }

    @Test
    void aFolderThatIsGoneIsNoHarm() {
        SavedKeys saved = saved(folder.resolve("gone"));
        saved.save(Map.of("find", "F2"));
        background.forEach(Runnable::run);
        assertThat(saved.load()).isEmpty();
    }

    private SavedKeys saved(Path place) {
        return new SavedKeys(new SettingsFile(place.resolve("keys.properties")), background::add);
    }
}
