package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The programs of these tests are shell scripts that are named as programs; no shell is asked to find them.
@Timeout(30)
@DisabledOnOs(OS.WINDOWS)
class SecretProgramTest {

    @TempDir
    private Path folder = Path.of("");

    private SecretProgram runner(Duration deadline) {
        return new SecretProgram(
                Map.of("PATH", folder + ":/usr/bin:/bin", "VISIBLE", "yes"), Thread.ofVirtual().factory(), deadline);
    }

    private char[] run(String... line) throws Exception {
        return runner(Duration.ofSeconds(20)).run(List.of(line));
    }

    private String program(String name, String script) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }

    @Test
    void theFirstLineIsTheSecret() throws Exception {
        program("keeper", "printf 'ghp_canary\\r\\nuser: ada\\n'");
        assertThat(new String(run("keeper"))).isEqualTo("ghp_canary");
        assertThat(new String(run(folder.resolve("keeper").toString()))).isEqualTo("ghp_canary");
    }

    @Test
    void noShellReadsTheArguments() throws Exception {
        program("echoes", "printf '%s|' \"$@\"");
        String line = "$(touch " + folder.resolve("touched") + ")";
        assertThat(new String(run("echoes", line, "; id", "a b"))).isEqualTo(line + "|; id|a b|");
        assertThat(folder.resolve("touched")).doesNotExist();
    }

    @Test
    void itGetsTheGivenEnvironmentAndNothingOnItsInput() throws Exception {
        program("shows", "read line; printf '%s %s %s' \"$VISIBLE\" \"${HOME:-none}\" \"${line:-nothing}\"");
        assertThat(new String(run("shows"))).isEqualTo("yes none nothing");
    }

    @Test
    void aProgramThatHangsIsKilledWithItsChildren() throws Exception {
        program("hangs", "sleep 600 & echo ghp_canary; wait");
        SecretProgram runner = runner(Duration.ofMillis(300));
        assertThatIOException().isThrownBy(() -> runner.run(List.of("hangs")))
                .withMessageContaining("did not finish").withMessageNotContaining("canary");
    }

    @Test
    void whatItPrintsIsNeverRepeated() throws Exception {
        program("fails", "echo ghp_canary; echo ghp_canary >&2; exit 3");
        assertThatIOException().isThrownBy(() -> run("fails"))
                .withMessageContaining("ended with code 3").withMessageNotContaining("canary");
        program("floods", "while :; do echo ghp_canary_ghp_canary_ghp_canary; done");
        assertThatIOException().isThrownBy(() -> run("floods"))
                .withMessageContaining("64 kB").withMessageNotContaining("canary");
    }

    @Test
    void noSecretIsTold() throws Exception {
        program("silent", "echo; echo ghp_canary");
        assertThatIOException().isThrownBy(() -> run("silent")).withMessageContaining("printed no secret");
    }

    @Test
    void onlyProgramsOnThePathOrByTheirWholePathAreFound() throws Exception {
        Files.writeString(folder.resolve("text"), "no program");
        for (String name : new String[] {"nowhere", "text", "./keeper", "../keeper", "a\0b", ""}) {
            assertThatIOException().as(name).isThrownBy(() -> run(name)).withMessageContaining("was not found");
        }
    }
}
