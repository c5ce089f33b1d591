package dev.signalbox.provider.git;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.team.TeamText;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.TeamFile;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.Transport;
import org.jspecify.annotations.Nullable;

/// A team file in a Git repository, reached over HTTPS or ssh. The branch's head is asked for each time; only when it has
/// moved, its newest commits are fetched into a bare copy, from which one blob is read. No working copy, no submodule, no
/// hook, no filter and no configuration of the repository takes any effect.
public final class GitTeamFile implements TeamFile {

    /// Where the branch stands in the bare copy.
    private static final String LOCAL = "refs/team/head";

    /// Commits that are fetched: enough to tell who changed the file last.
    private static final int DEPTH = 50;

    private final GitSettings settings;
    private final BareCopy copy;

    /// Reads nothing yet.
    public GitTeamFile(GitSettings settings) {
        this.settings = settings;
        copy = new BareCopy(settings.folder());
    }

    @Override
    public TeamPlace place() {
        return settings.place();
    }

    @Override
    public synchronized TeamText newest() throws RemoteFailure {
        try (Repository repository = copy.open()) {
            bring(repository);
            ObjectId head = Objects.requireNonNull(repository.resolve(LOCAL));
            return new TeamBlob(repository, settings).read(head);
        } catch (IOException broken) {
            // Each object has the name that its bytes give it, so nothing forged is read; what is missing or damaged is
            // thrown away with the whole copy, and the next read makes it anew.
            discard();
            throw new RemoteFailure(new RemoteProblem.Unreadable("The copy of the team's repository is damaged."));
        }
    }

    private void bring(Repository repository) throws IOException, RemoteFailure {
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
        } catch (TransportException failure) {
            throw new RemoteFailure(GitProblems.of(failure, place(), !settings.token().isEmpty()));
        }
    }

    private static @Nullable ObjectId ask(Repository repository, RefSpec branch, GitWay way) throws IOException {
        try (Transport transport = way.open(repository);
                FetchConnection connection = transport.openFetch(List.of(branch))) {
            Ref ref = connection.getRef(branch.getSource());
            return ref == null ? null : ref.getObjectId();
        }
    }

    private void discard() {
        try {
            copy.throwAway();
        } catch (IOException held) {
            System.getLogger(GitTeamFile.class.getName())
                    .log(System.Logger.Level.INFO, "The copy of the team's repository could not be removed", held);
        }
    }

    /// Ends what JGit does by itself when the time is over.
    private static final class Patience extends EmptyProgressMonitor {

        private final ReadLimits limits;

        Patience(ReadLimits limits) {
            this.limits = limits;
        }

        @Override
        public boolean isCancelled() {
            return limits.isOver();
        }
    }
}
