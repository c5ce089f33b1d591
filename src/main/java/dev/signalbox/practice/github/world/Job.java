package dev.signalbox.practice.github.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A job of one attempt. It knows only itself; the `RunEngine` knows the rest. Guarded by the world's lock.
public final class Job {

    private final long id;
    private final JobPlan plan;
    private final int attempt;
    private final Instant createdAt;
    private final Pace pace;
    private final List<Step> steps = new ArrayList<>();
    private final @Nullable Deployment deployment;
    private Status status;
    private Instant queuedAt;
    private @Nullable Conclusion conclusion;
    private @Nullable Instant startedAt;
    private @Nullable Instant completedAt;
    private boolean sent;

    Job(long id, JobPlan plan, int attempt, Instant createdAt, Pace pace, @Nullable Deployment deployment,
            Status status) {
        this.id = id;
        this.plan = plan;
        this.attempt = attempt;
        this.createdAt = createdAt;
        this.queuedAt = createdAt;
        this.pace = pace;
        this.deployment = deployment;
        this.status = status;
    }

    /// How long this job will take, drawn when it was made.
    ///
    /// @param queue time until a runner takes it
    /// @param steps time of each step of the plan
    /// @param failsAt index of the step that fails; -1 when none does
    record Pace(Duration queue, List<Duration> steps, int failsAt) {}

    void release(Instant at) {
        status = Status.QUEUED;
        queuedAt = at;
    }

    void start(Instant at) {
        status = Status.IN_PROGRESS;
        startedAt = at;
        for (int i = 0; i < plan.steps().size(); i++) {
            steps.add(Step.waiting(i + 1, plan.steps().get(i).name()));
        }
    }

    void set(int index, Step step) {
        steps.set(index, step);
    }

    void end(Conclusion how, Instant at) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.status() != Status.COMPLETED) {
                steps.set(i, step.ended(step.startedAt() == null ? Conclusion.SKIPPED : how, at));
            }
        }
        status = Status.COMPLETED;
        conclusion = how;
        completedAt = at;
        if (startedAt == null) {
            startedAt = at;
        }
    }

    Pace pace() {
        return pace;
    }

    Instant startsAt() {
        return queuedAt.plus(pace.queue());
    }

    boolean markSent() {
        boolean first = !sent;
        sent = true;
        return first;
    }

    /// Its number.
    public long id() {
        return id;
    }

    /// Its description in the workflow file.
    public JobPlan plan() {
        return plan;
    }

    /// The attempt in which it really ran; carried over unchanged when a later attempt did not repeat it.
    public int attempt() {
        return attempt;
    }

    /// When it came into being, which is when the jobs that it needs had ended.
    public Instant createdAt() {
        return createdAt;
    }

    /// When a runner took it; while queued, when it was made.
    public Instant startedAt() {
        return startedAt == null ? createdAt : startedAt;
    }

    /// When it ended; null until then.
    public @Nullable Instant completedAt() {
        return completedAt;
    }

    /// Where it is.
    public Status status() {
        return status;
    }

    /// How it ended; null until then.
    public @Nullable Conclusion conclusion() {
        return conclusion;
    }

    /// Whether a runner ever took it.
    public boolean hasRun() {
        return !steps.isEmpty();
    }

    /// Its steps; empty until it has started.
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /// The deployment that it makes; null for ordinary jobs.
    public @Nullable Deployment deployment() {
        return deployment;
    }
}
