package dev.signalbox.practice.github.world;

import dev.signalbox.practice.DeploySink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Everything that the practice CI provider knows, behind one lock. It moves by `tick` alone and reads no clock, so that a
/// test plays an hour in a moment.
public final class World {

    /// Login of the only organisation.
    public static final String ORGANISATION = "acme";

    private static final Duration CANCEL_TAKES = Duration.ofMillis(1500);

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Repository> repositories = new ArrayList<>();
    private final Ids ids = new Ids();
    private final People people;
    private final RunEngine engine;
    private final RandomGenerator random;
    private final double pace;

    /// An empty world.
    ///
    /// @param sink where deploy jobs send releases
    /// @param pace factor on every duration of a job; 1 lets a run take about a minute
    public World(People people, RandomGenerator random, DeploySink sink, double pace) {
        this.people = people;
        this.random = random;
        this.pace = pace;
        this.engine = new RunEngine(ids, random, sink, pace);
    }

    /// Reads or changes several things as one.
    public <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /// Adds a repository with its past: commits, tags, finished runs and deployments up to `now`.
    public void seed(RepositorySeed seed, Instant now) {
        locked(() -> repositories.add(
                new History(ids, people, random, new RunEngine(ids, random, DeploySink.immediate(), pace)).write(seed,
                        now)));
    }

    /// Lets everything happen that was due until `now`.
    public void tick(Instant now) {
        locked(() -> {
            for (Repository repository : repositories) {
                for (Run run : repository.runs()) {
                    if (run.status() != Status.COMPLETED) {
                        engine.advance(run, now);
                    }
                }
            }
            return true;
        });
    }

    /// Who there is.
    public People people() {
        return people;
    }

    /// All repositories, in the order in which they were seeded.
    public List<Repository> repositories() {
        return locked(() -> List.copyOf(repositories));
    }

    /// The repository of this name.
    public Optional<Repository> repository(String name) {
        return repositories().stream()
                .filter(known -> known.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /// Someone pushes a commit to the branch; every workflow that listens starts.
    public List<Run> push(Repository repository, Person author, String message, Instant now,
            Attempt.@Nullable Failure failure) {
        return locked(() -> {
            repository.add(Commits.next(repository, message, author, now));
            return repository.workflows().stream()
                    .filter(file -> file.events().contains("push"))
                    .map(file -> start(repository, file, new Trigger("push", Repository.BRANCH, Map.of()), author, now,
                            failure))
                    .toList();
        });
    }

    /// Someone starts a workflow by hand. The inputs are checked before, by `Dispatches`.
    public Run dispatch(
            Repository repository,
            WorkflowFile file,
            String ref,
            Map<String, String> inputs,
            Person actor,
            Instant now,
            Attempt.@Nullable Failure failure) {
        return locked(
                () -> start(repository, file, new Trigger("workflow_dispatch", ref, inputs), actor, now, failure));
    }

    private Run start(Repository repository, WorkflowFile file, Trigger trigger, Person actor, Instant now,
            Attempt.@Nullable Failure failure) {
        Commit head = repository.resolve(trigger.ref())
                .orElseThrow(() -> new Refused(422, "No ref found for: " + trigger.ref()));
        Run run = new Run(ids.nextRun(), repository.nextNumber(file), ids.nextJob(), repository, file, trigger, head,
                actor, now);
        String version = trigger.input("version");
        if (!version.isBlank() && !repository.hasTag(version)) {
            repository.tag(version, head.sha());
        }
        run.add(new Attempt(1, actor, now, failure));
        repository.add(run);
        engine.advance(run, now);
        return run;
    }

    /// Repeats a finished run: all its jobs, or those that `chosen` takes and every job that needs one of them.
    ///
    /// @param debug whether the runners shall say everything
    public void rerun(Run run, java.util.function.Predicate<Job> chosen, Person actor, Instant now, boolean debug) {
        locked(() -> {
            if (run.status() != Status.COMPLETED) {
                throw new Refused(403, "This workflow is already running");
            }
            Attempt old = run.latest();
            Attempt fresh = new Attempt(old.number() + 1, actor, now, null, debug);
            List<String> again = new ArrayList<>();
            for (JobPlan plan : run.workflow().jobs()) {
                Job job = old.job(plan.name()).orElseThrow();
                if (chosen.test(job) || plan.needs().stream().anyMatch(again::contains)) {
                    again.add(plan.name());
                } else {
                    fresh.add(job);
                }
            }
            if (again.isEmpty()) {
                throw new Refused(403, "This workflow run cannot be retried");
            }
            run.add(fresh);
            engine.advance(run, now);
            return true;
        });
    }

    /// Asks a run to stop. It stops a moment later, or at once when forced.
    public void cancel(Run run, Instant now, boolean force) {
        locked(() -> {
            if (run.status() == Status.COMPLETED) {
                throw new Refused(409, "Cannot cancel a workflow run that is completed.");
            }
            long millis = force ? 0 : Math.round(CANCEL_TAKES.toMillis() * pace);
            run.latest().cancelFrom(now.plusMillis(millis));
            engine.advance(run, now);
            return true;
        });
    }

    /// One person answers for environments that a run waits for.
    ///
    /// @return the deployments that were answered
    public List<Deployment> review(Run run, List<Long> environments, boolean yes, String comment, Person person,
            Instant now) {
        return locked(() -> {
            List<Deployment> answered = new Reviews(ids).answer(run, environments, yes, comment, person, now);
            engine.advance(run, now);
            return answered;
        });
    }
}
