package dev.signalbox.provider.github;

import dev.signalbox.port.CiServer;
import dev.signalbox.port.AnnotationsContract;

class GitHubAnnotationsTest extends AnnotationsContract {

    @Override
    protected CiServer start() {
        return new GitHubFixture();
    }
}
