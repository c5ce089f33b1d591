package dev.signalbox.provider.github;

/// What sort of token it is, told by how it begins:
/// <https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats>.
enum GitHubTokenKind {
    CLASSIC("personal access token (classic)"),
    OAUTH("token of an OAuth application"),
    APP_USER("token of a GitHub App, acting for you"),
    APP("token of a GitHub App's installation"),
    FINE_GRAINED("fine-grained personal access token"),
    UNKNOWN("token of a kind that is not known here");

    private final String words;

    GitHubTokenKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static GitHubTokenKind of(String token) {
        if (token.startsWith("ghp_")) {
            return CLASSIC;
        }
        if (token.startsWith("gho_")) {
            return OAUTH;
        }
        if (token.startsWith("ghu_")) {
            return APP_USER;
        }
        if (token.startsWith("ghs_")) {
            return APP;
        }
        return token.startsWith("github_pat_") ? FINE_GRAINED : UNKNOWN;
    }
}
