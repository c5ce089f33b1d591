package dev.signalbox.practice.gitlab.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputsTest {

    @Test
    void whatIsNotGivenHasItsDefault() {
        assertThat(Inputs.check(Map.of())).isEqualTo(Map.of("version", "", "environment", "development"));
        assertThat(Inputs.check(Map.of("version", "v1"))).isEqualTo(
                Map.of("version", "v1", "environment", "development"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "staging", "production"})
    void theOptionsAreTheEnvironments(String environment) {
        assertThat(Inputs.check(Map.of("environment", environment))).containsEntry("environment", environment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Production", "moon", "production "})
    void anythingElseIsNoOption(String environment) {
        assertThatThrownBy(() -> Inputs.check(Map.of("environment", environment)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.status()).isEqualTo(400))
                .hasMessageContaining("`" + environment + "`");
    }

    @Test
    void unknownInputsAreNamedInOrder() {
        assertThatThrownBy(() -> Inputs.check(Map.of("b", "1", "a", "2", "version", "3")))
                .isInstanceOf(Refused.class)
                .hasMessageEndingWith("configuration file: a, b");
    }

    @Test
    void aValueHasAnEnd() {
        assertThat(Inputs.check(Map.of("version", "9".repeat(1024)))).hasSize(2);
        assertThatThrownBy(() -> Inputs.check(Map.of("version", "9".repeat(1025)))).hasMessageContaining("too long");
    }

    @Test
    void theFileDeclaresWhatIsChecked() {
        String header = Files.text(".gitlab-ci.yml").orElseThrow().split("\n---\n", 2)[0];

        assertThat(header.lines().filter(line -> line.matches("    \\w+:")).map(String::strip))
                .containsExactly("version:", "environment:");
        assertThat(header).contains("options: [" + String.join(", ", PipelinePlan.ENVIRONMENTS) + "]",
                "default: development");
    }
}
