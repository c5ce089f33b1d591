package dev.signalbox.provider.gitlab;

import static dev.signalbox.provider.gitlab.GitLabWords.exact;
import static dev.signalbox.provider.gitlab.GitLabWords.line;
import static dev.signalbox.provider.gitlab.GitLabWords.page;

import dev.signalbox.domain.ci.Release;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.Releases;
import dev.signalbox.port.RemoteFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Releases at GitLab. It knows no drafts and no pre-releases, but releases whose day has not come.
final class GitLabReleases implements Releases {

    private final GitLabDeliveryClient client;

    GitLabReleases(GitLabDeliveryClient client) {
        this.client = client;
    }

    @Override
    public List<Release> of(RepositoryId repository) throws RemoteFailure {
        return GitLabMapping.rows(client.releases(repository), GitLabReleases::release);
    }

    /// Whoever may see releases but not the code is not told the tag.
    private static @Nullable Release release(ReleaseJson release) {
        String tag = release.tag();
        if (tag == null || tag.isEmpty()) {
            return null;
        }
        return new Release(
                tag, line(release.name()), exact(release.author()),
                release.upcoming() ? Release.Stage.UPCOMING : Release.Stage.PUBLISHED,
                release.releasedAt(), page(release.page()));
    }
}
