package dev.signalbox.provider.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.port.ArtifactsContract;
import dev.signalbox.port.CiServer;
import dev.signalbox.port.RemoteFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

class GitHubArtifactsTest extends ArtifactsContract {

    private static final RunId RUN = new RunId(WireReading.REPOSITORY, 7);

    @Override
    protected CiServer start() {
        return new GitHubFixture();
    }

    @Test
    void passesOverArtifactsWithoutAnIdentityAndKeepsOddOnesPlain() throws RemoteFailure {
        try (GitHubWire wire = new GitHubWire()) {
            wire.get("/repos/octo-org/octo-repo/actions/runs/7/artifacts?per_page=100", json("""
                    {"total_count":9,"artifacts":[
                      {"name":"no id","size_in_bytes":4},
                      {"id":-4,"name":"below zero"},
                      {"id":11,"size_in_bytes":-5,"expired":"yes","digest":"md5:7"},
                      "text",
                      {"id":12,"name":"..\\u202e/etc","digest":"SHA256:%s"}]}""".formatted("AB".repeat(32))));
            List<Artifact> read = wire.provider().artifacts().of(RUN);
            assertThat(read).containsExactly(
                    new Artifact(RUN, 11, "", 0, false, null, null, null),
                    new Artifact(RUN, 12, "..‹U+202E›/etc", 0, false, null, null, "sha256:" + "ab".repeat(32)));
        }
    }

    private static JsonNode json(String text) {
        return WireFiles.json(text);
    }
}
