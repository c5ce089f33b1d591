package dev.signalbox.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Makes of the image what people get, and writes the sums.
///
/// @param folder `packaging`
/// @param level how hard packages are compressed
/// @param out where the finished files go
record Packages(
        Programs programs,
        Platform platform,
        Path folder,
        Path svg,
        String version,
        Instant time,
        int level,
        Path out) {

    /// @param kinds see [Installers]
    /// @param links whether the program knows what to do with a `signalbox://` link
    /// @param target the folder of the build
    void make(List<String> kinds, AppImage image, String thirdParty, boolean links, Path target)
            throws IOException, InterruptedException {
        String machine = System.getProperty("os.arch");
        String numbers = platform.version(version);
        String name = "signalbox-" + numbers + "-" + platform.name().toLowerCase(java.util.Locale.ROOT) + "-"
                + DebPackage.architectureOf(machine);
        Path templates = folder.resolve("linux");
        if (kinds.contains("tar")) {
            tar(image, out.resolve(name + ".tar.xz"));
        }
        if (kinds.contains("deb") || kinds.contains("rpm")) {
            LinuxFiles files = LinuxFiles.lay(
                    target.resolve("linux"), image.folder(), templates, svg, thirdParty, links);
            if (kinds.contains("deb")) {
                new DebPackage(programs, Template.read(templates.resolve("control")), time, level)
                        .build(files, numbers, machine, out.resolve(name + ".deb"));
            }
            if (kinds.contains("rpm")) {
                new RpmPackage(programs, Template.read(templates.resolve("signalbox.spec")), time, level)
                        .build(files, numbers, target.resolve("rpm"), out.resolve(name + ".rpm"));
            }
        }
        if (!kinds.equals(List.of("image"))) {
            Files.copy(target.resolveSibling("bom.json"), out.resolve("signalbox-" + numbers + ".cdx.json"));
            Files.writeString(out.resolve("SHA256SUMS"), sums(out));
        }
    }

    /// With gzip it would be larger than promised.
    private void tar(AppImage image, Path file) throws IOException, InterruptedException {
        programs.run(List.of(
                "tar", "--sort=name", "--owner=0", "--group=0", "--numeric-owner",
                "--use-compress-program=xz -T0 -" + level,
                "-cf", file.toString(), "-C", image.folder().resolveSibling("").toString(),
                image.folder().getFileName().toString()));
    }

    /// One line per file, as `sha256sum -c` reads it.
    static String sums(Path out) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : Tree.list(out, "")) {
            if (Files.isRegularFile(file) && !file.endsWith("SHA256SUMS")) {
                lines.add(DebPackage.digest("SHA-256", file) + "  " + file.getFileName());
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
