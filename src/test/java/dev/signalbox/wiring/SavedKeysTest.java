package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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

    @Test
    void whatIsHandedOverIsKeptThoughItChangesAfterwards() {
        Map<String, String> mine = new HashMap<>(Map.of("find", "F2"));
        saved(folder).save(mine);
        mine.put("find", "F3");
        background.forEach(Runnable::run);

        assertThat(saved(folder).load()).isEqualTo(Map.of("find", "F2"));
    }

    @Test
    void whatIsChosenWhileTheLastIsWrittenIsWrittenToo() {
        SavedKeys saved = saved(folder);
        saved.save(Map.of("find", "F2"));
        background.getFirst().run();
        saved.save(Map.of("find", "F3"));
        assertThat(background).hasSize(2);
        background.getLast().run();
        background.getFirst().run();

        assertThat(saved.load()).isEqualTo(Map.of("find", "F3"));
    }

    @Test
    void twoConsolesLeaveAWholeFileOfOneOfThem() {
        SavedKeys one = saved(folder);
        SavedKeys other = saved(folder);
        one.save(Map.of("find", "F2", "wall", "F3"));
        other.save(Map.of("find", "F4"));
        background.forEach(Runnable::run);

        assertThat(one.load()).isEqualTo(other.load()).isEqualTo(Map.of("find", "F4"));
    }

    @Test
    void oddNamesAndKeysComeBackAsTheyWere() {
        Map<String, String> odd = Map.of("fi\u202end", "a=b\n#", " = ", "\u0007", "", "x");
        saved(folder).save(odd);
        background.forEach(Runnable::run);

        assertThat(saved(folder).load()).isEqualTo(odd);
    }

    @Test
    void aFileThatIsNoTextCountsAsNothingAndIsPutAside() throws IOException {
        byte[] garbage = {(byte) 0xff, 0, (byte) 0xfe};
        Files.write(folder.resolve("keys.properties"), garbage);

        assertThat(saved(folder).load()).isEmpty();
        assertThat(folder.resolve("keys.properties.broken")).hasBinaryContent(garbage);
        saved(folder).save(Map.of("find", "F2"));
        background.forEach(Runnable::run);
        assertThat(saved(folder).load()).isEqualTo(Map.of("find", "F2"));
    }

    private SavedKeys saved(Path place) {
        return new SavedKeys(new SettingsFile(place.resolve("keys.properties")), background::add);
    }
}
