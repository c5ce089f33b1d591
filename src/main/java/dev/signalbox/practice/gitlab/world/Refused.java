package dev.signalbox.practice.gitlab.world;

/// Something that the practice GitLab does not do, in its own words.
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /// @param status the HTTP status
    /// @param message what the answer's `message` says
    public Refused(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// What the answer's `message` says.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
