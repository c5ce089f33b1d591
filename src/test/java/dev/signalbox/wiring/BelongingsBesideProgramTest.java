package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The program may lie in the very folder of the data, and stays when everything is forgotten.
class BelongingsBesideProgramTest {

    @TempDir
    private Path home = Path.of("");

    private static Path write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.writeString(file, "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Signalbox.exe", "app/Signalbox.cfg", "runtime/bin/java.dll", "bin/signalbox", "lib/app/signalbox.jar"
    })
    void aProgramInTheFolderOfTheDataIsNotForgotten(String name) throws IOException {
        Folders folders = Folders.of("Windows 11", Map.of("LOCALAPPDATA", home.toString()), home);
        folders.make();
        Path program = write(folders.data().resolve(name));
        Path journal = write(folders.data().resolve("history.db"));
        Belongings all = new Belongings(Machine.here().with(Map.of()), folders);

        assertThat(all.going()).contains(journal).noneMatch(program::startsWith);
        assertThat(all.goes()).noneMatch(line -> line.contains(name));
        assertThat(all.strangers()).as("the program is told in words of its own").isEmpty();
        assertThat(all.stays()).anyMatch(line -> line.startsWith("The program itself"));
        assertThat(all.forgetTheRest()).isEmpty();
        assertThat(program).exists();
        assertThat(journal).doesNotExist();
    }

    @Test
    void inAFolderOfSomebodysTheSameNamesAreStrangers() throws IOException {
        Folders mine = Folders.below(home.resolve("documents"));
        mine.make();
        Path theirs = mine.data().resolve("app");
        write(theirs.resolve("letter.odt"));
        Belongings all = new Belongings(Machine.here().with(Map.of()), mine);

        assertThat(all.strangers()).containsExactly(theirs);
    }
}
