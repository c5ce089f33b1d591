package dev.signalbox.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Some jars bring native libraries for twenty systems, which no package can compress. An installed program keeps its own.
///
/// @param name what the jar's name begins with
/// @param kept the folder in the jar whose libraries stay
record NativeJar(String name, String kept) {

    private static final Pattern LIBRARY = Pattern.compile(".*\\.(so|dll|dylib|jnilib|a)");

    /// Those that the program uses.
    ///
    /// @param architecture as Java names it
    static List<NativeJar> all(Platform platform, String architecture) {
        String machine = architecture.equals("amd64") ? "x86_64" : architecture;
        return List.of(
                new NativeJar("sqlite-jdbc-", "org/sqlite/native/" + switch (platform) {
                    case LINUX -> "Linux/";
                    case MAC -> "Mac/";
                    case WINDOWS -> "Windows/";
                } + machine + "/"),
                new NativeJar("jna-5", "com/sun/jna/" + switch (platform) {
                    case LINUX -> "linux-";
                    case MAC -> "darwin-";
                    case WINDOWS -> "win32-";
                } + machine.replace('_', '-') + "/"));
    }

    boolean is(Path jar) {
        return jar.getFileName().toString().startsWith(name);
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
        return entry.startsWith(kept) || !LIBRARY.matcher(entry).matches();
    }
}
