package dev.signalbox.provider.git;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.team.TeamCommit;
import dev.signalbox.domain.team.TeamText;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.TeamFileMissing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/// Reads one file out of a commit's tree: a plain file only, no link and no submodule.
final class TeamBlob {

    private static final int LONGEST = 200;

    private final Repository repository;
    private final GitSettings settings;

    TeamBlob(Repository repository, GitSettings settings) {
        this.repository = repository;
        this.settings = settings;
    }

    /// @param head commit whose tree is read
    TeamText read(ObjectId head) throws IOException, RemoteFailure {
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = walk.parseCommit(head);
            String text = text(commit);
            return new TeamText(lastChange(head), text);
        }
    }

    private String text(RevCommit commit) throws IOException, RemoteFailure {
        try (TreeWalk found = TreeWalk.forPath(repository, settings.path(), commit.getTree())) {
            if (found == null) {
                throw new TeamFileMissing("The branch " + settings.branch() + " has no file " + settings.path() + ".");
            }
            FileMode mode = found.getFileMode(0);
            if (!FileMode.REGULAR_FILE.equals(mode) && !FileMode.EXECUTABLE_FILE.equals(mode)) {
                throw new RemoteFailure(new RemoteProblem.Unreadable(
                        settings.path() + " is not a plain file in the repository."));
            }
            ObjectLoader blob = repository.open(found.getObjectId(0));
            if (blob.getSize() > settings.limits().blob()) {
                throw new RemoteFailure(new RemoteProblem.Unreadable(settings.path() + " is larger than "
                        + settings.limits().blob() / 1_000_000 + " MB."));
            }
            return StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(blob.getBytes(settings.limits().blob()))).toString();
        } catch (CharacterCodingException notText) {
            throw new RemoteFailure(new RemoteProblem.Unreadable(settings.path() + " is not UTF-8 text."));
        }
    }

    /// The commit that changed the file last. Where only older ones than those fetched did, its name is that of the head
    /// and nobody is called its author.
    private TeamCommit lastChange(ObjectId head) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setTreeFilter(AndTreeFilter.create(PathFilter.create(settings.path()), TreeFilter.ANY_DIFF));
            walk.markStart(walk.parseCommit(head));
            RevCommit change = walk.next();
            if (change != null && !repository.getObjectDatabase().getShallowCommits().contains(change.getId())) {
                PersonIdent author = change.getAuthorIdent();
                return new TeamCommit(
                        change.getName(), clipped(author == null ? "" : author.getName()),
                        Instant.ofEpochSecond(change.getCommitTime()), clipped(change.getShortMessage()));
            }
        }
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit newest = walk.parseCommit(head);
            return new TeamCommit(newest.getName(), "", Instant.ofEpochSecond(newest.getCommitTime()), "");
        }
    }

    private static String clipped(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
