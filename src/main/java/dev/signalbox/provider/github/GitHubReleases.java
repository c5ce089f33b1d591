package dev.signalbox.provider.github;

import static dev.signalbox.provider.github.GitHubWords.exact;
import static dev.signalbox.provider.github.GitHubWords.line;
import static dev.signalbox.provider.github.GitHubWords.page;

import dev.signalbox.domain.ci.Release;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.Releases;
import dev.signalbox.port.RemoteFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Releases at GitHub. Drafts are told to those only who may change them.
final class GitHubReleases implements Releases {

    private final GitHubClient client;

    GitHubReleases(GitHubClient client) {
        this.client = client;
    }

    @Override
    public List<Release> of(RepositoryId repository) throws RemoteFailure {
        return GitHubMapping.rows(client.releases(repository), GitHubReleases::release);
    }

    static @Nullable Release release(ReleaseJson release) {
        String tag = release.tag();
        if (tag == null || tag.isEmpty()) {
            return null;
        }
        return new Release(
                tag, line(release.name()), exact(release.author()), stage(release),
                release.publishedAt() == null ? release.createdAt() : release.publishedAt(),
                page(release.htmlUrl()));
    }

    private static Release.Stage stage(ReleaseJson release) {
        if (release.draft()) {
            return Release.Stage.DRAFT;
        }
        return release.prerelease() ? Release.Stage.EARLY : Release.Stage.PUBLISHED;
    }
}
