package dev.signalbox.provider.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/// A repository on the server's side, to which commits are added without any working copy: so it can hold what no Git
/// client would write.
public final class TeamRepository implements AutoCloseable {

    private static final Instant FIRST = Instant.parse("2026-11-20T12:00:00Z");

    private final Repository repository;
    private final Map<String, Entry> files = new LinkedHashMap<>();
    private int commits;

    private record Entry(FileMode mode, byte[] content) {}

    public TeamRepository(Path folder) throws IOException {
        QuietSystem.use();
        repository = new FileRepositoryBuilder().setBare().setGitDir(folder.toFile()).build();
        repository.create(true);
    }

    Repository repository() {
        return repository;
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
