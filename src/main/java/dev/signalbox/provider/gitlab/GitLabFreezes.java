package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.Freezes;
import dev.signalbox.port.RemoteFailure;
import java.util.List;

/// Freeze periods at GitLab. It only sets a variable in pipelines then; whether jobs heed it is up to them.
final class GitLabFreezes implements Freezes {

    private final GitLabDeliveryClient client;
    private final GitLabServer server;

    GitLabFreezes(GitLabDeliveryClient client, GitLabServer server) {
        this.client = client;
        this.server = server;
    }

    @Override
    public List<Freeze> of(RepositoryId repository) throws RemoteFailure {
        List<FreezeJson> wire = server.read(
                GitLabFeature.FREEZES, repository, List.of(), () -> client.freezes(repository));
        return GitLabMapping.rows(wire, GitLabDeploymentMapping::freeze);
    }
}
