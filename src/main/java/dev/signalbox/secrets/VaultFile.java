package dev.signalbox.secrets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The vault's file: read as a whole, replaced as a whole, for its owner alone. After a crash it holds the old or the new
/// content, never a mixture. What is no vault is never replaced.
final class VaultFile {

    /// More than the largest vault: its entries have limits of their own.
    private static final int LARGEST = 16 << 20;

    private final Path file;
    private final FolderSync names;

    /// @param file where it lies; its folder must exist before the first writing
    VaultFile(Path file) {
        this(file, VaultFile::sync);
    }

    VaultFile(Path file, FolderSync names) {
        this.file = file;
        this.names = names;
    }

    /// Puts the names in a folder on the disk.
    interface FolderSync {

        void sync(Path folder) throws IOException;
    }

    /// The parts of the file.
    ///
    /// @param body the sealed entries
    record Parts(VaultHead head, byte[] body) {}

    /// What is done while nobody else writes the file.
    interface Turn<T> {

        T run() throws VaultProblem;
    }

    /// @return nothing when there is no file
    Optional<Parts> read() throws VaultProblem {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new VaultProblem(VaultProblem.Kind.FOREIGN, "it is larger than any vault");
            }
            VaultHead head = VaultHead.parse(bytes);
            return Optional.of(new Parts(head, Arrays.copyOfRange(bytes, VaultHead.LENGTH, bytes.length)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreachable("read", e);
        } catch (VaultProblem problem) {
            throw about(problem);
        }
    }

    /// Says which file it is, and that it was left alone.
    VaultProblem about(VaultProblem problem) {
        return new VaultProblem(problem.kind(), "The vault " + file + " cannot be used: " + problem.sentence()
                + ". It was left as it is.", problem);
    }

    /// Replaces the content. Only called in a turn, with what was read in the same turn.
    ///
    /// @return whether it lasts; otherwise it is in place, but a power cut could still bring the content before back
    /// @throws VaultProblem when the content before is in place
    boolean replace(VaultHead head, byte[] body) throws VaultProblem {
        Path fresh = beside(".new");
        try {
            // Left by a console that was killed. It is not taken over: its permissions may be others.
            Files.deleteIfExists(fresh);
            try (FileChannel channel = FileChannel.open(
                    fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerAlone())) {
                ByteBuffer bytes = ByteBuffer.allocate(VaultHead.LENGTH + body.length).put(head.bytes()).put(body);
                bytes.flip();
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unreachable("written", e);
        }
        return keepName();
    }

    /// Takes the turn of writing, waiting for another process that has it.
    <T> T alone(Turn<T> turn) throws VaultProblem {
        try (FileChannel channel = FileChannel.open(
                beside(".lock"), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerAlone());
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new VaultProblem(VaultProblem.Kind.BUSY, "The vault " + file + " is being written.");
            }
            return turn.run();
        } catch (OverlappingFileLockException here) {
            throw new VaultProblem(VaultProblem.Kind.BUSY, "The vault " + file + " is being written.", here);
        } catch (IOException e) {
            throw unreachable("written", e);
        }
    }

    /// Takes the file away, whatever it is, with what a killed console may have left beside it.
    ///
    /// @return whether there was one
    boolean delete() throws VaultProblem {
        try {
            Files.deleteIfExists(beside(".new"));
            boolean there = Files.deleteIfExists(file);
            keepName();
            return there;
        } catch (IOException e) {
            throw unreachable("removed", e);
        }
    }

    Path path() {
        return file;
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private boolean isPosix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private FileAttribute<?>[] ownerAlone() {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /// The name, too, must be on the disk; only POSIX systems let a folder be synced, and not on every file system.
    private boolean keepName() {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && isPosix()) {
            try {
                names.sync(folder);
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private VaultProblem unreachable(String done, IOException e) {
        String why = e instanceof FileSystemException refused && refused.getReason() != null
                ? refused.getReason()
                : e.getClass().getSimpleName();
        return new VaultProblem(
                VaultProblem.Kind.UNREACHABLE,
                "The vault " + file + " cannot be " + done + ": " + Objects.requireNonNull(why) + ".", e);
    }
}
