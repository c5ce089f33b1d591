package dev.signalbox.provider.kubernetes.kubeconfig;

import dev.signalbox.domain.text.SafeText;
import dev.signalbox.provider.yaml.YamlDoor;
import dev.signalbox.provider.yaml.YamlNode;
import dev.signalbox.provider.yaml.YamlProblem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
        /// @param user what the file calls the user; empty for nobody
        record Usable(String name, ClusterAccess access, String namespace, String user) implements Context {

            /// As nobody in particular.
            public Usable(String name, ClusterAccess access, String namespace) {
                this(name, access, namespace, "");
            }
        }

        /// One that cannot, and why, in a sentence.
        record Refused(String name, String reason) implements Context {}
    }

    /// Files named by the variable `KUBECONFIG`, or `~/.kube/config` when it names none. What cannot be a file is left out
    /// (see [#unusable]).
    ///
    /// @param variable value of `KUBECONFIG`, empty when unset
    public static List<Path> files(String variable, Path home) {
        List<String> parts = parts(variable);
        return parts.isEmpty()
                ? List.of(home.resolve(".kube").resolve("config"))
                : parts.stream().flatMap(part -> path(part).stream()).toList();
    }

    /// What the variable `KUBECONFIG` names and cannot be a file here, in sentences.
    public static List<String> unusable(String variable) {
        return parts(variable).stream()
                .filter(part -> path(part).isEmpty())
                .map(part -> "KUBECONFIG names “" + SafeText.line(part, 200) + "”, which cannot be a file.")
                .toList();
    }

    private static List<String> parts(String variable) {
        return Arrays.stream(variable.split(File.pathSeparator, -1)).filter(part -> !part.isBlank()).toList();
    }

    private static Optional<Path> path(String part) {
        try {
            return Optional.of(Path.of(part));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// Reads the files; where two say something of the same name, the first wins, as in kubectl. What stands behind a
    /// file that cannot be read is refused, since that file might have won.
    public static Kubeconfig load(List<Path> files) {
        Parts parts = new Parts();
        List<String> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                YamlDoor.read(text(file), file.toString()).ifPresent(root -> {
                    if (root instanceof YamlNode.Mapping mapping) {
                        parts.add(file.toAbsolutePath(), mapping, problems);
                    } else if (!(root instanceof YamlNode.Scalar nothing && nothing.isNull())) {
                        missed(file + ", line " + root.line() + ": a kubeconfig is a mapping, not " + root.kind(),
                                parts, problems);
                    }
                });
            } catch (YamlProblem e) {
                missed(file + ", " + e.getMessage(), parts, problems);
            } catch (NoSuchFileException e) {
                // As for kubectl: a list may name files that come and go.
                problems.add(file + ": " + LinkedFile.words(e));
            } catch (IOException e) {
                missed(file + ": " + LinkedFile.words(e), parts, problems);
            }
        }
        List<Context> contexts = parts.contexts().stream().map(parts::resolve).toList();
        return new Kubeconfig(contexts, parts.currentContext(), List.copyOf(problems));
    }

    private static void missed(String why, Parts parts, List<String> problems) {
        problems.add(why);
        parts.missed(why);
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
