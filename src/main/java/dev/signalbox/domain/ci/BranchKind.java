package dev.signalbox.domain.ci;

/// Runs of one workflow that are alike: what a release branch takes says little about a pull request.
public enum BranchKind {
    /// The repository's default branch.
    DEFAULT,
    /// Any other branch or tag.
    OTHER,
    /// Started for a pull request, whatever its branch.
    PULL_REQUEST;

    /// The kind of a run.
    ///
    /// @param defaultBranch of its repository; empty when it is not known
    public static BranchKind of(Run run, String defaultBranch) {
        if (run.event().startsWith("pull_request") || run.event().startsWith("merge_request")) {
            return PULL_REQUEST;
        }
        return !defaultBranch.isEmpty() && defaultBranch.equals(run.branch()) ? DEFAULT : OTHER;
    }
}
