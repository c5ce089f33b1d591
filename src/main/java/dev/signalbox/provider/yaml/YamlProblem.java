package dev.signalbox.provider.yaml;

/// A document cannot be read as YAML, or is beyond the limits.
public final class YamlProblem extends Exception {

    private final int line;

    /// @param line where, counted from 1; 0 when it concerns the whole document
    YamlProblem(String message, int line) {
        super(line > 0 ? "line " + line + ": " + message : message);
        this.line = line;
    }

    /// Where, counted from 1; 0 when it concerns the whole document.
    public int line() {
        return line;
    }
}
