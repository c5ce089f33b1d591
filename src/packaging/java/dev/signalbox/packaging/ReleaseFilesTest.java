package dev.signalbox.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What a release is made by, where nobody looks until there is one.
class ReleaseFilesTest {

    private static final Path WORKFLOW = Path.of(".github/workflows/release.yml");

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aTagIsHeldAgainstTheVersionOfTheProjectItself() throws Exception {
        String command = command("The tag says the version of pom.xml");
        List<String> versions = Files.readAllLines(Path.of("pom.xml")).stream()
                .map(String::strip)
                .filter(line -> line.matches("<version>[^$]+</version>"))
                .map(line -> line.replaceAll("</?version>", ""))
                .distinct()
                .toList();

        assertThat(versions).hasSizeGreaterThan(1);
        assertThat(run(command, versions.getFirst())).isZero();
        assertThat(versions.subList(1, versions.size())).allSatisfy(of -> assertThat(run(command, of)).isNotZero());
    }

    /// The line that a step of that name runs.
    private static String command(String step) throws IOException {
        return Files.readAllLines(WORKFLOW).stream()
                .dropWhile(line -> !line.strip().equals("- name: " + step))
                .filter(line -> line.strip().startsWith("run: "))
                .findFirst().orElseThrow().strip().substring("run: ".length());
    }

    private static int run(String command, String version) throws IOException, InterruptedException {
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", command);
        bash.environment().put("TAG", "v" + version);
        return bash.inheritIO().start().waitFor();
    }
}
