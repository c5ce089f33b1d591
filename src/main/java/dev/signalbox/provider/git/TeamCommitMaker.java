package dev.signalbox.provider.git;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.RemoteFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.util.Paths;
import org.jspecify.annotations.Nullable;

/// Makes a commit that puts another text in place of one file, without any working copy. Only the trees on the way to the
/// file are written anew; what else lies in them is taken over as it is, and is never looked into.
final class TeamCommitMaker {

    private final Repository repository;
    private final String path;

    /// @param path of the file, plain words between slashes
    TeamCommitMaker(Repository repository, String path) {
        this.repository = repository;
        this.path = path;
    }

    /// @param parent the commit that it is made on, which is in the copy
    /// @return what was made
    Made make(ObjectId parent, String text, String message, PersonIdent person) throws IOException, RemoteFailure {
        try (ObjectInserter inserter = repository.newObjectInserter();
                ObjectReader reader = repository.newObjectReader();
                RevWalk walk = new RevWalk(reader)) {
            RevCommit base = walk.parseCommit(parent);
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree(base.getTree(), List.of(path.split("/")), blob, reader, inserter));
            commit.setParentId(parent);
            commit.setAuthor(person);
            commit.setCommitter(person);
            commit.setEncoding(StandardCharsets.UTF_8);
            commit.setMessage(message);
            ObjectId made = inserter.insert(commit);
            inserter.flush();
            return new Made(made, blob);
        }
    }

    private ObjectId tree(
            @Nullable AnyObjectId before, List<String> rest, ObjectId blob, ObjectReader reader,
            ObjectInserter inserter) throws IOException, RemoteFailure {
        List<Entry> entries = before == null ? new ArrayList<>() : entries(before, reader);
        byte[] name = rest.getFirst().getBytes(StandardCharsets.UTF_8);
        int at = 0;
        while (at < entries.size() && !Arrays.equals(entries.get(at).name(), name)) {
            at++;
        }
        Entry there = at < entries.size() ? entries.get(at) : null;
        boolean last = rest.size() == 1;
        if (there != null && !(last ? isFile(there.mode()) : FileMode.TREE.equals(there.mode()))) {
            throw new RemoteFailure(new RemoteProblem.Unreadable(path + " is not a plain file in the repository."));
        }
        ObjectId child = last
                ? blob
                : tree(there == null ? null : there.id(), rest.subList(1, rest.size()), blob, reader, inserter);
        if (there != null) {
            entries.set(at, new Entry(name, there.mode(), child));
        } else {
            add(entries, new Entry(name, last ? FileMode.REGULAR_FILE : FileMode.TREE, child));
        }
        TreeFormatter tree = new TreeFormatter();
        entries.forEach(entry -> tree.append(entry.name(), entry.mode(), entry.id()));
        return inserter.insert(tree);
    }

    private static List<Entry> entries(AnyObjectId tree, ObjectReader reader) throws IOException {
        List<Entry> entries = new ArrayList<>();
        CanonicalTreeParser parser = new CanonicalTreeParser(null, reader, tree);
        for (; !parser.eof(); parser.next()) {
            byte[] name = new byte[parser.getNameLength()];
            parser.getName(name, 0);
            entries.add(new Entry(name, parser.getEntryFileMode(), parser.getEntryObjectId()));
        }
        return entries;
    }

    /// In the order that Git wants, in which a folder's name counts as if it ended with a slash.
    private static void add(List<Entry> entries, Entry fresh) {
        int at = 0;
        while (at < entries.size() && compare(entries.get(at), fresh) < 0) {
            at++;
        }
        entries.add(at, fresh);
    }

    private static int compare(Entry a, Entry b) {
        return Paths.compare(
                a.name(), 0, a.name().length, a.mode().getBits(), b.name(), 0, b.name().length, b.mode().getBits());
    }

    private static boolean isFile(FileMode mode) {
        return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
    }

    @SuppressWarnings("ArrayRecordComponent") // lives for one tree only, and is never compared
    private record Entry(byte[] name, FileMode mode, ObjectId id) {}

    /// @param blob the file in it
    record Made(ObjectId commit, ObjectId blob) {}
}
