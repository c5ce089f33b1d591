package dev.signalbox.practice.gitlab.world;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A job of a pipeline. It knows only itself; the `PipelineEngine` knows the rest. Guarded by the world's lock.
public final class Job {

    private final long id;
    private final JobPlan plan;
    private final Pipeline pipeline;
    private final Instant createdAt;
    private final Duration queue;
    private final Duration duration;
    private final boolean fails;
    private final boolean again;
    private Member user;
    private Status status = Status.CREATED;
    private @Nullable Instant queuedAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;
    private @Nullable Deployment deployment;
    private @Nullable Pipeline downstream;
    private @Nullable String failureReason;
    private boolean replaced;
    private boolean sent;
    private boolean erased;

    /// How long a job will take and whether it will go wrong, drawn when it was made.
    record Fate(Duration queue, Duration duration, boolean fails) {}

    /// @param again whether it takes the place of one that had its turn: nobody needs to start it by hand
    Job(long id, JobPlan plan, Pipeline pipeline, Member user, Instant createdAt, Fate fate, boolean again) {
        this.id = id;
        this.plan = plan;
        this.pipeline = pipeline;
        this.user = user;
        this.createdAt = createdAt;
        this.queue = fate.queue();
        this.duration = fate.duration();
        this.fails = fate.fails();
        this.again = again;
    }

    void enqueue(Instant at) {
        status = Status.PENDING;
        queuedAt = at;
    }

    void playedBy(Member player, Instant at) {
        user = player;
        enqueue(at);
    }

    void waitForSomebody() {
        status = Status.MANUAL;
    }

    void start(Instant at) {
        status = Status.RUNNING;
        startedAt = at;
    }

    void stopping() {
        status = Status.CANCELING;
    }

    void end(Status how, Instant at, @Nullable String reason) {
        status = how;
        finishedAt = how == Status.SKIPPED ? null : at;
        failureReason = reason;
    }

    /// A job that was skipped gets another chance, under the same number.
    void reset() {
        status = Status.CREATED;
        finishedAt = null;
    }

    void replace() {
        replaced = true;
    }

    void attach(Deployment made) {
        deployment = made;
    }

    void attach(Pipeline started) {
        downstream = started;
    }

    void erase() {
        erased = true;
    }

    boolean isSent() {
        return sent;
    }

    boolean markSent() {
        boolean first = !sent;
        sent = true;
        return first;
    }

    boolean fails() {
        return fails;
    }

    boolean isAgain() {
        return again;
    }

    Instant startsAt() {
        return (queuedAt == null ? createdAt : queuedAt).plus(queue);
    }

    Duration planned() {
        return duration;
    }

    /// Its number.
    public long id() {
        return id;
    }

    /// Its description in the file.
    public JobPlan plan() {
        return plan;
    }

    /// Where it belongs.
    public Pipeline pipeline() {
        return pipeline;
    }

    /// In whose name it runs.
    public Member user() {
        return user;
    }

    /// Where it is.
    public Status status() {
        return status;
    }

    /// When it was made.
    public Instant createdAt() {
        return createdAt;
    }

    /// When it began to wait for a runner; null before.
    public @Nullable Instant queuedAt() {
        return queuedAt;
    }

    /// When a runner took it; null before.
    public @Nullable Instant startedAt() {
        return startedAt;
    }

    /// When it ended; null until then.
    public @Nullable Instant finishedAt() {
        return finishedAt;
    }

    /// How far a running job has come, from 0 to 1.
    public double progress(Instant now) {
        if (startedAt == null) {
            return 0;
        }
        Instant until = finishedAt == null ? now : finishedAt;
        double share = Duration.between(startedAt, until).toMillis() / (double) Math.max(1, duration.toMillis());
        return finishedAt == null ? Math.clamp(share, 0, 0.99) : 1;
    }

    /// The deployment that it makes; null for ordinary jobs and before its stage.
    public @Nullable Deployment deployment() {
        return deployment;
    }

    /// The child pipeline that it started; null before and for jobs with a script.
    public @Nullable Pipeline downstream() {
        return downstream;
    }

    /// Why it failed, as on the wire; null when it did not.
    public @Nullable String failureReason() {
        return failureReason;
    }

    /// Whether a newer job took its place.
    public boolean isReplaced() {
        return replaced;
    }

    /// Whether its log and artifacts were deleted.
    public boolean isErased() {
        return erased;
    }

    /// Whether it left reports or files behind.
    public boolean hasArtifacts() {
        return plan.tests() && startedAt != null && status.isOver() && status != Status.CANCELED && !erased;
    }
}
