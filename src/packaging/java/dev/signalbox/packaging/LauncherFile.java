package dev.signalbox.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What jpackage's launcher reads: the very class path and flags of the installed program, in their order. The cache of classes
/// fits only these.
record LauncherFile(List<String> classPath, List<String> options) {

    private static final String FOLDER = "$APPDIR";

    /// @param jars the folder that the launcher calls `$APPDIR`
    static LauncherFile read(Path jars) throws IOException {
        List<Path> files = Tree.list(jars, ".cfg");
        if (files.size() != 1) {
            throw new IOException("One launcher file is expected in " + jars + ", not " + files.size());
        }
        List<String> lines = Files.readAllLines(files.getFirst());
        return new LauncherFile(values(lines, "app.classpath=", jars), values(lines, "java-options=", jars));
    }

    private static List<String> values(List<String> lines, String key, Path jars) {
        // The launcher takes both slashes on Windows; the class path that it hands over is compared as text.
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).strip().replace(FOLDER, jars.toString()))
                .toList();
    }
}
