package dev.signalbox.secrets;

/// Why the vault does not give or take a secret. The message is a sentence for people, with what they can do; it holds no
/// secret and no piece of one. Whatever it says, the vault's file was left as it was.
public final class VaultProblem extends Exception {

    /// What a person can do about it differs for each.
    public enum Kind {
        RING_LOCKED,
        RING_ABSENT,
        RING_SILENT,
        RING_FAILED,
        /// The key ring answers and has no key for this file.
        KEY_GONE,
        PASSPHRASE_MISSING,
        PASSPHRASE_WRONG,
        /// The file was a vault and was changed, by accident or by somebody.
        DAMAGED,
        /// The file is something else.
        FOREIGN,
        /// The file was written by a newer console.
        NEWER,
        /// The file cannot be read or written.
        UNREACHABLE,
        /// Another process is writing it, or this one.
        BUSY,
        /// Nothing is stored under the name.
        UNKNOWN,
        /// The secret belongs to another origin.
        OTHER_ORIGIN,
        /// What was to be stored cannot be.
        UNFIT
    }

    private final Kind kind;

    VaultProblem(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    VaultProblem(Kind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /// The sentence.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
