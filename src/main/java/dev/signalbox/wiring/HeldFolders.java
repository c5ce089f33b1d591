package dev.signalbox.wiring;

import dev.signalbox.desktop.FolderLock;
import dev.signalbox.desktop.Folders;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Folders that are this console's alone until it lets go of them.
///
/// @param lock absent where nothing can be kept and so nothing can be in anybody's way
record HeldFolders(Folders folders, @Nullable FolderLock lock) implements AutoCloseable {

    /// Makes the folders and takes them.
    ///
    /// @return nothing when another console has them
    static Optional<HeldFolders> take(Folders folders) throws IOException {
        return take(folders, "");
    }

    /// The same, and writes down whose they are.
    static Optional<HeldFolders> take(Folders folders, String holder) throws IOException {
        folders.make();
        return FolderLock.take(folders.data(), holder).map(lock -> new HeldFolders(folders, lock));
    }

    /// What is said when another console has them.
    static String taken(Folders folders) {
        return "Another Signalbox is running on " + folders.data()
                + ". Close it, or start this one with --data and another folder.";
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }
}
