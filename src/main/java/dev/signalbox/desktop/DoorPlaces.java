package dev.signalbox.desktop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Where the doorbell of a console may hang: in its data folder, or, where that path is too long for a socket or its file
/// system takes none, in the user's runtime folder under a name made of the data folder's.
public final class DoorPlaces {

    /// What fits in every system's `sun_path`: 104 bytes with the final zero on macOS and the BSDs, 108 on Linux.
    static final int LONGEST = 103;

    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rwx------");

    private DoorPlaces() {}

    /// The places to try, in this order.
    ///
    /// @param data the console's data folder, which exists
    /// @param environment the process' environment
    public static List<Path> of(Path data, Map<String, String> environment) throws IOException {
        List<Path> places = new ArrayList<>();
        Path real = data.toRealPath();
        add(places, real.resolve("console.socket"));
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        if (!runtime.isBlank() && Path.of(runtime).isAbsolute() && Files.isDirectory(Path.of(runtime))) {
            UUID name = UUID.nameUUIDFromBytes(real.toString().getBytes(StandardCharsets.UTF_8));
            add(places, Path.of(runtime).resolve("signalbox").resolve(name + ".socket"));
        }
        return List.copyOf(places);
    }

    private static void add(List<Path> places, Path place) {
        if (place.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            places.add(place);
        }
    }

    /// Makes the folder of a place if it is missing, and sees to it that nobody else may enter it.
    ///
    /// @throws IOException when it is not a folder of this user's
    static void makeFolder(Path place) throws IOException {
        Path folder = place.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("No folder");
        }
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            if (posix) {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
            } else {
                Files.createDirectory(folder);
            }
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("Not a folder: " + folder);
        }
        if (posix && !Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS).equals(OWNER_ALONE)) {
            // Fails where the folder is somebody else's.
            Files.setPosixFilePermissions(folder, OWNER_ALONE);
        }
    }
}
