package dev.signalbox.domain.report;

/// How a test ended.
public enum Verdict {
    PASSED,
    /// What it claims is not so.
    FAILED,
    /// It could not be carried through.
    ERROR,
    SKIPPED;

    /// Whether it makes a run red.
    public boolean isBad() {
        return this == FAILED || this == ERROR;
    }
}
