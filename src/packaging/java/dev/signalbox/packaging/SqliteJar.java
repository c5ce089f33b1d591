package dev.signalbox.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// SQLite's jar brings its library for twenty systems, which no package can compress. An installed program keeps its own.
///
/// @param kept the folder in the jar that stays, of all that hold libraries
record SqliteJar(String kept) {

    private static final String LIBRARIES = "org/sqlite/native/";

    /// @param architecture as Java names it
    static SqliteJar of(Platform platform, String architecture) {
        String system = switch (platform) {
            case LINUX -> "Linux/";
            case MAC -> "Mac/";
            case WINDOWS -> "Windows/";
        };
        return new SqliteJar(LIBRARIES + system + (architecture.equals("amd64") ? "x86_64" : architecture) + "/");
    }

    /// @throws IOException when the jar has no library for this system, which would be found out at the first start
    void trim(Path jar) throws IOException {
        Path trimmed = jar.resolveSibling(jar.getFileName() + ".trimmed");
        boolean found = false;
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(trimmed))) {
            for (ZipEntry entry : from.stream().filter(e -> stays(e.getName())).toList()) {
                found |= entry.getName().startsWith(kept) && !entry.isDirectory();
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTime(entry.getTime());
                to.putNextEntry(copy);
                try (InputStream content = from.getInputStream(entry)) {
                    content.transferTo(to);
                }
                to.closeEntry();
            }
        }
        if (!found) {
            Files.delete(trimmed);
            throw new IOException(jar + " holds no library in " + kept);
        }
        Files.move(trimmed, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private boolean stays(String entry) {
        return !entry.startsWith(LIBRARIES) || entry.startsWith(kept);
    }
}
