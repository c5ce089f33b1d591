package dev.signalbox.practice.gitlab.world;

import java.time.Instant;
import java.util.List;

/// An environment of a project. Guarded by the world's lock.
public final class Environment {

    private final long id;
    private final String name;
    private final Instant createdAt;
    private final List<ApprovalRule> rules;
    private boolean stopped;
    private Instant updatedAt;

    Environment(long id, String name, Instant createdAt, List<ApprovalRule> rules) {
        this.id = id;
        this.name = name;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.rules = List.copyOf(rules);
    }

    void stop(boolean now, Instant at) {
        stopped = now;
        updatedAt = at;
    }

    /// Its number.
    public long id() {
        return id;
    }

    /// Its name, which is also its tier.
    public String name() {
        return name;
    }

    /// `available` or `stopped`.
    public String state() {
        return stopped ? "stopped" : "available";
    }

    /// When it was made.
    public Instant createdAt() {
        return createdAt;
    }

    /// When it last changed.
    public Instant updatedAt() {
        return updatedAt;
    }

    /// Who must say yes; empty when it is not protected.
    public List<ApprovalRule> rules() {
        return rules;
    }

    /// Whether only maintainers may deploy to it, and only after approvals.
    public boolean isProtected() {
        return !rules.isEmpty();
    }
}
