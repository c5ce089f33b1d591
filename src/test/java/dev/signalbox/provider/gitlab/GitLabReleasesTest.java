package dev.signalbox.provider.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Release;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.CiServer;
import dev.signalbox.port.ReleasesContract;
import dev.signalbox.port.RemoteFailure;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GitLabReleasesTest extends ReleasesContract {

    @Override
    protected CiServer start() {
        return new GitLabFixture();
    }

    @Test
    void readsThoseOfThePracticeTeam() throws RemoteFailure {
        try (PractisedGitLab practised = new PractisedGitLab();
                GitLab gitlab = practised.connected(new ConnectionId("practice"), "glpat-you")) {
            List<Release> releases = gitlab.provider().releases().of(
                    new RepositoryId(new ConnectionId("practice"), "acme/platform", "auth"));
            assertThat(releases).extracting(Release::tag).containsExactly("v3.4.1", "v3.4.0", "v3.3.9");
            assertThat(releases.getFirst()).satisfies(release -> {
                assertThat(release.name()).isEqualTo("auth v3.4.1");
                assertThat(release.author()).isNotBlank();
                assertThat(release.at()).isNotNull();
                assertThat(release.page()).isNotNull();
            });
        }
    }

    @Test
    void tellsWhatIsStillToComeAndLeavesOutWhatHasNoTag() throws RemoteFailure {
        try (GitLabWire wire = new GitLabWire()) {
            wire.get("releases?per_page=20", """
                    [{"tag_name":"v3","name":"Soon","released_at":"2027-01-01T00:00:00.000Z","upcoming_release":true},
                     {"name":"No tag"},{"tag_name":""},{"tag_name":"v1","author":null,"_links":null}]""");
            assertThat(wire.provider().releases().of(GitLabWire.REPOSITORY)).containsExactly(
                    new Release(
                            "v3", "Soon", "", Release.Stage.UPCOMING, Instant.parse("2027-01-01T00:00:00Z"), null),
                    new Release("v1", "", "", Release.Stage.PUBLISHED, null, null));
        }
    }
}
