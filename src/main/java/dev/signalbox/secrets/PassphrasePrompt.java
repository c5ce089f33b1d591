package dev.signalbox.secrets;

import java.util.Optional;

/// Asks a person for a passphrase. What it returns becomes the vault's, which wipes it.
public interface PassphrasePrompt {

    /// The passphrase of a vault that exists; nothing when nobody can be asked or nobody answers.
    Optional<char[]> existing();

    /// A passphrase for a new vault, typed twice alike; nothing when it was not.
    Optional<char[]> fresh();

    /// Where there is nobody to ask.
    static PassphrasePrompt nobody() {
        return new PassphrasePrompt() {
            @Override
            public Optional<char[]> existing() {
                return Optional.empty();
            }

            @Override
            public Optional<char[]> fresh() {
                return Optional.empty();
            }
        };
    }
}
