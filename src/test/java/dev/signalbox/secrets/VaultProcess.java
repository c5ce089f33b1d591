package dev.signalbox.secrets;

import dev.signalbox.testing.FakeKeyRing;
import dev.signalbox.testing.TypedPassphrase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// A process that stores one secret after the other until it has stored enough or is killed.
final class VaultProcess {

    static final String PASSPHRASE = "correct horse battery";

    private VaultProcess() {}

    static Vault vault(Path file) {
        return new Vault(file, new FakeKeyRing(), new TypedPassphrase(PASSPHRASE), new SecureRandom(), System::nanoTime,
                Duration.ofMinutes(5), VaultHead.LEAST_ROUNDS);
    }

    /// @param arguments the vault, the beginning of the names, how many
    public static void main(String... arguments) throws VaultProblem {
        fill(Path.of(arguments[0]), arguments[1], Integer.parseInt(arguments[2]), System.out::println);
    }

    /// @param told each name, once its secret is in the vault
    static void fill(Path file, String beginning, int count, Consumer<String> told) throws VaultProblem {
        Vault vault = vault(file);
        for (int i = 0; i < count; i++) {
            String name = beginning + i;
            vault.put(name, "https://a.example", SecretText.of(("secret of " + name).toCharArray()),
                    Optional.of(VaultLock.PASSPHRASE));
            told.accept(name);
        }
    }
}
