package dev.signalbox.domain.setup;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A context of a kubeconfig that may be chosen.
///
/// @param name as written in the file: what the configuration refers to; hostile until made safe to show
/// @param server where the cluster is; empty where the context cannot be used
/// @param user what the context calls the user, made safe to show
/// @param namespace the one that the context prefers
/// @param files the kubeconfig files in which it was looked for, in their order; empty for those of this machine
/// @param current whether the files name it as the one in use
/// @param command what would be run for a credential; absent when nothing would
/// @param problem why it cannot be used, in a sentence; empty when it can
public record ContextChoice(
        String name, String server, String user, String namespace, List<Path> files, boolean current,
        @Nullable ExecCommand command, String problem) {

    public ContextChoice {
        files = List.copyOf(files);
    }

    /// The same, whichever the files name as the one in use.
    public ContextChoice besideOthers() {
        return new ContextChoice(name, server, user, namespace, files, false, command, problem);
    }

    /// Whether it can be chosen.
    public boolean isUsable() {
        return problem.isEmpty();
    }
}
