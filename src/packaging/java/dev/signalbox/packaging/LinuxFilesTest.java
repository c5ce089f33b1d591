package dev.signalbox.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxFilesTest {

    private static final Path TEMPLATES = Path.of("packaging/linux");
    private static final Path SVG = Path.of("icons/signalbox.svg");
    private static final Instant TIME = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void laysEveryFileWhereTheSystemLooksForIt() throws IOException {
        Path root = lay(false);

        assertThat(root.resolve("opt/signalbox/bin/signalbox")).hasContent("launcher").isExecutable();
        assertThat(Files.readSymbolicLink(root.resolve("usr/bin/signalbox")))
                .isEqualTo(Path.of("../../opt/signalbox/bin/signalbox"));
        assertThat(root.resolve("usr/bin/signalbox")).exists();
        assertThat(root.resolve("usr/share/icons/hicolor/48x48/apps/signalbox.png")).isNotEmptyFile();
        assertThat(root.resolve("usr/share/icons/hicolor/scalable/apps/signalbox.svg")).hasSameBinaryContentAs(SVG);
        assertThat(root.resolve("usr/share/doc/signalbox/copyright")).content().contains("Apache License",
                "others' works");
    }

    @Test
    void offersLinksOnlyWhenTheProgramUnderstandsThem() throws IOException {
        Template template = Template.read(TEMPLATES.resolve("signalbox.desktop"));

        assertThat(LinuxFiles.desktopEntry(template, false)).doesNotContain("MimeType", "%u")
                .endsWith("StartupNotify=true\n");
        assertThat(LinuxFiles.desktopEntry(template, true))
                .contains("Exec=/opt/signalbox/bin/signalbox %u\n")
                .endsWith("MimeType=x-scheme-handler/signalbox;\n");
    }

    @Test
    void everybodyMayReadAndNobodyElseMayWrite() throws IOException {
        Path root = lay(false);

        for (Path file : Tree.walk(root)) {
            String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            assertThat(permissions).as(file.toString()).isIn("rwxr-xr-x", "rw-r--r--", "rwxrwxrwx");
            assertThat(Files.isSymbolicLink(file) || !permissions.equals("rwxrwxrwx")).isTrue();
        }
    }

    @Test
    void sumsNameEveryFileAndNoLink() throws IOException {
        String sums = DebPackage.sums(lay(false));

        assertThat(sums).contains("  opt/signalbox/bin/signalbox\n", "  usr/share/applications/signalbox.desktop\n")
                .doesNotContain("usr/bin/signalbox");
        assertThat(sums.lines()).allMatch(line -> line.matches("[0-9a-f]{32}  \\S+"));
    }

    @Test
    void everythingGetsTheTimeOfTheBuild() throws IOException {
        Path root = lay(false);

        Tree.setTimes(root, TIME);

        for (Path file : Tree.walk(root)) {
            assertThat(Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant()).isEqualTo(TIME);
        }
    }

    @Test
    void theRpmNeedsLibrariesAndNoPackagesWhoseNamesDiffer() throws IOException {
        assertThat(Files.readAllLines(TEMPLATES.resolve("signalbox.spec")))
                .filteredOn(line -> line.startsWith("Requires: "))
                .flatExtracting(line -> List.of(line.replace("Requires: ", "").split(", ")))
                .containsExactlyInAnyOrder(
                        "libgtk-3.so.0()(64bit)", "libXtst.so.6()(64bit)", "libGL.so.1()(64bit)",
                        "libfreetype.so.6()(64bit)", "libfontconfig.so.1()(64bit)");
    }

    @Test
    void aPlaceWithoutAValueIsNotShipped() {
        assertThatThrownBy(() -> new Template("Version: @version@").fill(Map.of())).hasMessageContaining("@version@");
        assertThat(new Template("a@b.c: @version@").fill(Map.of("version", "$1"))).isEqualTo("a@b.c: $1");
    }

    @Test
    void deletesATreeWithoutFollowingItsLinks() throws IOException {
        Path kept = Files.writeString(Files.createDirectory(folder.resolve("kept")).resolve("file"), "kept");
        Path gone = Files.createDirectory(folder.resolve("gone"));
        Files.createSymbolicLink(gone.resolve("link"), kept.getParent());

        Tree.delete(gone);

        assertThat(gone).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void shaSumsAreAsTheirToolReadsThem() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("a.deb"), "abc");
        Files.writeString(out.resolve("SHA256SUMS"), "old");

        assertThat(Packages.sums(out))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.deb\n");
    }

    private Path lay(boolean links) throws IOException {
        Path image = Files.createDirectories(folder.resolve("image"));
        Path bin = Files.createDirectories(image.resolve("bin"));
        Path launcher = Files.writeString(bin.resolve("signalbox"), "launcher");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        return LinuxFiles.lay(folder.resolve("root"), image, TEMPLATES, SVG, "others' works", links).root();
    }
}
