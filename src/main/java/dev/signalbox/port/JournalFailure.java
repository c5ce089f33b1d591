package dev.signalbox.port;

/// The journal cannot be read or written: disk full, file damaged, made by a newer console. While this lasts nothing is sent.
public final class JournalFailure extends Exception {

    /// @param message what is wrong, in words for the operator
    /// @param cause the exception beneath
    public JournalFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /// @param message what is wrong, in words for the operator
    public JournalFailure(String message) {
        super(message);
    }
}
