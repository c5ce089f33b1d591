package dev.signalbox.wiring;

import dev.signalbox.secrets.PassphrasePrompt;
import java.util.Arrays;
import java.util.Optional;

/// Asks for the vault's passphrase at the terminal.
record TypedPassphrase(Terminal terminal) implements PassphrasePrompt {

    @Override
    public Optional<char[]> existing() {
        return terminal.hidden("Passphrase of the vault: ");
    }

    @Override
    public Optional<char[]> fresh() {
        Optional<char[]> first = terminal.hidden("New passphrase for the vault: ");
        Optional<char[]> second = first.flatMap(typed -> terminal.hidden("The same again: "));
        boolean alike = second.isPresent() && Arrays.equals(first.get(), second.get());
        second.ifPresent(typed -> Arrays.fill(typed, '\0'));
        if (!alike) {
            first.ifPresent(typed -> Arrays.fill(typed, '\0'));
            return Optional.empty();
        }
        return first;
    }
}
