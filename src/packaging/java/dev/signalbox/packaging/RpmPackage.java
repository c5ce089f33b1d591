package dev.signalbox.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The package for Fedora, RHEL, openSUSE and their kin, built by `rpmbuild`.
record RpmPackage(Programs programs, Template spec, Instant time, int level) {

    /// @param scratch where rpmbuild works
    void build(LinuxFiles files, String version, Path scratch, Path rpm) throws IOException, InterruptedException {
        Tree.setTimes(files.root(), time);
        Files.createDirectories(scratch);
        Path filled = Files.writeString(scratch.resolve("signalbox.spec"),
                spec.fill(Map.of("version", version, "files", files.root().toAbsolutePath().toString())));
        programs.run(List.of(
                "rpmbuild", "-bb",
                "--define", "_topdir " + scratch.toAbsolutePath(),
                "--define", "_binary_payload w" + level + ".xzdio",
                "--define", "use_source_date_epoch_as_buildtime 1",
                "--define", "_buildhost signalbox",
                filled.toString()),
                Map.of("SOURCE_DATE_EPOCH", Long.toString(time.getEpochSecond())));
        List<Path> made =
                Tree.walk(scratch.resolve("RPMS")).stream().filter(f -> f.toString().endsWith(".rpm")).toList();
        if (made.size() != 1) {
            throw new IOException("rpmbuild was to make one package and made " + made.size());
        }
        Files.move(made.getFirst(), rpm, StandardCopyOption.REPLACE_EXISTING);
    }
}
