package dev.signalbox.packaging;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The package for Debian, Ubuntu and their kin, built by `dpkg-deb`.
///
/// @param time of the build; nothing in the package is younger
record DebPackage(Programs programs, Template control, Instant time, int level) {

    private static final int KIBI = 1024;

    /// @param architecture as Java names it
    void build(LinuxFiles files, String version, String architecture, Path deb)
            throws IOException, InterruptedException {
        Path about = files.root().resolve("DEBIAN");
        Tree.delete(about);
        String sums = sums(files.root());
        long kilobytes = Tree.size(files.root()) / KIBI;
        Files.createDirectories(about);
        Files.writeString(about.resolve("md5sums"), sums);
        Files.writeString(about.resolve("control"), control.fill(Map.of(
                "version", version, "architecture", architectureOf(architecture), "kilobytes",
                Long.toString(kilobytes))));
        Tree.makeReadableByAll(about);
        Tree.setTimes(files.root(), time);
        programs.run(
                List.of("dpkg-deb", "--root-owner-group", "-Zxz", "-z" + level, "--build", files.root().toString(),
                        deb.toString()),
                Map.of("SOURCE_DATE_EPOCH", Long.toString(time.getEpochSecond())));
        Tree.delete(about);
    }

    static String architectureOf(String java) {
        return switch (java) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> throw new IllegalArgumentException("No Debian architecture known for " + java);
        };
    }

    /// What `dpkg --verify` compares with; MD5 is what it expects.
    static String sums(Path root) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : Tree.walk(root)) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                lines.append(digest("MD5", file)).append("  ").append(root.relativize(file)).append('\n');
            }
        }
        return lines.toString();
    }

    static String digest(String algorithm, Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            byte[] sum = digest.digest(Files.readAllBytes(file));
            return String.format("%0" + 2 * sum.length + "x", new BigInteger(1, sum));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
