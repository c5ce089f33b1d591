package dev.signalbox.provider.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.provider.http.UrgencyContract;
import dev.signalbox.testing.Examples;
import dev.signalbox.testing.faults.FaultServer;
import java.util.List;

class GitHubUrgencyTest extends UrgencyContract {

    @Override
    protected RepositoryId repository() {
        return WireReading.REPOSITORY;
    }

    @Override
    protected String answer(String target) {
        if (target.contains("/pending_deployments")) {
            return "[]";
        }
        return target.contains("/workflows")
                ? "{\"total_count\":0,\"workflows\":[]}"
                : Rendering.repository(Examples.known(repository(), Examples.NOON)).toString();
    }

    @Override
    protected int read(CiProvider urgent) throws RemoteFailure {
        assertThat(urgent.approvals().pending(WireReading.RUN)).isEmpty();
        assertThat(urgent.workflows().of(repository())).isEmpty();
        return 2;
    }

    @Override
    protected Connected connect(FaultServer server) {
        GitHub github = GitHub.open(new GitHubSettings(
                WireReading.CONNECTION, List.of(),
                patient(GitHub.base(server.address()), Credential.bearer(GitHubWire.SECRET))));
        return new Connected(github.provider(), github::close);
    }
}
