package dev.signalbox.practice.gitlab.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A pipeline with all its jobs. Guarded by the world's lock.
public final class Pipeline {

    private final long id;
    private final long iid;
    private final Project project;
    private final PipelinePlan plan;
    private final Trigger trigger;
    private final Commit head;
    private final Member user;
    private final Instant createdAt;
    private final @Nullable String failing;
    private final List<Job> jobs = new ArrayList<>();
    private Instant updatedAt;
    private @Nullable Instant cancelAt;

    /// @param failing the job that the script lets fail once; null for none
    Pipeline(long id, long iid, Project project, PipelinePlan plan, Trigger trigger, Commit head, Member user,
            Instant createdAt, @Nullable String failing) {
        this.id = id;
        this.iid = iid;
        this.project = project;
        this.plan = plan;
        this.trigger = trigger;
        this.head = head;
        this.user = user;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.failing = failing;
    }

    void add(Job job) {
        jobs.add(job);
    }

    void touch(Instant at) {
        if (at.isAfter(updatedAt)) {
            updatedAt = at;
        }
    }

    void cancelFrom(@Nullable Instant at) {
        cancelAt = at;
    }

    @Nullable
    Instant cancelAt() {
        return cancelAt;
    }

    boolean fails(JobPlan job) {
        return job.name().equals(failing) && jobs.stream().noneMatch(known -> known.plan().equals(job));
    }

    /// Its number in all of the provider, beyond 31 bits.
    public long id() {
        return id;
    }

    /// Its number in its project, for people.
    public long iid() {
        return iid;
    }

    /// Where it belongs.
    public Project project() {
        return project;
    }

    /// What it runs.
    public PipelinePlan plan() {
        return plan;
    }

    /// What started it.
    public Trigger trigger() {
        return trigger;
    }

    /// The commit that it runs on.
    public Commit head() {
        return head;
    }

    /// Who started it.
    public Member user() {
        return user;
    }

    /// When it was made.
    public Instant createdAt() {
        return createdAt;
    }

    /// When anything about it last changed.
    public Instant updatedAt() {
        return updatedAt;
    }

    /// When its first job began; null before.
    public @Nullable Instant startedAt() {
        return jobs.stream().map(Job::startedAt).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }

    /// When its last job ended; null while it goes on.
    public @Nullable Instant finishedAt() {
        return status().isOver()
                ? jobs.stream().map(Job::finishedAt).filter(Objects::nonNull).max(Comparator.naturalOrder())
                        .orElse(updatedAt)
                : null;
    }

    /// All jobs that ever were, oldest first.
    public List<Job> jobs() {
        return List.copyOf(jobs);
    }

    /// The jobs whose place no newer one took.
    public List<Job> current() {
        return jobs.stream().filter(job -> !job.isReplaced()).toList();
    }

    /// The newest job of this name.
    public Optional<Job> job(String name) {
        return current().stream().filter(job -> job.plan().name().equals(name)).findFirst();
    }

    /// Whether it is part of another pipeline.
    public boolean isChild() {
        return trigger.source().equals("parent_pipeline");
    }

    /// Where one of its jobs deploys to; null for ordinary jobs.
    public @Nullable String environmentOf(JobPlan job) {
        return job.environment(project.branchOf(trigger.ref()));
    }

    /// The version that its deploy jobs send: the input, else the tag, else the commit's short name.
    public String version() {
        String asked = trigger.input("version");
        if (!asked.isBlank()) {
            return asked;
        }
        return project.tagged(trigger.ref()).isPresent() ? trigger.ref() : head.sha().substring(0, 8);
    }

    /// The name that `workflow:name` gives it; null where the file gives none.
    public @Nullable String name() {
        return trigger.input("version").isBlank()
                ? null
                : "Release " + version() + " to " + trigger.input("environment");
    }

    /// What its jobs make of it.
    public Status status() {
        List<Job> counted = current().stream()
                .filter(job -> !(job.status() == Status.MANUAL && job.plan().allowFailure()))
                .toList();
        if (has(counted, Status.CANCELING)) {
            return Status.CANCELING;
        }
        if (has(counted, Status.RUNNING)) {
            return Status.RUNNING;
        }
        if (has(counted, Status.PENDING)) {
            return startedAt() == null ? Status.PENDING : Status.RUNNING;
        }
        if (has(counted, Status.MANUAL)) {
            return Status.MANUAL;
        }
        if (has(counted, Status.CREATED)) {
            return startedAt() == null ? Status.CREATED : Status.RUNNING;
        }
        if (counted.stream().anyMatch(job -> job.status() == Status.FAILED && !job.plan().allowFailure())) {
            return Status.FAILED;
        }
        if (has(counted, Status.CANCELED)) {
            return Status.CANCELED;
        }
        return counted.stream().allMatch(job -> job.status() == Status.SKIPPED) ? Status.SKIPPED : Status.SUCCESS;
    }

    private static boolean has(List<Job> jobs, Status status) {
        return jobs.stream().anyMatch(job -> job.status() == status);
    }
}
