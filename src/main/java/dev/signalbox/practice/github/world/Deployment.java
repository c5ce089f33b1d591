package dev.signalbox.practice.github.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A deployment made by a job that enters an environment. Guarded by the world's lock.
public final class Deployment {

    private final long id;
    private final String environment;
    private final Run run;
    private final Person creator;
    private final Instant createdAt;
    private final List<DeploymentStatus> statuses = new ArrayList<>();

    Deployment(long id, String environment, Run run, Person creator, Instant createdAt) {
        this.id = id;
        this.environment = environment;
        this.run = run;
        this.creator = creator;
        this.createdAt = createdAt;
    }

    void enter(DeploymentStatus status) {
        statuses.add(status);
    }

    /// Its number.
    public long id() {
        return id;
    }

    /// The environment's name.
    public String environment() {
        return environment;
    }

    /// The run that made it.
    public Run run() {
        return run;
    }

    /// Who started it.
    public Person creator() {
        return creator;
    }

    /// When it was made.
    public Instant createdAt() {
        return createdAt;
    }

    /// When its state last changed.
    public Instant updatedAt() {
        return statuses.isEmpty() ? createdAt : statuses.getLast().at();
    }

    /// The newest state; `pending` before the first.
    public String state() {
        return statuses.isEmpty() ? "pending" : statuses.getLast().state();
    }

    /// Whether nothing will happen to it any more and it is not what runs.
    boolean isOver() {
        return state().equals("failure") || state().equals("inactive");
    }

    /// All states, newest first as on the wire.
    public List<DeploymentStatus> statuses() {
        return List.copyOf(statuses.reversed());
    }
}
