package dev.signalbox.provider.kubernetes;

import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.provider.shell.ShellText;

/// The same requests as `kubectl` commands, to be copied into a POSIX shell.
record KubectlText(String context) {

    String patch(WorkloadKey key, String type, String body) {
        return kubectl(key.namespace()) + " patch " + key.kind().plural() + " " + quoted(key.name()) + " --type=" + type
                + " --field-manager=signalbox -p " + quoted(body);
    }

    String create(String namespace, String body) {
        return "printf '%s' " + quoted(body) + " | " + kubectl(namespace) + " create -f -";
    }

    private String kubectl(String namespace) {
        return "kubectl --context " + quoted(context) + " -n " + quoted(namespace);
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
