package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    private static final Path HOME = Path.of("/home/ada");

    @Test
    void followsTheXdgVariablesOnLinux() {
        Folders folders = Folders.of("Linux", Map.of("XDG_DATA_HOME", "/data"), HOME);

        assertThat(folders.data()).isEqualTo(Path.of("/data/signalbox"));
        assertThat(folders.settings()).isEqualTo(Path.of("/home/ada/.config/signalbox"));
    }

    @Test
    void ignoresRelativeXdgVariables() {
        assertThat(Folders.of("Linux", Map.of("XDG_DATA_HOME", "data"), HOME).data())
                .isEqualTo(Path.of("/home/ada/.local/share/signalbox"));
    }

    @Test
    void practiceNeverSharesAFolderWithTheRealThing() {
        Folders real = Folders.of("Linux", Map.of(), HOME);

        assertThat(real.forPractice().data()).isNotEqualTo(real.data());
        assertThat(real.forPractice().data().startsWith(real.data())).isTrue();
    }

    @Test
    void takesFoldersThatAreThereFromEverybodyElse(@TempDir Path folder) throws IOException {
        Path given = Files.createDirectory(folder.resolve("given"));
        Files.setPosixFilePermissions(given, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path cache = Files.createDirectory(given.resolve("cache"));
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));
        Folders.below(given).make();

        for (Path made : List.of(given, cache)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made))).isEqualTo("rwx------");
        }
    }

    @Test
    void makingThemTwiceChangesNothing(@TempDir Path folder) throws IOException {
        Folders folders = Folders.below(folder.resolve("new"));
        folders.make();
        Path kept = Files.writeString(folders.data().resolve("history.db"), "journal");
        folders.make();

        assertThat(kept).hasContent("journal");
    }

    @Test
    void aFileWhereAFolderShouldBeIsAFailureNotAFolder(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(Folders.below(file)::make).isInstanceOf(IOException.class).hasMessageContaining("file");
        assertThatThrownBy(Folders.below(file.resolve("below"))::make).isInstanceOf(IOException.class);
    }

    @Test
    void macAndWindowsHavePlacesOfTheirOwn() {
        Folders mac = Folders.of("Mac OS X", Map.of("XDG_DATA_HOME", "/data"), HOME);
        assertThat(mac.data()).isEqualTo(Path.of("/home/ada/Library/Application Support/Signalbox"));
        assertThat(mac.cache()).isEqualTo(Path.of("/home/ada/Library/Caches/Signalbox"));
        assertThat(mac.settings()).isEqualTo(mac.data());

        Folders windows = Folders.of("Windows 11", Map.of("LOCALAPPDATA", "/local"), HOME);
        assertThat(windows.data()).isEqualTo(Path.of("/local/Signalbox"));
        assertThat(windows.cache()).isEqualTo(Path.of("/local/Signalbox/cache"));
        assertThat(Folders.of("Windows 11", Map.of(), HOME).data())
                .isEqualTo(Path.of("/home/ada/AppData/Local/Signalbox"));
    }

    @Test
    void theInstallerOfWindowsNeverTakesTheFolderOfTheData() throws IOException {
        String script = Files.readString(Path.of("packaging", "windows", "package.ps1"));
        Matcher named = Pattern.compile("'--install-dir', '([^']+)'").matcher(script);

        assertThat(named.find()).as("the folder is named").isTrue();
        assertThat(script).contains("'--win-per-user-install'").doesNotContain("--win-dir-chooser");
        Path program = Path.of("/local", named.group(1).split("\\\\", -1));
        Folders folders = Folders.of("Windows 11", Map.of("LOCALAPPDATA", "/local"), HOME);
        assertThat(List.of(folders.data(), folders.cache(), folders.settings())).allSatisfy(folder -> {
            assertThat(folder.startsWith(program)).as("%s goes with the program", folder).isFalse();
            assertThat(program.startsWith(folder)).as("the program lies in %s", folder).isFalse();
        });
    }

    @Test
    void allOfItLiesBelowTheFolderThatIsGiven() {
        Folders given = Folders.below(Path.of("/x"));

        assertThat(List.of(given.data(), given.cache(), given.settings()))
                .allSatisfy(each -> assertThat(each).startsWithRaw(Path.of("/x")));
        assertThat(List.of(given.forPractice().data(), given.forPractice().cache(), given.forPractice().settings()))
                .allSatisfy(each -> assertThat(each).endsWithRaw(Path.of("practice")));
    }

    @Test
    void makesFoldersForTheirOwnerAlone(@TempDir Path folder) throws IOException {
        Folders folders = Folders.below(folder.resolve("new"));
        folders.make();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folders.data()))).isEqualTo("rwx------");
    }
}
