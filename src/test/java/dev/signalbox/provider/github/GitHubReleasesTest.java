package dev.signalbox.provider.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Release;
import dev.signalbox.port.CiServer;
import dev.signalbox.port.ReleasesContract;
import dev.signalbox.port.RemoteFailure;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GitHubReleasesTest extends ReleasesContract {

    @Override
    protected CiServer start() {
        return new GitHubFixture();
    }

    @Test
    void tellsDraftsAndPreReleasesAndLeavesOutWhatHasNoTag() throws RemoteFailure {
        try (GitHubWire wire = new GitHubWire()) {
            wire.get("/repos/octo-org/octo-repo/releases?per_page=20",
                    """
                            [{"tag_name":"v3","name":"Soon","draft":true,"created_at":"2026-01-01T00:00:00Z","published_at":null},
                             {"name":"No tag"},{"tag_name":""},
                             {"tag_name":"v2-rc1","name":null,"prerelease":true,"author":null,
                              "published_at":"2026-02-01T00:00:00Z","html_url":"javascript:x"}]""");
            assertThat(wire.provider().releases().of(WireReading.REPOSITORY)).containsExactly(
                    new Release("v3", "Soon", "", Release.Stage.DRAFT, Instant.parse("2026-01-01T00:00:00Z"), null),
                    new Release("v2-rc1", "", "", Release.Stage.EARLY, Instant.parse("2026-02-01T00:00:00Z"), null));
        }
    }
}
