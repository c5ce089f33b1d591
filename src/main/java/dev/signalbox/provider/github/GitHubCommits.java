package dev.signalbox.provider.github;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.port.Commits;
import dev.signalbox.port.RemoteFailure;
import java.util.regex.Pattern;

/// Commits at GitHub.
final class GitHubCommits implements Commits {

    /// What `git check-ref-format` forbids and the comparison's address would read as something else: a range, another
    /// fork.
    private static final Pattern NO_REF = Pattern.compile(".*(\\.\\.|[:~^?*\\[\\\\\\s]).*|", Pattern.DOTALL);

    private final GitHubClient client;

    GitHubCommits(GitHubClient client) {
        this.client = client;
    }

    @Override
    public Comparison compare(ComparisonKey key) throws RemoteFailure {
        if (NO_REF.matcher(key.base()).matches() || NO_REF.matcher(key.head()).matches()) {
            throw new RemoteFailure(new RemoteProblem.NotFound("What is to be compared is not the name of a commit"));
        }
        return GitHubDeploymentMapping.comparison(client.compare(key.repository(), key.base(), key.head()), key);
    }
}
