package dev.signalbox.ui.vault;

/// What a person answers to the vault, and asks of it. All calls return at once; what comes of them is in the state.
public interface VaultAnswers {

    /// What was typed for the question of this number; it becomes the receiver's, which wipes it.
    void give(long number, char[] typed);

    /// No answer to the question, or no more waiting for the key ring.
    void cancel();

    /// Try again to open it.
    void again();

    /// Wipe the key from memory.
    void lock();

    /// A new passphrase in place of the key ring or of the passphrase before.
    void usePassphrase();

    /// The key ring in place of the passphrase.
    void useKeyRing();
}
