package dev.signalbox.practice.github.world;

/// The world's no to a request: the HTTP status and the sentence that the real provider would answer.
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /// Refuses with this status and sentence.
    public Refused(int status, String message) {
        super(message);
        this.status = status;
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// The sentence for the answer's `message`.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
