package dev.signalbox.practice.gitlab.world;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// An environment of a project. Guarded by the world's lock.
public final class Environment {

    private final long id;
    private final String name;
    private final String tier;
    private final Instant createdAt;
    private final List<ApprovalRule> rules;
    private State state = State.AVAILABLE;
    private Instant updatedAt;

    /// Whether it is in use.
    enum State {
        AVAILABLE,
        /// The job that takes it down has not ended yet.
        STOPPING,
        STOPPED
    }

    Environment(long id, String name, String tier, Instant createdAt, List<ApprovalRule> rules) {
        this.id = id;
        this.name = name;
        this.tier = tier;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.rules = List.copyOf(rules);
    }

    void enter(State next, Instant at) {
        state = next;
        updatedAt = at;
    }

    boolean isAvailable() {
        return state == State.AVAILABLE;
    }

    /// Its number.
    public long id() {
        return id;
    }

    /// Its name; one of a family has the family's name and a slash before its own.
    public String name() {
        return name;
    }

    /// What it is for.
    public String tier() {
        return tier;
    }

    /// `available`, `stopping` or `stopped`.
    public String state() {
        return state.name().toLowerCase(Locale.ROOT);
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
