package dev.signalbox.desktop;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Where the console keeps its files. Practice has its own folders, so that it can never touch real ones.
///
/// @param data journal and history
/// @param cache logs that were fetched; may be deleted at any time
/// @param settings window and theme
/// @param kept where this very console may write what is kept; the same as `data`, unless that is only looked at because
///     another console has it
public record Folders(Path data, Path cache, Path settings, Path kept) {

    /// Those of a console that has them for itself.
    public Folders(Path data, Path cache, Path settings) {
        this(data, cache, settings, data);
    }

    /// The same data, looked at only: whatever is written goes below another folder.
    public Folders lookedAt(Path passing) {
        return new Folders(data, passing.resolve("cache"), passing, passing);
    }

    /// Whether the data may be written.
    public boolean isOurs() {
        return kept.equals(data);
    }

    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rwx------");

    /// The places that the system has for this: XDG base directories on Linux, Library on macOS, AppData on Windows.
    ///
    /// @param system name of the operating system, as Java tells it
    /// @param environment the process' environment
    /// @param home the user's home
    public static Folders of(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            Path support = home.resolve("Library/Application Support/Signalbox");
            return new Folders(support, home.resolve("Library/Caches/Signalbox"), support);
        }
        if (name.contains("windows")) {
            Path local = pathOf(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local")).resolve("Signalbox");
            return new Folders(local, local.resolve("cache"), local);
        }
        return new Folders(
                pathOf(environment.get("XDG_DATA_HOME"), home.resolve(".local/share")).resolve("signalbox"),
                pathOf(environment.get("XDG_CACHE_HOME"), home.resolve(".cache")).resolve("signalbox"),
                pathOf(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")).resolve("signalbox"));
    }

    /// All of it below one folder.
    public static Folders below(Path folder) {
        return new Folders(folder, folder.resolve("cache"), folder);
    }

    /// The same places for practice.
    public Folders forPractice() {
        return new Folders(data.resolve("practice"), cache.resolve("practice"), settings.resolve("practice"));
    }

    /// Makes the folders. Those that are there already become, like new ones, readable by their owner alone.
    ///
    /// @throws IOException when one cannot be made, or belongs to somebody else
    public void make() throws IOException {
        for (Path folder : new Path[] {data, cache, settings}) {
            makePrivate(folder);
        }
    }

    private static void makePrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        if (posix && !Files.getPosixFilePermissions(folder).equals(OWNER_ALONE)) {
            Files.setPosixFilePermissions(folder, OWNER_ALONE);
        }
    }

    /// XDG says that relative paths in these variables are to be ignored.
    private static Path pathOf(@org.jspecify.annotations.Nullable String text, Path preset) {
        if (text == null || text.isBlank()) {
            return preset;
        }
        Path path = Path.of(text);
        return path.isAbsolute() ? path : preset;
    }
}
