package dev.signalbox.packaging;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A package of a module of this JDK, with all below it, that is not put into the runtime.
///
/// A module must have all packages that it says it has: jlink otherwise makes nothing. Of each one file stays, the smallest.
///
/// @param module the module's name
/// @param folder the package's place in it (`com/sun/media/sound`)
record LeftOut(String module, String folder) {

    /// @param line as in `packaging/common/modules.txt`: `java.xml/a/b`
    static LeftOut of(String line) {
        int slash = line.indexOf('/');
        return new LeftOut(line.substring(0, slash), line.substring(slash + 1));
    }

    /// What jlink is told to leave out. Its patterns stand in a list with commas, so none is in here.
    String pattern() throws IOException {
        String below = "regex:/" + Pattern.quote(module + "/" + folder) + "/";
        List<String> kept = kept();
        return kept.isEmpty()
                ? below + ".*"
                : below + kept.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?!(", ")$).*"));
    }

    /// What stays, by its place below the folder.
    List<String> kept() throws IOException {
        Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", module);
        Path top = root.resolve(folder);
        List<String> kept = new ArrayList<>();
        for (Path place : packages().stream().map(root::resolve).filter(place -> place.startsWith(top)).toList()) {
            smallest(place).ifPresent(file -> kept.add(top.relativize(file).toString()));
        }
        return kept;
    }

    private List<String> packages() throws IOException {
        return ModuleFinder.ofSystem().find(module)
                .orElseThrow(() -> new IOException("This JDK has no module " + module))
                .descriptor()
                .packages()
                .stream()
                .map(name -> name.replace('.', '/'))
                .sorted()
                .toList();
    }

    private static Optional<Path> smallest(Path place) throws IOException {
        Map<Path, Long> sizes = new LinkedHashMap<>();
        for (Path each : Tree.list(place, "")) {
            if (Files.isRegularFile(each) && !RuntimeImage.isTranslation(each.toString())) {
                sizes.put(each, Files.size(each));
            }
        }
        return sizes.entrySet().stream().min(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }
}
