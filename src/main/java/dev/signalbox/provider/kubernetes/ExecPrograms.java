package dev.signalbox.provider.kubernetes;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds a program by the rules of the kubeconfig: a name is looked up on the path, anything with a slash is relative
/// to the kubeconfig's folder. The current folder never counts, nor do relative parts of the path.
final class ExecPrograms {

    /// Where a program started from a desktop finds tools that a login shell would have on its path.
    private static final List<String> USUAL = List.of("/usr/local/bin", "/opt/homebrew/bin");

    private final Map<String, String> environment;

    ExecPrograms(Map<String, String> environment) {
        this.environment = environment;
    }

    Optional<Path> find(Path kubeconfig, String command) {
        try {
            if (command.indexOf('/') >= 0 || command.indexOf(File.separatorChar) >= 0) {
                return Optional.of(kubeconfig.toAbsolutePath().resolveSibling(command).normalize())
                        .filter(ExecPrograms::isProgram);
            }
            return folders().flatMap(folder -> names(command).map(folder::resolve))
                    .filter(ExecPrograms::isProgram)
                    .findFirst();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Stream<Path> folders() {
        String path = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), USUAL.stream())
                .filter(part -> !part.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    private Stream<String> names(String command) {
        String extensions = File.separatorChar == '\\' ? environment.getOrDefault("PATHEXT", ".EXE") : "";
        return Stream.concat(
                Stream.of(command), Stream.of(extensions.split(";")).filter(e -> !e.isEmpty()).map(e -> command + e));
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
