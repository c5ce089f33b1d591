package dev.signalbox.provider.kubernetes.kubeconfig;

import dev.signalbox.provider.yaml.YamlDoor;
import dev.signalbox.provider.yaml.YamlNode;
import dev.signalbox.provider.yaml.YamlProblem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one or several kubeconfig files say together.
///
/// @param contexts in the order of the files
/// @param currentContext the first one that a file names as current, if any does
/// @param problems files or parts of them that could not be read, a sentence each
public record Kubeconfig(List<Context> contexts, @Nullable String currentContext, List<String> problems) {

    /// One context.
    public sealed interface Context {

        /// Its name, as written.
        String name();

        /// One that can be used.
        ///
        /// @param namespace the default one
        record Usable(String name, ClusterAccess access, String namespace) implements Context {}

        /// One that cannot, and why, in a sentence.
        record Refused(String name, String reason) implements Context {}
    }

    /// Files named by the variable `KUBECONFIG`, or `~/.kube/config`.
    ///
    /// @param variable value of `KUBECONFIG`, empty when unset
    public static List<Path> files(String variable, Path home) {
        List<Path> found = new ArrayList<>();
        for (String part : variable.split(File.pathSeparator, -1)) {
            if (!part.isBlank()) {
                found.add(Path.of(part));
            }
        }
        return found.isEmpty() ? List.of(home.resolve(".kube").resolve("config")) : List.copyOf(found);
    }

    /// Reads the files; where two say something of the same name, the first wins, as in kubectl.
    public static Kubeconfig load(List<Path> files) {
        Parts parts = new Parts();
        List<String> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                YamlDoor.read(text(file), file.toString()).ifPresent(root -> {
                    if (root instanceof YamlNode.Mapping mapping) {
                        parts.add(file.toAbsolutePath(), mapping, problems);
                    } else {
                        problems.add(
                                file + ", line " + root.line() + ": a kubeconfig is a mapping, not " + root.kind());
                    }
                });
            } catch (YamlProblem e) {
                problems.add(file + ", " + e.getMessage());
            } catch (IOException e) {
                problems.add(file + ": " + LinkedFile.words(e));
            }
        }
        List<Context> contexts = parts.contexts().stream().map(parts::resolve).toList();
        return new Kubeconfig(contexts, parts.currentContext(), List.copyOf(problems));
    }

    /// The context of that name.
    public Optional<Context> context(String name) {
        return contexts.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LinkedFile.LARGEST_CONFIG) {
            throw new IOException("larger than 3 MB");
        }
        String text = LinkedFile.read(file, LinkedFile.LARGEST_CONFIG);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
