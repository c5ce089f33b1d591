package dev.signalbox.ui.welcome;

import dev.signalbox.domain.setup.ContextChoice;
import dev.signalbox.domain.setup.ExecCommand;
import dev.signalbox.domain.text.SafeText;
import java.util.List;

/// A cluster as far as somebody has described it.
///
/// @param chosen whether it is to be connected
/// @param namespaces those that are to be watched
/// @param trusted whether somebody agreed to its credential program, having seen the whole command
record ClusterDraft(
        ContextChoice context, boolean chosen, List<String> namespaces, boolean production, boolean trusted) {

    ClusterDraft {
        namespaces = List.copyOf(namespaces);
    }

    static ClusterDraft fresh(ContextChoice context, boolean production) {
        return new ClusterDraft(
                context, false, context.namespace().isBlank() ? List.of() : List.of(context.namespace()), production,
                false);
    }

    /// The same of a context that was found again.
    ClusterDraft of(ContextChoice again) {
        return new ClusterDraft(again, chosen, namespaces, production, trusted);
    }

    ClusterDraft choose(boolean now) {
        return new ClusterDraft(context, now, namespaces, production, trusted);
    }

    ClusterDraft watch(List<String> others) {
        return new ClusterDraft(context, chosen, others, production, trusted);
    }

    ClusterDraft mark(boolean now) {
        return new ClusterDraft(context, chosen, namespaces, now, trusted);
    }

    ClusterDraft trust(boolean now) {
        return new ClusterDraft(context, chosen, namespaces, production, now);
    }

    /// Fingerprints of programs that may run for it.
    List<String> allowed() {
        ExecCommand command = context.command();
        return trusted && command != null ? List.of(command.fingerprint()) : List.of();
    }

    /// Whether it may be asked: its credential program, if it has one, may run.
    boolean mayBeAsked() {
        return context.command() == null || trusted;
    }

    /// What is still missing before it can be connected, in a sentence; empty for nothing.
    String missing() {
        if (!mayBeAsked()) {
            return "Allow the program of " + name() + " to run, or do not connect this cluster.";
        }
        return namespaces.isEmpty() ? "Name at least one namespace of " + name() + "." : "";
    }

    String name() {
        return SafeText.line(context.name(), 60);
    }
}
