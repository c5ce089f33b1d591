package dev.signalbox.domain.setup;

import java.nio.file.Path;
import java.util.List;

/// The contexts of some kubeconfig files.
///
/// @param files where was looked
/// @param problems files, or parts of them, that could not be read, a sentence each
public record ContextList(List<Path> files, List<ContextChoice> contexts, List<String> problems) {

    public ContextList {
        files = List.copyOf(files);
        contexts = List.copyOf(contexts);
        problems = List.copyOf(problems);
    }
}
