package dev.signalbox.provider.gitlab;

import dev.signalbox.port.CiServer;
import dev.signalbox.port.ArtifactsContract;

class GitLabArtifactsTest extends ArtifactsContract {

    @Override
    protected CiServer start() {
        return new GitLabFixture();
    }
}
