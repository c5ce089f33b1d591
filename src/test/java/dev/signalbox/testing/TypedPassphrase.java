package dev.signalbox.testing;

import dev.signalbox.secrets.PassphrasePrompt;
import java.util.Optional;

/// Somebody who always types the same passphrase, whether it is to be made or is there already.
///
/// @param passphrase what they type
public record TypedPassphrase(String passphrase) implements PassphrasePrompt {

    @Override
    public Optional<char[]> existing() {
        return Optional.of(passphrase.toCharArray());
    }

    @Override
    public Optional<char[]> fresh() {
        return existing();
    }
}
