package dev.signalbox.provider.github;

import dev.signalbox.port.AnnotationsContract;
import dev.signalbox.port.CiServer;

class GitHubAnnotationsTest extends AnnotationsContract {

    @Override
    protected CiServer start() {
        return new GitHubFixture();
    }
}
