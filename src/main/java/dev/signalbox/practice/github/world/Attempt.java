package dev.signalbox.practice.github.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One execution of a run. Guarded by the world's lock.
public final class Attempt {

    private final int number;
    private final Person triggeredBy;
    private final Instant startedAt;
    private final @Nullable Failure failure;
    private final boolean debug;
    private final List<Job> jobs = new ArrayList<>();
    private Instant updatedAt;
    private @Nullable Instant cancelAt;

    Attempt(int number, Person triggeredBy, Instant startedAt, @Nullable Failure failure) {
        this(number, triggeredBy, startedAt, failure, false);
    }

    Attempt(int number, Person triggeredBy, Instant startedAt, @Nullable Failure failure, boolean debug) {
        this.number = number;
        this.triggeredBy = triggeredBy;
        this.startedAt = startedAt;
        this.updatedAt = startedAt;
        this.failure = failure;
        this.debug = debug;
    }

    /// What the script lets go wrong: this job fails at its last real step.
    ///
    /// @param test the test that breaks, if it is a job that tests
    public record Failure(String job, TestFailure test) {

        /// With the test that breaks most often.
        public Failure(String job) {
            this(job, TestFailure.RANKING);
        }
    }

    void add(Job job) {
        jobs.add(job);
    }

    void touch(Instant at) {
        if (at.isAfter(updatedAt)) {
            updatedAt = at;
        }
    }

    void cancelFrom(Instant at) {
        if (cancelAt == null || at.isBefore(cancelAt)) {
            cancelAt = at;
        }
    }

    @Nullable
    Instant cancelAt() {
        return cancelAt;
    }

    boolean fails(String job) {
        return failure != null && failure.job().equals(job);
    }

    @Nullable
    Failure failure() {
        return failure;
    }

    /// Whether its runners were asked to say everything.
    public boolean debug() {
        return debug;
    }

    /// Its number, from 1.
    public int number() {
        return number;
    }

    /// Who started this attempt.
    public Person triggeredBy() {
        return triggeredBy;
    }

    /// When it was started.
    public Instant startedAt() {
        return startedAt;
    }

    /// When anything about it last changed.
    public Instant updatedAt() {
        return updatedAt;
    }

    /// The jobs that exist so far.
    public List<Job> jobs() {
        return List.copyOf(jobs);
    }

    /// The job of this name, if it exists already.
    public Optional<Job> job(String name) {
        return jobs.stream().filter(job -> job.plan().name().equals(name)).findFirst();
    }

    /// Where it is, given how many jobs its workflow has.
    Status status(int planned) {
        if (jobs.size() == planned && jobs.stream().allMatch(job -> job.status() == Status.COMPLETED)) {
            return Status.COMPLETED;
        }
        if (jobs.stream().anyMatch(job -> job.status() == Status.WAITING)) {
            return Status.WAITING;
        }
        return jobs.stream().allMatch(job -> job.status() == Status.QUEUED) ? Status.QUEUED : Status.IN_PROGRESS;
    }

    Conclusion conclusion() {
        if (ended(Conclusion.FAILURE)) {
            return Conclusion.FAILURE;
        }
        if (ended(Conclusion.CANCELLED)) {
            return Conclusion.CANCELLED;
        }
        return ended(Conclusion.SUCCESS) ? Conclusion.SUCCESS : Conclusion.SKIPPED;
    }

    private boolean ended(Conclusion how) {
        return jobs.stream().anyMatch(job -> job.conclusion() == how);
    }
}
