package dev.signalbox.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({"Linux, LINUX", "Mac OS X, MAC", "Windows 11, WINDOWS", "FreeBSD, LINUX"})
    void isKnownByTheNameThatJavaTells(String name, Platform platform) {
        assertThat(Platform.of(name)).isEqualTo(platform);
    }

    @ParameterizedTest
    @CsvSource({
        "LINUX, 0.1.0-SNAPSHOT, 0.1.0", "WINDOWS, 0.1.0, 0.1.0", "MAC, 0.1.0, 1.1.0", "MAC, 2.3.4, 2.3.4",
        "MAC, 10.0.1, 10.0.1"
    })
    void versionsAreNumbersThatTheSystemTakes(Platform platform, String project, String expected) {
        assertThat(platform.version(project)).isEqualTo(expected);
    }

    @Test
    void refusesAVersionThatNoInstallerTakes() {
        assertThatThrownBy(() -> Platform.LINUX.version("next")).hasMessageContaining("next");
    }

    @Test
    void knowsWhereAnImageKeepsItsLauncher() {
        Path parent = Path.of("made");

        assertThat(Platform.LINUX.launcher(Platform.LINUX.image(parent)))
                .isEqualTo(Path.of("made/signalbox/bin/signalbox"));
        assertThat(Platform.MAC.launcher(Platform.MAC.image(parent)))
                .isEqualTo(Path.of("made/Signalbox.app/Contents/MacOS/Signalbox"));
        assertThat(Platform.WINDOWS.launcher(Platform.WINDOWS.image(parent)))
                .isEqualTo(Path.of("made/Signalbox/Signalbox.exe"));
    }
}
