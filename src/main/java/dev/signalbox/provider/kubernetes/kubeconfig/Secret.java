package dev.signalbox.provider.kubernetes.kubeconfig;

import dev.signalbox.domain.text.Redaction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A text that never prints itself.
public final class Secret {

    private final String text;

    /// @param text what must not be shown
    public Secret(String text) {
        this.text = text;
    }

    /// The text itself, for the request or the program that needs it.
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.UTF_8), secret.text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return Redaction.MARK;
    }
}
