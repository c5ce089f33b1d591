package dev.signalbox.provider.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.http.UrgencyContract;
import dev.signalbox.testing.Examples;
import dev.signalbox.testing.faults.FaultServer;
import java.util.List;

class GitLabUrgencyTest extends UrgencyContract {

    @Override
    protected RepositoryId repository() {
        return GitLabWire.REPOSITORY;
    }

    @Override
    protected String answer(String target) {
        return target.endsWith("octo-repo")
                ? GitLabRendering.project(Examples.known(repository(), Examples.NOON)).toString()
                : "[]";
    }

    @Override
    protected int read(CiProvider urgent) throws RemoteFailure {
        assertThat(urgent.approvals().pending(GitLabWire.RUN)).isEmpty();
        assertThat(urgent.environments().of(repository())).isEmpty();
        return 4;
    }

    @Override
    protected Connected connect(FaultServer server) {
        GitLab gitlab = GitLab.open(new GitLabSettings(
                GitLabWire.CONNECTION, List.of(),
                patient(GitLab.base(server.address()), GitLab.token(GitLabWire.SECRET))));
        return new Connected(gitlab.provider(), gitlab::close);
    }
}
