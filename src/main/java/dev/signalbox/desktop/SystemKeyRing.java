package dev.signalbox.desktop;

import dev.signalbox.port.KeyRing;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;

/// The key ring of this system: Keychain, Credential Manager, or the Secret Service (or KWallet) of a Linux desktop.
public final class SystemKeyRing {

    private SystemKeyRing() {}

    /// The ring. Nothing is asked of the system before the first question.
    ///
    /// @param threads make threads that do not keep the process alive: one that hangs in the system is left behind
    /// @param patience how long an answer may take; people may have to type a password meanwhile
    public static KeyRing open(ThreadFactory threads, Duration patience) {
        return new TimedKeyRing(new LibraryKeyRing(), threads, patience);
    }
}
