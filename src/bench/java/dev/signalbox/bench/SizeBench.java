package dev.signalbox.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// How large what people get is: an installer, or the image that it unpacks. Only what the build has made is measured.
///
/// The baseline is the image of an almost empty window, with the same runtime.
///
/// @param file what is measured, with everything below it
/// @param empty the image to compare with
/// @param limit in MB
record SizeBench(String name, Path file, Path empty, double limit) implements Bench {

    private static final double MEGA = 1e6;
    private static final double INSTALLER = 60;
    private static final double IMAGE = 220;

    /// @param installers where the build made them; empty when there are none
    static List<Bench> benches(String installers) {
        if (installers.isEmpty()) {
            return List.of();
        }
        Path folder = Path.of(installers);
        Path empty = folder.resolve("empty/image/signalbox");
        SizeBench image = new SizeBench("installed.size.image", folder.resolve("image/signalbox"), empty, IMAGE);
        try (Stream<Path> out = list(folder.resolve("out"))) {
            return Stream.concat(
                    Stream.of(image),
                    out.filter(file -> file.toString().matches(".*\\.(deb|rpm|tar\\.xz|tar\\.gz)")).sorted()
                            .map(file -> new SizeBench(name(file), file, empty, INSTALLER)))
                    .map(Bench.class::cast)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> list(Path folder) throws IOException {
        return Files.isDirectory(folder) ? Files.list(folder) : Stream.empty();
    }

    private static String name(Path file) {
        return "installed.size." + file.getFileName().toString().replaceFirst("^.*?(tar\\.[a-z]+|[a-z]+)$", "$1");
    }

    @Override
    public Measurement run(Effort effort) throws IOException {
        return new Measurement(megabytes(file), "MB", megabytes(empty), new Limit.ValueAtMost(limit));
    }

    private static double megabytes(Path top) throws IOException {
        if (!Files.exists(top)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(top)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes / MEGA;
        }
    }
}
