package dev.signalbox.desktop;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A small file of settings, replaced as a whole: after a crash it holds the old or the new content, never a mixture.
/// The three contents before stay beside it, as `NAME.1` (the newest) to `NAME.3`.
///
/// Nothing in it matters enough to keep the console from starting. A file that cannot be read is put aside as
/// `NAME.broken`, said, and its last good backup is taken. A file of a later console, or one that cannot be read for the
/// moment, stays as it is: what is read from it is used, nothing is written over it.
public final class SettingsFile {

    /// The newest form of the file that this console writes and understands.
    static final int VERSION = 1;

    private static final Logger LOG = Logger.getLogger(SettingsFile.class.getName());
    private static final int BACKUPS = 3;

    private final Path file;

    /// @param file where it lies; its folder must exist
    public SettingsFile(Path file) {
        this.file = file;
    }

    /// The settings; empty when there are none or neither they nor a backup can be read.
    public Map<String, String> read() {
        return switch (SettingsText.read(file)) {
            case SettingsText.Absent absent -> Map.of();
            case SettingsText.Good good -> good.settings();
            case SettingsText.Unreachable unreachable -> Map.of();
            case SettingsText.Broken broken -> restored();
        };
    }

    /// The settings as they are; empty when there are none or they cannot be read. Repairs nothing, so that whoever tells
    /// people what was broken can still do so.
    public Map<String, String> peek() {
        return SettingsText.read(file) instanceof SettingsText.Good good ? good.settings() : Map.of();
    }

    /// Whether it was written by a later console, which may know more than this one.
    public boolean isReadOnly() {
        return SettingsText.read(file) instanceof SettingsText.Good good && good.version() > VERSION;
    }

    /// Puts a broken file aside and its newest good backup in its place.
    ///
    /// @return what there is to be told, in a sentence; empty when the file is well or missing
    public String check() {
        SettingsText now = SettingsText.read(file);
        if (now instanceof SettingsText.Broken) {
            boolean found = !restored().isEmpty();
            return file.getFileName() + " could not be read and was put aside as " + beside(".broken").getFileName()
                    + (found ? "; what was set before is in force." : "; nothing is set instead.");
        }
        return isReadOnly()
                ? file.getFileName() + " was written by a later version of the console: it is read and not changed."
                : "";
    }

    /// Replaces the settings.
    ///
    /// @throws IOException when they cannot be written, when the file is a later console's, or when it cannot be read
    /// for the moment: what it holds would be lost
    public void write(Map<String, String> settings) throws IOException {
        SettingsText now = SettingsText.read(file);
        if (now instanceof SettingsText.Good good && good.version() > VERSION) {
            throw new IOException(
                    file.getFileName() + " was written by a later version of the console and stays as it is");
        }
        if (now instanceof SettingsText.Unreachable) {
            throw new IOException(file.getFileName() + " cannot be read, so nothing is written over it");
        }
        String text = SettingsText.write(settings, VERSION);
        Path fresh = beside(".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
            channel.force(true);
        }
        if (now instanceof SettingsText.Good good && !good.settings().equals(settings)) {
            keep();
        } else if (now instanceof SettingsText.Broken) {
            putAside();
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// The file itself stays until the new one takes its place, so that there is never none.
    private void keep() throws IOException {
        for (int older = BACKUPS; older > 1; older--) {
            Path newer = beside("." + (older - 1));
            if (Files.exists(newer)) {
                Files.move(newer, beside("." + older), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.copy(file, beside(".1"), StandardCopyOption.REPLACE_EXISTING);
    }

    private Map<String, String> restored() {
        for (int i = 1; i <= BACKUPS; i++) {
            Path backup = beside("." + i);
            if (SettingsText.read(backup) instanceof SettingsText.Good good) {
                LOG.log(Level.FINE, "{0} could not be read and was put aside as {1}; the settings before are in force",
                        new Object[] {file, beside(".broken").getFileName()});
                putAside();
                putBack(backup);
                return good.settings();
            }
        }
        LOG.log(Level.FINE, "{0} could not be read and was put aside as {1}; there are no settings before it",
                new Object[] {file, beside(".broken").getFileName()});
        putAside();
        return Map.of();
    }

    private void putAside() {
        try {
            Files.move(file, beside(".broken"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException stays) {
            LOG.log(Level.FINE, "The broken file stays where it is", stays);
        }
    }

    /// What is in force now is in force at the next start too.
    private void putBack(Path backup) {
        try {
            Path fresh = beside(".new");
            Files.copy(backup, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException lost) {
            LOG.log(Level.FINE, "The settings before could not be put back", lost);
        }
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
