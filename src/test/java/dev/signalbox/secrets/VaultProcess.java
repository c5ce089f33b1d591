package dev.signalbox.secrets;

import dev.signalbox.testing.FakeKeyRing;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/// A process that stores one secret after the other until it has stored enough or is killed.
final class VaultProcess {

    static final String PASSPHRASE = "correct horse battery";

    private VaultProcess() {}

    static Vault vault(Path file) {
        return new Vault(file, new FakeKeyRing(), new PassphrasePrompt() {
            @Override
            public Optional<char[]> existing() {
                return Optional.of(PASSPHRASE.toCharArray());
            }

            @Override
            public Optional<char[]> fresh() {
                return existing();
            }
        }, new SecureRandom(), System::nanoTime, Duration.ofMinutes(5), VaultHead.LEAST_ROUNDS);
    }

    /// @param arguments the vault, the beginning of the names, how many
    public static void main(String... arguments) throws VaultProblem {
        Vault vault = vault(Path.of(arguments[0]));
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            String name = arguments[1] + i;
            vault.put(name, "https://a.example", SecretText.of(("secret of " + name).toCharArray()),
                    Optional.of(VaultLock.PASSPHRASE));
            System.out.println(name);
        }
    }
}
