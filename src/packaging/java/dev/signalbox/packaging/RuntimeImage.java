package dev.signalbox.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The Java runtime that is installed with the program: the JDK's modules that are needed, and JavaFX.
///
/// @param javafx the folder with JavaFX's jars
/// @param folder where the runtime is made
/// @param path where programs are looked for
record RuntimeImage(Programs programs, Platform platform, Modules modules, Path javafx, Path folder, String path) {

    /// What the JDK and JavaFX say in other languages. The console speaks English; without these its menus and messages do too,
    /// wherever it runs. Names of months and the like are elsewhere.
    private static final Pattern TRANSLATION = Pattern.compile(
            "/.*_(ca|cs|de|es|fr|it|ja|ko|nl|pt|pt_BR|sk|sv|tr|zh|zh_CN|zh_HK|zh_TW)\\.(class|properties)");

    /// The classes of the JDK are not archived here: the program's own cache holds all that it loads.
    void make() throws IOException, InterruptedException {
        programs.tool("jlink", List.of(
                "--module-path", javafx.toString(),
                "--add-modules", String.join(",", modules.declared()),
                "--no-header-files", "--no-man-pages", "--strip-debug",
                // A package is compressed as a whole, and better than piece by piece.
                "--compress", "zip-0",
                "--exclude-resources", excluded(modules),
                "--output", folder.toString()));
        unpackLibraries();
        leaveOut(platform.libraries(folder), modules.libraries());
        strip();
    }

    /// Takes native libraries away that nobody reaches. Another JDK may not have one of them: it uses the system's.
    static void leaveOut(Path libraries, Set<String> names) throws IOException {
        for (String name : names) {
            if (!isLibrary(name)) {
                throw new IOException("Not the name of a native library: " + name);
            }
            Files.deleteIfExists(libraries.resolve(name));
        }
    }

    /// Libraries are unpacked below; what nobody reaches of the JDK stays outside.
    static String excluded(Modules modules) throws IOException {
        List<String> patterns = new ArrayList<>(List.of("**.so", "**.dll", "**.dylib", "regex:" + TRANSLATION));
        for (String left : modules.leftOut()) {
            patterns.add(LeftOut.of(left).pattern());
        }
        return String.join(",", patterns);
    }

    /// @param file its place in the JDK: `/module/package/Name_de.class`
    static boolean isTranslation(String file) {
        return TRANSLATION.matcher(file).matches();
    }

    /// Takes symbols from the JVM that only a debugger needs, where the tool for it is there. What is exported stays.
    private void strip() throws IOException, InterruptedException {
        if (platform == Platform.LINUX && Programs.find("strip", path).isPresent()) {
            programs.run(List.of("strip", "--strip-unneeded", folder.resolve("lib/server/libjvm.so").toString()));
        }
    }

    /// JavaFX's own way is to unpack its libraries from its jars into the user's home at the first start, and to leave them
    /// there. Beside the JDK's they are found at once.
    private void unpackLibraries() throws IOException {
        Path libraries = platform.libraries(folder);
        for (Path jar : Tree.list(javafx, ".jar")) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (ZipEntry entry : zip.stream().filter(e -> isLibrary(e.getName())).toList()) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        Path file = libraries.resolve(entry.getName());
                        Files.copy(content, file);
                        Tree.makeReadableByAll(file);
                    }
                }
            }
        }
    }

    /// At the top of the jar, with no folder: nothing that is unpacked can end elsewhere.
    static boolean isLibrary(String name) {
        return name.matches("[A-Za-z0-9_.-]+\\.(so|dll|dylib)");
    }
}
