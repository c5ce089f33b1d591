package dev.signalbox.domain.setup;

import dev.signalbox.domain.text.Redaction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// A secret on its way from where it was typed or fetched to where it is kept. It never prints itself.
public final class HiddenText {

    private final String text;

    /// @param text what must not be shown
    public HiddenText(String text) {
        this.text = text;
    }

    /// The text itself, for the request that carries it and the vault that keeps it.
    public String reveal() {
        return text;
    }

    /// Whether there is nothing in it but blanks.
    public boolean isBlank() {
        return text.isBlank();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HiddenText hidden
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.UTF_8), hidden.text.getBytes(StandardCharsets.UTF_8));
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
