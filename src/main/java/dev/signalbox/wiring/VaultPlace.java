package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.desktop.SecretProgram;
import dev.signalbox.desktop.SystemKeyRing;
import dev.signalbox.secrets.PassphrasePrompt;
import dev.signalbox.secrets.Vault;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;

/// Where this machine's vault lies, and what it needs.
///
/// @param folders whose data folder holds it
record VaultPlace(Machine machine, Folders folders, Terminal terminal) {

    static final String FILE = "secrets.vault";

    /// A key ring may wait for its person to type a password; after this long nobody is coming.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Whoever keeps a vault open longer than for one question locks it: see [VaultDesk].
    private static final Duration IDLE = Duration.ofDays(1);
    private static final Duration PROGRAM = Duration.ofSeconds(30);

    /// The vault. Nothing is read before it is asked for something.
    Vault open() {
        return open(new TypedPassphrase(terminal));
    }

    /// The same, which asks for its passphrase elsewhere.
    Vault open(PassphrasePrompt prompt) {
        // A call into the system that never comes back must not keep the process alive.
        ThreadFactory left = Thread.ofPlatform().daemon().name("key-ring-", 0).factory();
        return new Vault(
                folders.data().resolve(FILE), SystemKeyRing.open(left, PATIENCE), prompt,
                new SecureRandom(), machine.ticker(), IDLE);
    }

    /// The tokens of a configuration's accounts, from all places that it may name.
    Tokens tokens() {
        return new Tokens(
                machine, terminal, this::open,
                environment -> new SecretProgram(
                        environment, Thread.ofVirtual().name("secret-", 0).factory(), PROGRAM));
    }
}
