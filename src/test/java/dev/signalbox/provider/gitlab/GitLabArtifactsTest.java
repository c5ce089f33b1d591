package dev.signalbox.provider.gitlab;

import dev.signalbox.port.ArtifactsContract;
import dev.signalbox.port.CiServer;

class GitLabArtifactsTest extends ArtifactsContract {

    @Override
    protected CiServer start() {
        return new GitLabFixture();
    }
}
