package dev.signalbox.practice.github.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// Makes commits that look like a team's work.
final class Commits {

    static final List<String> SUBJECTS = List.of(
            "Bump http client to 5.6.4",
            "Log the request id with every refusal",
            "Tune connection pool for bursts",
            "Move retry policy into its own class",
            "Show currency in the order's locale",
            "Remove the old feature flag",
            "Cache exchange rates for a minute",
            "Refuse empty baskets early",
            "Add index on created_at",
            "Measure time to first byte",
            "Close the stream on every path",
            "Rename region to zone",
            "Update base image",
            "Fix rounding of half cents",
            "Make the health check cheap",
            "Tidy up error texts",
            "Stop polling when nobody looks",
            "Read limits from the environment",
            "Prefer IPv6 where there is one",
            "Test the empty answer",
            "Let reviewers see the diff",
            "Keep the order of equal scores",
            "Drop support for the v1 token",
            "Document the timeout");

    private static final List<List<String>> FILES = List.of(
            List.of("src/main/java/Server.java"),
            List.of("src/main/java/Pool.java", "src/test/java/PoolTest.java"),
            List.of("pom.xml"),
            List.of("db/V42__add_index.sql", "src/main/java/Orders.java"),
            List.of("README.md"),
            List.of("Dockerfile", "deploy/values.yaml"));

    private Commits() {}

    static Commit next(Repository repository, String message, Person author, Instant at) {
        List<Commit> before = repository.commits();
        String parent = before.isEmpty() ? null : before.getLast().sha();
        String sha = sha(repository.fullName() + "\n" + before.size() + "\n" + message);
        return new Commit(sha, parent, message, author, at, FILES.get(before.size() % FILES.size()));
    }

    static String sha(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
