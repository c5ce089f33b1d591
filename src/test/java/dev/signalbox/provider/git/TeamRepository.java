package dev.signalbox.provider.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/// A repository on the server's side, to which commits are added without any working copy: so it can hold what no Git
/// client would write.
public final class TeamRepository implements AutoCloseable {

    private static final Instant FIRST = Instant.parse("2026-11-20T12:00:00Z");

    private final Repository repository;
    private final Map<String, Entry> files = new LinkedHashMap<>();
    private final List<String> pushed = new CopyOnWriteArrayList<>();
    private volatile String refusal = "";
    private volatile Runnable beforePush = () -> {};
    private int commits;

    private record Entry(FileMode mode, byte[] content) {}

    public TeamRepository(Path folder) throws IOException {
        QuietSystem.use();
        repository = new FileRepositoryBuilder().setBare().setGitDir(folder.toFile()).build();
        repository.create(true);
        repository.getConfig().setBoolean("receive", null, "autogc", false);
        repository.getConfig().save();
    }

    Repository repository() {
        return repository;
    }

    /// Takes what is pushed; refuses it with `refusal` where there is one.
    ReceivePack receive() {
        ReceivePack receive = new ReceivePack(repository);
        receive.setCheckReceivedObjects(true);
        receive.setPreReceiveHook((pack, commands) -> {
            beforePush.run();
            for (ReceiveCommand command : commands) {
                pushed.add(command.getType() + " " + command.getRefName());
                if (!refusal.isEmpty()) {
                    command.setResult(ReceiveCommand.Result.REJECTED_OTHER_REASON, refusal);
                }
            }
        });
        return receive;
    }

    /// Refuses what is pushed from now on.
    public void refuse(String reason) {
        refusal = reason;
    }

    /// Happens on the server while a push is being taken.
    void beforePush(Runnable happens) {
        beforePush = happens;
    }

    /// What was pushed: `CREATE refs/heads/x`.
    public List<String> pushed() {
        return List.copyOf(pushed);
    }

    /// Full name of the commit at a branch's head.
    public @Nullable String head(String branch) throws IOException {
        ObjectId id = repository.resolve("refs/heads/" + branch);
        return id == null ? null : id.name();
    }

    /// A file of a branch.
    public String text(String branch, String path) throws IOException {
        try (RevWalk walk = new RevWalk(repository);
                TreeWalk found = TreeWalk.forPath(
                        repository, path, walk.parseCommit(repository.resolve("refs/heads/" + branch)).getTree())) {
            return new String(repository.open(found.getObjectId(0)).getBytes(), StandardCharsets.UTF_8);
        }
    }

    /// The commit at a branch's head.
    RevCommit newest(String branch) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = walk.parseCommit(repository.resolve("refs/heads/" + branch));
            walk.parseBody(commit);
            return commit;
        }
    }

    /// Every path of a branch with its mode and object.
    List<String> tree(String branch) throws IOException {
        List<String> all = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(newest(branch).getTree());
            walk.setRecursive(true);
            while (walk.next()) {
                all.add(walk.getFileMode(0) + " " + walk.getObjectId(0).name() + " " + walk.getPathString());
            }
        }
        return all;
    }

    /// Writes a file, to be committed.
    public TeamRepository with(String path, String text) {
        return with(path, FileMode.REGULAR_FILE, text.getBytes(StandardCharsets.UTF_8));
    }

    TeamRepository with(String path, FileMode mode, byte[] content) {
        files.put(path, new Entry(mode, content));
        return this;
    }

    TeamRepository without(String path) {
        files.remove(path);
        return this;
    }

    /// Commits everything on `main`, a minute after the commit before.
    ///
    /// @return the commit's name
    public String commit(String author, String subject) throws IOException {
        return commit("main", author, subject);
    }

    String commit(String branch, String author, String subject) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            DirCache tree = DirCache.newInCore();
            DirCacheBuilder builder = tree.builder();
            for (Map.Entry<String, Entry> file : files.entrySet()) {
                DirCacheEntry entry = new DirCacheEntry(file.getKey());
                entry.setFileMode(file.getValue().mode());
                entry.setObjectId(file.getValue().mode() == FileMode.GITLINK
                        ? ObjectId.fromString(new String(file.getValue().content(), StandardCharsets.US_ASCII))
                        : inserter.insert(Constants.OBJ_BLOB, file.getValue().content()));
                builder.add(entry);
            }
            builder.finish();
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree.writeTree(inserter));
            ObjectId parent = repository.resolve("refs/heads/" + branch);
            if (parent != null) {
                commit.setParentId(parent);
            }
            PersonIdent person = new PersonIdent(
                    author, "team@example.test", FIRST.plusSeconds(60L * commits++), java.time.ZoneOffset.UTC);
            commit.setAuthor(person);
            commit.setCommitter(person);
            commit.setMessage(subject + "\n\nMore words.\n");
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            point(branch, id);
            return id.name();
        }
    }

    /// Throws the newest commit away, as a forced push does.
    void rewind(String branch) throws IOException {
        point(branch, Objects.requireNonNull(repository.resolve("refs/heads/" + branch + "~1")));
    }

    private void point(String branch, ObjectId id) throws IOException {
        RefUpdate update = repository.updateRef("refs/heads/" + branch);
        update.setNewObjectId(id);
        update.setForceUpdate(true);
        update.update();
    }

    @Override
    public void close() {
        repository.close();
    }
}
