package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
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
    void makesFoldersForTheirOwnerAlone(@TempDir Path folder) throws IOException {
        Folders folders = Folders.below(folder.resolve("new"));
        folders.make();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folders.data()))).isEqualTo("rwx------");
    }
}
