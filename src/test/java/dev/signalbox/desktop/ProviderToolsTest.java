package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.signalbox.domain.Connection.Kind;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.setup.Host;
import dev.signalbox.domain.setup.TokenProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class ProviderToolsTest {

    @TempDir
    private Path folder = Path.of("");

    private ProviderTools tools() {
        return new ProviderTools(new SecretProgram(
                Map.of("PATH", folder + ":/usr/bin:/bin"), Thread.ofVirtual().factory(), Duration.ofSeconds(50)));
    }

    private void program(String name, String script) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB, https://github.com, gh auth token --hostname github.com",
        "GITHUB, https://api.github.com, gh auth token --hostname github.com",
        "GITHUB, https://api.acme.ghe.com, gh auth token --hostname acme.ghe.com",
        "GITHUB, https://GitHub.Example.com/api/v3, gh auth token --hostname github.example.com",
        "GITLAB, https://gitlab.com, glab config get token --host gitlab.com",
        "GITLAB, https://git.example.com/gitlab, glab config get token --host git.example.com"
    })
    void saysExactlyWhatWouldBeRun(Kind kind, String url, String line) {
        TokenProgram program = tools().of(new Host(kind, url)).orElseThrow();

        assertThat(String.join(" ", program.line())).isEqualTo(line);
        assertThat(program.name()).isEqualTo(line.split(" ", -1)[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "github.com", "https://--upload=x/", "https://a b/", "https://[::1]/", "file:///etc"})
    void namesNothingForWhatIsNoAddress(String url) {
        assertThat(tools().of(new Host(Kind.GITHUB, url))).isEmpty();
    }

    @Test
    void clustersHaveNoSuchTool() {
        assertThat(tools().of(new Host(Kind.KUBERNETES, "https://cluster.example.com"))).isEmpty();
    }

    @Test
    void looksWhetherItIsThereWithoutRunningIt() throws Exception {
        Host host = new Host(Kind.GITLAB, "https://gitlab.com");
        assertThat(tools().of(host).orElseThrow().installed()).isFalse();

        program("glab", "touch " + folder.resolve("ran"));

        assertThat(tools().of(host).orElseThrow().installed()).isTrue();
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void takesTheTokenThatItPrints() throws Exception {
        program("gh", "[ \"$*\" = 'auth token --hostname github.com' ] && echo 'gho_canary '");

        HiddenText token = tools().ask(tools().of(new Host(Kind.GITHUB, "https://github.com")).orElseThrow());

        assertThat(token.reveal()).isEqualTo("gho_canary");
        assertThat(token.toString()).doesNotContain("canary");
    }

    @Test
    void nothingOfWhatItPrintsIsShownWhenItFails() throws Exception {
        program("gh", "echo gho_canary; echo gho_canary >&2; exit 4");
        TokenProgram gh = tools().of(new Host(Kind.GITHUB, "https://github.com")).orElseThrow();

        assertThatIOException().isThrownBy(() -> tools().ask(gh)).withMessageContaining("code 4")
                .withMessageNotContaining("canary");
    }

    @Test
    void aBlankLineIsNoToken() throws Exception {
        program("glab", "echo '  '");
        TokenProgram glab = tools().of(new Host(Kind.GITLAB, "https://gitlab.com")).orElseThrow();

        assertThatIOException().isThrownBy(() -> tools().ask(glab)).withMessageContaining("has no token");
    }
}
