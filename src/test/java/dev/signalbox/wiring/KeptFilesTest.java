package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeptFilesTest {

    static List<String> files() {
        return Belongings.FILES;
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatIsKeptOnThisMachineIsToldToWhoeverAsksHowSafeItIs(String file) throws IOException {
        assertThat(Files.readString(Path.of("SECURITY.md"))).contains("`" + file);
    }
}
