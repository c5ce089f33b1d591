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

    /// The second one takes the processor from the first window when it begins as early as usual.
    @Test
    void theSecondCompilerWaitsForWhatIsReallyBusy() throws IOException {
        assertThat(options()).anyMatch(option -> option.startsWith("-XX:Tier4InvocationThreshold="))
                .anyMatch(option -> option.startsWith("-XX:Tier4BackEdgeThreshold="));
    }

    /// With one thread for it, collecting everything stops a full board for a quarter of a second.
    @Test
    void garbageIsCollectedByAllCores() throws IOException {
        assertThat(options()).contains("-XX:+UseParallelGC").noneMatch(option -> option.contains("SerialGC"));
    }

    /// Without limits a collector keeps hundreds of megabytes that nobody uses.
    @Test
    void theHeapIsBounded() throws IOException {
        assertThat(options()).anyMatch(option -> option.startsWith("-Xmx"))
                .anyMatch(option -> option.startsWith("-Xms"));
    }

    /// With a hundredth of the time for it, the collector lets the heap of a start grow to four times what lives.
    @Test
    void aStartTakesLittleMemory() throws IOException {
        assertThat(options()).contains("-XX:GCTimeRatio=19", "-XX:ArchiveRelocationMode=0");
        assertThat(options().indexOf("-XX:+UnlockDiagnosticVMOptions"))
                .as("or no JVM starts")
                .isNotNegative()
                .isLessThan(options().indexOf("-XX:ArchiveRelocationMode=0"));
    }

    /// A board that changes all the time is no quicker with more, and what it fills stays resident.
    @Test
    void newObjectsGetLittleRoom() throws IOException {
        assertThat(options()).contains("-XX:MaxNewSize=28m");
    }

    /// Otherwise a collection while nobody uses the console leaves the heap as large as the start made it.
    @Test
    void whatACollectionFreesGoesBackToTheSystem() throws IOException {
        assertThat(options()).contains(
                "-XX:MinHeapFreeRatio=0", "-XX:MaxHeapFreeRatio=10", "-XX:+UseAdaptiveSizePolicyWithSystemGC");
    }
}
