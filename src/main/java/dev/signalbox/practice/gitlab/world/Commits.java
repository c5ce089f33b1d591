package dev.signalbox.practice.gitlab.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// Brings commits to the branch, each by a merge request.
final class Commits {

    static final List<String> TITLES = List.of(
            "Refuse tokens without an audience",
            "Close idle connections earlier",
            "Count retries per destination",
            "Read limits from the environment",
            "Keep order of equal timestamps",
            "Bump base image",
            "Say which field was missing",
            "Drop the flag for the old format",
            "Measure queue time",
            "Make health check cheap",
            "Fix leak on timeout",
            "Sign with the key of the day",
            "Let operators pause the queue",
            "Test the empty answer");

    private static final List<List<String>> FILES = List.of(
            List.of("cmd/server/main.go"),
            List.of("internal/queue/queue.go", "internal/queue/queue_test.go"),
            List.of("go.mod"),
            List.of("deploy/values.yaml"),
            List.of("README.md"));

    private static final Duration REVIEW = Duration.ofHours(20);

    private final Ids ids;

    Commits(Ids ids) {
        this.ids = ids;
    }

    Commit merge(Project project, String title, Member author, Instant at) {
        List<Commit> before = project.commits();
        String parent = before.isEmpty() ? null : before.getLast().sha();
        String sha = sha(project.path() + "\n" + before.size() + "\n" + title);
        Commit commit = new Commit(sha, parent, title, author, at, FILES.get(before.size() % FILES.size()));
        project.add(commit);
        project.add(request(project, title, author, sha, at.minus(REVIEW), at));
        return commit;
    }

    /// A merge request that is still open.
    MergeRequest propose(Project project, String title, Member author, Instant at) {
        MergeRequest request =
                request(project, title, author, sha(project.path() + "\nopen\n" + title), at, null);
        project.add(request);
        return request;
    }

    private MergeRequest request(Project project, String title, Member author, String sha, Instant createdAt,
            @org.jspecify.annotations.Nullable Instant mergedAt) {
        String branch = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        long iid = project.mergeRequests().size() + 1L;
        return new MergeRequest(ids.next(), iid, title, author, branch, sha, createdAt, mergedAt);
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
