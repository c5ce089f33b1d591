package dev.signalbox.practice.github.world;

/// A test that the script lets fail.
///
/// @param type the test's class, without its package
/// @param line where it fails
public record TestFailure(String type, String name, int line, String expected, String actual) {

    /// The one that breaks where the script names none.
    public static final TestFailure RANKING = new TestFailure("RankingIT", "keeps_order_for_ties", 88, "[a, b]",
            "[b, a]");

    /// What it says when it fails.
    public String message() {
        return "expected " + expected + " but was " + actual;
    }
}
