package dev.signalbox.ui.runs;

/// Which runs are listed.
enum RunFilter {
    ALL("All"),
    ACTIVE("Active"),
    FAILED("Failed"),
    WAITING("Waiting"),
    MINE("Mine");

    private final String title;

    RunFilter(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
