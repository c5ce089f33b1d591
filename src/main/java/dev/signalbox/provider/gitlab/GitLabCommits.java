package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.port.Commits;
import dev.signalbox.port.RemoteFailure;
import java.util.regex.Pattern;

/// Commits at GitLab. It tells only what the head has more than the base, so the way back is asked for as well.
final class GitLabCommits implements Commits {

    /// What `git check-ref-format` forbids: it would be read as a range or as something relative.
    private static final Pattern NO_REF = Pattern.compile(".*(\\.\\.|[:~^?*\\[\\\\\\s]).*|", Pattern.DOTALL);

    private final GitLabClient client;

    GitLabCommits(GitLabClient client) {
        this.client = client;
    }

    @Override
    public Comparison compare(ComparisonKey key) throws RemoteFailure {
        if (NO_REF.matcher(key.base()).matches() || NO_REF.matcher(key.head()).matches()) {
            throw new RemoteFailure(new RemoteProblem.NotFound("What is to be compared is not the name of a commit"));
        }
        ComparisonJson there = client.compare(key.repository(), key.base(), key.head());
        boolean same = key.base().equals(key.head());
        int behind = same ? 0 : client.compare(key.repository(), key.head(), key.base()).commits().size();
        return GitLabDeploymentMapping.comparison(there, behind, key);
    }
}
