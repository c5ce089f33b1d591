package dev.signalbox.packaging;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Folders of files on their way into a package.
final class Tree {

    private Tree() {}

    /// The files directly in a folder whose names end so, sorted.
    static List<Path> list(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    /// Everything below a folder, itself first, sorted. Links are not followed.
    static List<Path> walk(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    /// Bytes of all files below.
    static long size(Path folder) throws IOException {
        long bytes = 0;
        for (Path file : walk(folder)) {
            bytes += Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
        }
        return bytes;
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : walk(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            for (Path file : walk(folder).reversed()) {
                Files.delete(file);
            }
        }
    }

    /// Gives everything the time of the build. The cache of classes knows its jars by their times, and packages keep whole
    /// seconds at best; besides, the same build is to give the same package.
    static void setTimes(Path folder, Instant time) throws IOException {
        FileTime stamp = FileTime.from(time);
        for (Path file : walk(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
            Files.getFileAttributeView(file, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setTimes(stamp, stamp, null);
        }
    }

    /// What is installed for everybody is readable for everybody, whatever the umask of the build was.
    static void makeReadableByAll(Path folder) throws IOException {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        for (Path file : walk(folder)) {
            if (!Files.isSymbolicLink(file)) {
                boolean enter = Files.isDirectory(file) || Files.isExecutable(file);
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(enter ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
