package dev.signalbox.practice.github;

import dev.signalbox.practice.github.world.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A pull request; guarded by the world's lock.
final class PullRequest {

    final int number;
    final String head;
    final String base;
    final Person author;
    final Instant createdAt;
    String title;
    String body;
    String sha;
    Instant updatedAt;
    boolean open = true;
    @Nullable
    Instant closedAt;
    @Nullable
    Instant mergedAt;

    PullRequest(
            int number, String title, String body, String head, String sha, String base, Person author, Instant now) {
        this.number = number;
        this.title = title;
        this.body = body;
        this.head = head;
        this.sha = sha;
        this.base = base;
        this.author = author;
        createdAt = now;
        updatedAt = now;
    }

    void close(Instant now, boolean merged) {
        open = false;
        closedAt = now;
        mergedAt = merged ? now : null;
        updatedAt = now;
    }

    void reopen(Instant now) {
        open = true;
        closedAt = null;
        updatedAt = now;
    }
}
