package dev.signalbox.wiring.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where an account's token comes from, as written.
class TokenFieldsTest {

    private static ConsoleConfigFile read(String fields) {
        return ConsoleConfigFile.read(
                "version: 1\ngithub:\n  - {" + fields + "}\n", Path.of("/etc/console.yaml"), Path.of("/home/ada"));
    }

    private static TokenSource source(String fields) {
        ConsoleConfigFile file = read(fields);
        assertThat(file.problems()).isEmpty();
        return file.config().accounts().getFirst().token();
    }

    @Test
    void everyPlaceHasItsWord() {
        assertThat(source("token-env: WORK_TOKEN")).isEqualTo(new TokenSource.Variable("WORK_TOKEN"));
        assertThat(source("token: vault")).isEqualTo(new TokenSource.Vault());
        assertThat(source("token: ask")).isEqualTo(new TokenSource.Asked());
        assertThat(source("token-command: [pass, show, work]"))
                .isEqualTo(new TokenSource.Program(List.of("pass", "show", "work")));
        assertThat(source("token-command: keeper")).isEqualTo(new TokenSource.Program(List.of("keeper")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghp_canary", "Vault canary", "\"\"", "[vault, canary]", "{canary: x}"})
    void aTokenItselfIsRefusedWithoutBeingRepeated(String token) {
        ConsoleConfigFile file = read("token: " + token);
        assertThat(file.config().accounts()).isEmpty();
        assertThat(file.problems()).singleElement().asString()
                .contains("line 3").contains("must not be in this file").contains("token-env: GITHUB_TOKEN")
                .contains("token: vault").doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "token: vault, token-env: A", "token: ask, token-command: [a]", "token-env: A, token-command: [a]"
    })
    void twoPlacesAreOneTooMany(String fields) {
        ConsoleConfigFile file = read(fields);
        assertThat(file.config().accounts()).isEmpty();
        assertThat(file.problems()).singleElement().asString().contains("keep one");
    }

    @Test
    void noPlaceIsTold() {
        assertThat(read("name: work").problems()).singleElement().asString().contains("token-env: GITHUB_TOKEN");
        assertThat(read("token-command: []").problems()).singleElement().asString().contains("is empty");
    }
}
