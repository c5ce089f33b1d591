package dev.signalbox.practice.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.UploadPack;
import org.jspecify.annotations.Nullable;

/// A repository in memory. It reads no configuration of this machine and starts no program, as one on disk would.
final class MemoryRepository {

    /// The branch that is followed.
    static final String MAIN = "main";

    private static final long LARGEST_PACK = 16L << 20;
    private static final String AUTHOR = "Alex Kim";
    private static final String MAIL = "alex.kim@acme.example";

    private final Repository repository = new InMemoryRepository(new DfsRepositoryDescription("board"));
    private final PersonIdent person;

    private MemoryRepository(PersonIdent person) {
        this.person = person;
    }

    /// One with a file.
    static MemoryRepository with(String path, String text, Instant at) {
        MemoryRepository made = new MemoryRepository(new PersonIdent(AUTHOR, MAIL, at, ZoneOffset.UTC));
        try (ObjectInserter inserter = made.repository.newObjectInserter()) {
            TreeFormatter tree = new TreeFormatter();
            tree.append(
                    path, FileMode.REGULAR_FILE,
                    inserter.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8)));
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(inserter.insert(tree));
            commit.setAuthor(made.person);
            commit.setCommitter(made.person);
            commit.setMessage("Describe the board\n");
            ObjectId first = inserter.insert(commit);
            inserter.flush();
            RefUpdate main = made.update(MAIN);
            main.setNewObjectId(first);
            expect(RefUpdate.Result.NEW, main.update());
            RefUpdate head = made.repository.updateRef(Constants.HEAD);
            head.disableRefLog();
            head.link(Constants.R_HEADS + MAIN);
            return made;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Answers one fetch.
    UploadPack upload() {
        return new UploadPack(repository);
    }

    /// Takes one push; what is no sound object is refused.
    ReceivePack receive() {
        ReceivePack receive = new ReceivePack(repository);
        receive.setCheckReceivedObjects(true);
        receive.setMaxPackSizeLimit(LARGEST_PACK);
        receive.setRefLogIdent(person);
        return receive;
    }

    Optional<String> head(String branch) {
        return Optional.ofNullable(id(branch)).map(ObjectId::name);
    }

    boolean contains(String branch, String commit) {
        ObjectId head = id(branch);
        if (head == null || !ObjectId.isId(commit)) {
            return false;
        }
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.isMergedInto(walk.parseCommit(ObjectId.fromString(commit)), walk.parseCommit(head));
        } catch (MissingObjectException neverPushed) {
            return false;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    boolean remove(String branch) {
        try {
            if (id(branch) == null) {
                return false;
            }
            RefUpdate gone = update(branch);
            gone.setForceUpdate(true);
            return gone.delete() == RefUpdate.Result.FORCED;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private RefUpdate update(String branch) throws IOException {
        RefUpdate update = repository.updateRef(Constants.R_HEADS + branch);
        update.setRefLogIdent(person);
        update.disableRefLog();
        return update;
    }

    private @Nullable ObjectId id(String branch) {
        if (!Repository.isValidRefName(Constants.R_HEADS + branch)) {
            return null;
        }
        try {
            Ref ref = repository.exactRef(Constants.R_HEADS + branch);
            return ref == null ? null : ref.getObjectId();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void expect(RefUpdate.Result wanted, RefUpdate.Result result) throws IOException {
        if (result != wanted) {
            throw new IOException("The branch could not be made: " + result);
        }
    }
}
