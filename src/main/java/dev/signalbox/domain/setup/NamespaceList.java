package dev.signalbox.domain.setup;

import dev.signalbox.domain.RemoteProblem;
import java.util.List;

/// The namespaces of a cluster, or why they cannot be listed.
public sealed interface NamespaceList {

    /// All of them, by name.
    record Listed(List<String> names) implements NamespaceList {

        public Listed {
            names = List.copyOf(names);
        }
    }

    /// This account may not list namespaces; it may well work in one.
    ///
    /// @param sentence what to do instead
    record Forbidden(String sentence) implements NamespaceList {}

    /// The cluster could not be asked.
    record Failed(RemoteProblem problem) implements NamespaceList {}
}
