package dev.signalbox.provider.kubernetes;

import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.provider.shell.ShellText;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The same requests as `kubectl` commands, to be copied into a POSIX shell. They reach the cluster that the console
/// reaches: the context of that name in the shell's own kubeconfig may be another.
///
/// @param files kubeconfig files; none where the shell finds them by itself
record KubectlText(String context, List<Path> files) {

    String patch(WorkloadKey key, String type, String body) {
        return kubectl(key.namespace()) + " patch " + key.kind().plural() + " " + quoted(key.name()) + " --type=" + type
                + " --field-manager=signalbox -p " + quoted(body);
    }

    String create(String namespace, String body) {
        return "printf '%s' " + quoted(body) + " | " + kubectl(namespace) + " create -f -";
    }

    private String kubectl(String namespace) {
        return kubectl() + " --context " + quoted(context) + " -n " + quoted(namespace);
    }

    /// The option takes one file only.
    private String kubectl() {
        String named = files.stream()
                .map(file -> file.toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return switch (files.size()) {
            case 0 -> "kubectl";
            case 1 -> "kubectl --kubeconfig " + quoted(named);
            default -> "KUBECONFIG=" + quoted(named) + " kubectl";
        };
    }

    /// Within single quotes a shell takes everything literally but the quote itself.
    static String quoted(String text) {
        boolean plain = !text.isEmpty()
                && text.charAt(0) != '-'
                && text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
                        || "-_./:@".indexOf(c) >= 0);
        return plain ? text : ShellText.quoted(text);
    }
}
