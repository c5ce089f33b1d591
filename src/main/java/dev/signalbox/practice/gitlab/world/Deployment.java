package dev.signalbox.practice.gitlab.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A deployment made by a job that deploys. Guarded by the world's lock.
public final class Deployment {

    private final long id;
    private final long iid;
    private final Environment environment;
    private final Job job;
    private final Instant createdAt;
    private final List<Approval> approvals = new ArrayList<>();
    private State state = State.CREATED;
    private Instant updatedAt;
    private @Nullable Instant finishedAt;

    /// Where it is.
    public enum State {
        CREATED,
        /// Waits for people: for approvals, or for somebody who starts its job.
        BLOCKED,
        RUNNING,
        SUCCESS,
        FAILED,
        CANCELED,
        SKIPPED
    }

    Deployment(long id, long iid, Environment environment, Job job, Instant createdAt) {
        this.id = id;
        this.iid = iid;
        this.environment = environment;
        this.job = job;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    void enter(State next, Instant at) {
        state = next;
        updatedAt = at;
        finishedAt = isOver() ? at : null;
    }

    void add(Approval approval) {
        approvals.add(approval);
        updatedAt = approval.at();
    }

    /// Its number in all of the provider.
    public long id() {
        return id;
    }

    /// Its number in its project.
    public long iid() {
        return iid;
    }

    /// Where to.
    public Environment environment() {
        return environment;
    }

    /// The job that deploys.
    public Job job() {
        return job;
    }

    /// When it was made.
    public Instant createdAt() {
        return createdAt;
    }

    /// When it last changed.
    public Instant updatedAt() {
        return updatedAt;
    }

    /// When it ended; null until then.
    public @Nullable Instant finishedAt() {
        return finishedAt;
    }

    /// Where it is.
    public State state() {
        return state;
    }

    /// Whether nothing will happen to it any more.
    public boolean isOver() {
        return state.compareTo(State.SUCCESS) >= 0;
    }

    /// All answers so far, oldest first.
    public List<Approval> approvals() {
        return List.copyOf(approvals);
    }

    /// The answers that count for a rule.
    public List<Approval> approvals(ApprovalRule rule) {
        return approvals.stream().filter(approval -> approval.rule() == rule.id()).toList();
    }

    /// How many more must say yes for this rule.
    public int missing(ApprovalRule rule) {
        long yes = approvals(rule).stream().filter(Approval::yes).count();
        return (int) Math.max(0, rule.required() - yes);
    }

    /// Whether its job may not be started before more people said yes.
    public boolean waitsForApproval() {
        return state == State.BLOCKED && pendingApprovals() > 0;
    }

    /// How many more must say yes in all.
    public int pendingApprovals() {
        return environment.rules().stream().mapToInt(this::missing).sum();
    }
}
