package dev.signalbox.action;

/// What was wanted cannot be done, for a reason that reading showed. Nothing was sent.
final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    private final String advice;

    /// @param reason why not, a sentence
    /// @param advice what to do instead, a sentence
    Refusal(String reason, String advice) {
        super(reason);
        this.advice = advice;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    String advice() {
        return advice;
    }
}
