package dev.signalbox.practice.github.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A run of a workflow with all its attempts. Guarded by the world's lock.
public final class Run {

    private final long id;
    private final int number;
    private final long checkSuite;
    private final Repository repository;
    private final WorkflowFile workflow;
    private final Trigger trigger;
    private final Commit head;
    private final Person actor;
    private final Instant createdAt;
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Approval> approvals = new ArrayList<>();
    private final List<Artifact> artifacts = new ArrayList<>();

    Run(long id, int number, long checkSuite, Repository repository, WorkflowFile workflow, Trigger trigger,
            Commit head,
            Person actor, Instant createdAt) {
        this.id = id;
        this.number = number;
        this.checkSuite = checkSuite;
        this.repository = repository;
        this.workflow = workflow;
        this.trigger = trigger;
        this.head = head;
        this.actor = actor;
        this.createdAt = createdAt;
    }

    void add(Attempt attempt) {
        attempts.add(attempt);
    }

    void add(Approval approval) {
        approvals.add(approval);
    }

    void add(Artifact artifact) {
        artifacts.add(artifact);
    }

    /// Its number in all of the provider, beyond 32 bits.
    public long id() {
        return id;
    }

    /// Its number in its workflow, from 1.
    public int number() {
        return number;
    }

    /// The check suite that holds its check runs.
    public long checkSuite() {
        return checkSuite;
    }

    /// Where it belongs.
    public Repository repository() {
        return repository;
    }

    /// What it runs.
    public WorkflowFile workflow() {
        return workflow;
    }

    /// What started it.
    public Trigger trigger() {
        return trigger;
    }

    /// The commit that it runs on.
    public Commit head() {
        return head;
    }

    /// Who caused it first.
    public Person actor() {
        return actor;
    }

    /// When it was made.
    public Instant createdAt() {
        return createdAt;
    }

    /// All attempts, oldest first.
    public List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /// The newest attempt.
    public Attempt latest() {
        return attempts.getLast();
    }

    /// Attempt by number.
    public Optional<Attempt> attempt(long wanted) {
        return attempts.stream().filter(attempt -> attempt.number() == wanted).findFirst();
    }

    /// The test that broke or would have.
    public TestFailure brokenTest() {
        return attempts.stream()
                .map(Attempt::failure)
                .filter(Objects::nonNull)
                .map(Attempt.Failure::test)
                .findFirst()
                .orElse(TestFailure.RANKING);
    }

    /// Everyone's answers so far, oldest first.
    public List<Approval> approvals() {
        return List.copyOf(approvals);
    }

    /// What it left behind.
    public List<Artifact> artifacts() {
        return List.copyOf(artifacts);
    }

    /// Where this attempt is.
    public Status status(Attempt attempt) {
        return attempt.status(workflow.jobs().size());
    }

    /// Where the newest attempt is.
    public Status status() {
        return status(latest());
    }

    /// How this attempt ended; null while it has not.
    public @Nullable Conclusion conclusion(Attempt attempt) {
        return status(attempt) == Status.COMPLETED ? attempt.conclusion() : null;
    }

    /// The version that its deploy jobs send: the input, else the tag, else the commit's short name.
    public String version() {
        String asked = trigger.input("version");
        if (!asked.isBlank()) {
            return asked;
        }
        return repository.hasTag(trigger.ref()) ? trigger.ref() : head.sha().substring(0, 7);
    }

    /// The run's title: its `run-name` where the inputs give one, else the commit's subject, else the workflow's name.
    public String title() {
        if (!trigger.input("version").isBlank()) {
            return workflow.name() + " " + version() + " to " + trigger.input("environment");
        }
        return trigger.event().equals("push") ? head.subject() : workflow.name();
    }
}
