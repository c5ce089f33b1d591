package dev.signalbox.provider.gitlab;

/// What not every server has. The first version that has it is from GitLab's documentation; 0.0 where every version that
/// is still in use knows it, but not every tier or every role may see it.
enum GitLabFeature {
    /// <https://docs.gitlab.com/api/personal_access_tokens/#self-inform>
    TOKEN_DETAILS(15, 5, "This server does not tell when a token ends or what it may do; GitLab 15.5 and later do"),
    /// <https://docs.gitlab.com/ci/inputs/>
    INPUTS(17, 11, "This server takes no inputs, so they are sent as variables; GitLab 17.11 and later take them"),
    /// <https://docs.gitlab.com/api/pipelines/#get-a-test-report-summary-for-a-pipeline>
    TEST_REPORT(14, 2, "This server keeps no report of tests; GitLab 14.2 and later do"),
    /// <https://docs.gitlab.com/ci/environments/protected_environments/>
    PROTECTION(0, 0, "Who may deploy is not told here: it needs GitLab Premium and the role Maintainer"),
    /// <https://docs.gitlab.com/api/freeze_periods/>
    FREEZES(0, 0, "Freeze periods are not told here: they need the role Reporter"),
    /// <https://docs.gitlab.com/api/commits/>
    COMMITS(0, 0, "Commits are not told here: the repository is hidden from this account");

    private final int major;
    private final int minor;
    private final String lack;

    GitLabFeature(int major, int minor, String lack) {
        this.major = major;
        this.minor = minor;
        this.lack = lack;
    }

    /// Whether a version has it, by its number alone.
    boolean isIn(GitLabVersion version) {
        return version.isAtLeast(major, minor);
    }

    /// What is to be said where it is not there.
    String lack() {
        return lack;
    }
}
