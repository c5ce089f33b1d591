package dev.signalbox.ui.welcome;

/// The way from an account to the board, in order.
enum Step {
    ACCOUNT("Account", "Sign in to your CI provider"),
    ABILITIES("What the token may do", "What this token may do"),
    REPOSITORIES("Repositories", "Choose repositories"),
    CLUSTERS("Clusters", "Connect clusters"),
    BOARD("Board", "The proposed board"),
    DONE("Done", "Save and open the board");

    private final String words;
    private final String title;

    Step(String words, String title) {
        this.words = words;
        this.title = title;
    }

    /// What it is called in the trail.
    String words() {
        return words;
    }

    /// The heading of its page.
    String title() {
        return title;
    }
}
