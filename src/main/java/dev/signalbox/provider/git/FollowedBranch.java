package dev.signalbox.provider.git;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.RemoteFailure;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.Transport;
import org.jspecify.annotations.Nullable;

/// The branch on which the team file lies, brought into the bare copy.
final class FollowedBranch {

    /// Where the branch stands in the bare copy.
    private static final String LOCAL = "refs/team/head";

    /// Commits that are fetched: enough to tell who changed the file last.
    private static final int DEPTH = 50;

    private final GitSettings settings;

    FollowedBranch(GitSettings settings) {
        this.settings = settings;
    }

    /// Asks where the branch is now, and fetches it when it is elsewhere than in the copy.
    ///
    /// @return its head
    ObjectId bring(Repository repository) throws IOException, RemoteFailure {
        RefSpec branch = new RefSpec("+refs/heads/" + settings.branch() + ":" + LOCAL);
        try (GitWay way = new GitWay(settings)) {
            ObjectId head = ask(repository, branch, way);
            if (head == null) {
                throw new RemoteFailure(new RemoteProblem.NotFound(
                        "The repository has no branch " + settings.branch() + "."));
            }
            if (!head.equals(repository.resolve(LOCAL))) {
                try (Transport transport = way.open(repository)) {
                    transport.setDepth(DEPTH);
                    transport.fetch(new Patience(way.limits()), List.of(branch));
                }
            }
            // Between asking and fetching it may have moved on; what was fetched is what counts.
            ObjectId fetched = repository.resolve(LOCAL);
            return fetched == null ? head : fetched;
        }
    }

    /// Where any branch is now.
    ///
    /// @param name without `refs/heads/`
    @Nullable
    ObjectId head(Repository repository, String name) throws IOException {
        try (GitWay way = new GitWay(settings)) {
            return ask(repository, new RefSpec("refs/heads/" + name), way);
        }
    }

    private static @Nullable ObjectId ask(Repository repository, RefSpec branch, GitWay way) throws IOException {
        try (Transport transport = way.open(repository);
                FetchConnection connection = transport.openFetch(List.of(branch))) {
            Ref ref = connection.getRef(branch.getSource());
            return ref == null ? null : ref.getObjectId();
        }
    }
}
