package dev.signalbox.provider.git;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.team.TeamText;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.TeamFile;
import java.io.IOException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;

/// A team file in a Git repository, reached over HTTPS or ssh. The branch's head is asked for each time; only when it has
/// moved, its newest commits are fetched into a bare copy, from which one blob is read. No working copy, no submodule, no
/// hook, no filter and no configuration of the repository takes any effect.
public final class GitTeamFile implements TeamFile {

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
    public TeamText newest() throws RemoteFailure {
        return inCopy(repository -> new TeamBlob(repository, settings).read(
                new FollowedBranch(settings).bring(repository)));
    }

    GitSettings settings() {
        return settings;
    }

    /// Does something with the copy while nobody else does; what fails on the way is told as a problem.
    synchronized <T> T inCopy(Work<T> work) throws RemoteFailure {
        try (Repository repository = copy.open()) {
            return work.in(repository);
        } catch (TransportException failure) {
            throw new RemoteFailure(GitProblems.of(failure, place(), !settings.token().isEmpty()));
        } catch (IOException broken) {
            // Each object has the name that its bytes give it, so nothing forged is read; what is missing or damaged is
            // thrown away with the whole copy, and the next read makes it anew.
            discard();
            throw new RemoteFailure(new RemoteProblem.Unreadable("The copy of the team's repository is damaged."));
        } catch (RuntimeException odd) {
            // So JGit tells of a commit too large for it and of bytes that are no tree.
            // Whoever may push can make either.
            log("The team's repository holds what cannot be read", odd);
            discard();
            throw new RemoteFailure(new RemoteProblem.Unreadable(
                    "The repository holds something that cannot be read, such as a commit of many megabytes."));
        }
    }

    private void discard() {
        try {
            copy.throwAway();
        } catch (IOException held) {
            log("The copy of the team's repository could not be removed", held);
        }
    }

    private static void log(String words, Exception why) {
        System.getLogger(GitTeamFile.class.getName()).log(System.Logger.Level.INFO, words, why);
    }

    /// What is done with the copy.
    interface Work<T> {

        T in(Repository repository) throws IOException, RemoteFailure;
    }
}
