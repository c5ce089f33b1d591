package dev.signalbox.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Other programs: what they print is kept, and what they say last is told when they fail.
class ProgramsTest {

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    Path folder;

    @Test
    void whatAProgramPrintsIsGivenBackAndKept() throws Exception {
        String printed = programs().run(List.of(JAVA, "--version"));

        assertThat(printed).isNotBlank();
        try (Stream<Path> logs = Files.list(folder.resolve("logs"))) {
            assertThat(logs).singleElement().satisfies(log -> assertThat(log).hasContent(printed));
        }
    }

    @Test
    void aProgramThatFailsIsToldWithWhatItSaidLast() {
        assertThatIOException().isThrownBy(() -> programs().run(List.of(JAVA, "-XX:+NoSuchFlag", "Main")))
                .withMessageContaining("ended with 1").withMessageContaining("NoSuchFlag");
    }

    @Test
    void aLongCommandIsNotRepeatedWhole() {
        assertThatIOException().isThrownBy(
                () -> programs().run(List.of(JAVA, "-Xmx32m", "-cp", "nowhere", "Nothing", "passphrase")))
                .withMessageContaining("-cp").withMessageNotContaining("passphrase");
    }

    @Test
    void theEnvironmentThatIsGivenIsUsed() throws Exception {
        assertThat(programs().run(List.of(JAVA, "--version"), Map.of("JDK_JAVA_OPTIONS", "-Dcanary=1")))
                .contains("canary");
    }

    @Test
    void aProgramThatIsNotThereIsAProblem() {
        assertThatIOException().isThrownBy(() -> programs().run(List.of(folder.resolve("nothing").toString())));
    }

    @Test
    void toolsOfTheJdkRunInThisProcess() throws IOException {
        programs().tool("jar", List.of("--version"));

        assertThatIOException().isThrownBy(() -> programs().tool("jar", List.of("--nonsense")))
                .withMessageStartingWith("jar ended with ").withMessageContaining("nonsense");
        assertThatIOException().isThrownBy(() -> programs().tool("no-such-tool", List.of()))
                .withMessage("This JDK has no no-such-tool");
    }

    @Test
    void theFirstOnThePathIsFoundAndOnlyIfItMayRun() throws IOException {
        Path first = program("first/tool", true);
        Path second = program("second/tool", true);
        program("third/tool", false);
        String path = String.join(File.pathSeparator, "", folder.resolve("nowhere").toString(),
                folder.resolve("second").toString(), folder.resolve("first").toString());

        assertThat(Programs.find("tool", path)).contains(second);
        assertThat(Programs.find("tool", folder.resolve("third").toString())).isEmpty();
        assertThat(Programs.find("tool", "")).isEmpty();
        assertThat(Programs.find("other", path)).isEmpty();
    }

    private Path program(String name, boolean runs) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n");
        assertThat(file.toFile().setExecutable(runs)).isTrue();
        return file;
    }

    private Programs programs() {
        return new Programs(folder.resolve("logs"));
    }

    @Test
    void aProgramThatLastsIsEndedWhenSomethingIsReached() {
        assertThatCode(() -> programs().runUntil(() -> true, List.of(JAVA, "-version"), Map.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void oneThatEndsBeforeIsAnErrorWithWhatItSaid() {
        assertThatIOException()
                .isThrownBy(() -> programs().runUntil(() -> false, List.of(JAVA, "-XX:+NoSuchFlag"), Map.of()))
                .withMessageContaining("ended early").withMessageContaining("NoSuchFlag");
    }
}
