package dev.signalbox.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the JVM is told wherever Signalbox runs: by the run command, in the tests and benches, and installed.
class JvmOptionsTest {

    private static List<String> options() throws IOException {
        return Files.readAllLines(Path.of("packaging", "common", "jvm.options")).stream()
                .filter(line -> line.startsWith("-"))
                .toList();
    }

    /// With the first compiler alone a busy board costs several times the processor time.
    @Test
    void bothCompilersRun() throws IOException {
        assertThat(options()).isNotEmpty()
                .noneMatch(
                        option -> option.startsWith("-XX:TieredStopAtLevel") || option.equals("-XX:-TieredCompilation")
                                || option.equals("-Xint"));
    }

    /// Without limits the serial collector keeps hundreds of megabytes that nobody uses.
    @Test
    void theHeapIsBounded() throws IOException {
        assertThat(options()).contains("-XX:+UseSerialGC").anyMatch(option -> option.startsWith("-Xmx"))
                .anyMatch(option -> option.startsWith("-Xms"));
    }
}
