package dev.signalbox.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What a release is made by, where nobody looks until there is one.
class ReleaseFilesTest {

    private static final Path WORKFLOW = Path.of(".github/workflows/release.yml");

    @TempDir
    Path folder;

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
        assertThat(run(command, versions.getFirst(), Path.of("").toAbsolutePath())).isZero();
        assertThat(versions.subList(1, versions.size())).allSatisfy(
                of -> assertThat(run(command, of, Path.of("").toAbsolutePath())).isNotZero());
    }

    @Test
    void packagesThatPeopleGetAreAsSmallAsThoseThatWereMeasured() throws IOException {
        String measured = "mvn -q -Pinstaller -Dinstaller.level=9 -Dinstaller.kinds=tar,deb,rpm verify";

        assertThat(command("Make the packages")).isEqualTo(measured);
        assertThat(Path.of("docs/install.md")).content().contains("`" + measured + "`");
        assertThat(Path.of("docs/performance.md")).content()
                .contains("| `installed.size.deb` with `installer.level` 9 |");
    }

    @Test
    @DisabledOnOs({OS.WINDOWS, OS.MAC})
    void aPackageThatIsLargerThanPromisedStopsARelease() throws Exception {
        String command = command("No package is larger than promised");
        Path out = Files.createDirectories(folder.resolve("target/installer/out"));
        for (String kind : List.of("deb", "rpm")) {
            Path made = out.resolve("signalbox." + kind);
            try (RandomAccessFile file = new RandomAccessFile(made.toFile(), "rw")) {
                file.setLength(59_999_999);
                assertThat(run(command, "0.2.0", folder)).isZero();
                file.setLength(60_000_000);
                assertThat(run(command, "0.2.0", folder)).as(kind).isNotZero();
            }
            Files.delete(made);
        }
    }

    /// What is changed after it was signed is refused by the system.
    @Test
    void linksAreRegisteredBeforeAnythingIsSealed() throws IOException {
        assertThat(Files.readString(Path.of("packaging/mac/package")))
                .containsSubsequence(
                        "-c 'Add :CFBundleURLTypes:0:CFBundleURLSchemes:0 string signalbox' \"$plist\"",
                        "sign \"$image\"",
                        "codesign --force --deep --sign - \"$image\"", "hdiutil create")
                .doesNotContainPattern("codesign[\\s\\S]*CFBundleURLTypes");
        assertThat(Files.readString(Path.of("packaging/windows/package.ps1")))
                .containsSubsequence("'--type', 'msi'", "'links.js'", "Add-Signature $named");
        assertThat(Path.of("packaging/windows/links.js")).content()
                .as("behind two dashes nothing that a page wrote is an option")
                .contains("'\\\\shell\\\\open\\\\command'", "'\"' + path + '\" -- \"%1\"'");
    }

    /// It is looked for by its kind, since jpackage names it.
    @Test
    void anInstallerOfAnEarlierRunIsNotTakenForTheNewOne() throws IOException {
        assertThat(Files.readString(Path.of("packaging/windows/package.ps1")))
                .containsSubsequence(
                        "Remove-Item -Force \"$out\\*.msi\"", "Invoke-Checked $jpackage @('--type', 'msi'",
                        "Get-ChildItem \"$out\\*.msi\"");
    }

    /// The line that a step of that name runs.
    private static String command(String step) throws IOException {
        return Files.readAllLines(WORKFLOW).stream()
                .dropWhile(line -> !line.strip().equals("- name: " + step))
                .filter(line -> line.strip().startsWith("run: "))
                .findFirst().orElseThrow().strip().substring("run: ".length());
    }

    private static int run(String command, String version, Path in) throws IOException, InterruptedException {
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", command);
        bash.directory(in.toFile());
        bash.environment().put("TAG", "v" + version);
        return bash.inheritIO().start().waitFor();
    }
}
