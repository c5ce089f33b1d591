package dev.signalbox.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A jar of the almost empty window that the console's start is measured against, and of nothing else.
final class EmptyJar {

    private static final String FOLDER = "dev/signalbox/bench";

    private EmptyJar() {}

    /// @param classes where the benches were compiled to
    /// @param folder made new, holds nothing but the jar
    static Path write(Path classes, Path folder, Instant time) throws IOException {
        List<Path> window = Tree.list(classes.resolve(FOLDER), ".class").stream()
                .filter(file -> file.getFileName().toString().matches("EmptyWindow(\\$.*)?\\.class"))
                .toList();
        if (window.isEmpty()) {
            throw new IOException("The empty window was not compiled to " + classes.resolve(FOLDER));
        }
        Tree.delete(folder);
        Path jar = Files.createDirectories(folder).resolve("empty.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Path file : window) {
                ZipEntry entry = new ZipEntry(FOLDER + "/" + file.getFileName());
                entry.setTime(time.toEpochMilli());
                zip.putNextEntry(entry);
                zip.write(Files.readAllBytes(file));
                zip.closeEntry();
            }
        }
        return jar;
    }
}
