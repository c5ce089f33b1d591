package dev.signalbox.practice.github.world;

import dev.signalbox.practice.DeploySink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One repository with one workflow of the test's own making, and the engine that moves its runs.
final class Stage {

    static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");

    final People people = People.standard();
    final List<String> sent = new ArrayList<>();
    final Repository repository;
    final RunEngine engine;
    private final Ids ids = new Ids();
    private final WorkflowFile workflow;
    private DeploySink.Progress progress = new DeploySink.Progress(true, null);
    private boolean broken;

    /// The environment `guarded` waits for the release team; `open` waits for nobody.
    Stage(JobPlan... jobs) {
        workflow = new WorkflowFile(7, "Any", ".github/workflows/any.yml", "", Set.of("push"), List.of(),
                List.of(jobs));
        RepositorySeed seed = new RepositorySeed("sample", "", "Java", 1, 40, List.of(), List.of(), List.of(), false);
        repository = new Repository(1, "acme", seed, List.of(workflow), List.of(
                new Environment(21, "open", List.of(), false, BEGIN),
                new Environment(22, "guarded", List.of(people.releaseTeam()), false, BEGIN)));
        repository.add(Commits.next(repository, "First", people.you(), BEGIN.minusSeconds(60)));
        engine = new RunEngine(ids, new SplittableRandom(5), new Sink(), 1);
    }

    static JobPlan job(String name, List<String> needs, String... steps) {
        return plan(name, needs, null, trigger -> true, steps);
    }

    static JobPlan entering(String environment, String name, List<String> needs) {
        return new JobPlan(name, needs, environment, trigger -> true,
                List.of(StepPlan.of("Log in", 1), new StepPlan("Roll out", 2, true), StepPlan.of("Smoke tests", 1)));
    }

    static JobPlan plan(String name, List<String> needs, @Nullable String environment, Predicate<Trigger> when,
            String... steps) {
        List<StepPlan> plans = List.of(steps.length == 0 ? new String[] {"Work"} : steps).stream()
                .map(step -> StepPlan.of(step, 5))
                .toList();
        return new JobPlan(name, needs, environment, when, plans);
    }

    Run start(Attempt.@Nullable Failure failure) {
        Run run = new Run(ids.nextRun(), repository.nextNumber(workflow), ids.nextJob(), repository, workflow,
                new Trigger("push", Repository.BRANCH, Map.of()), repository.head(), people.developers().get(0),
                BEGIN);
        run.add(new Attempt(1, people.developers().get(0), BEGIN, failure));
        repository.add(run);
        engine.advance(run, BEGIN);
        return run;
    }

    Run start() {
        return start(null);
    }

    /// Looks at the run every so often for so long.
    void play(Run run, Duration every, Duration length) {
        for (Instant at = BEGIN; !at.isAfter(BEGIN.plus(length)); at = at.plus(every)) {
            engine.advance(run, at);
        }
    }

    void play(Run run) {
        play(run, Duration.ofSeconds(1), Duration.ofMinutes(3));
    }

    static Job job(Run run, String name) {
        return run.latest().job(name).orElseThrow();
    }

    static @Nullable Conclusion conclusion(Run run, String job) {
        return job(run, job).conclusion();
    }

    void rolloutsAre(boolean done, @Nullable String problem) {
        progress = new DeploySink.Progress(done, problem);
    }

    void breakTheSink() {
        broken = true;
    }

    Reviews reviews() {
        return new Reviews(ids);
    }

    private final class Sink implements DeploySink {

        @Override
        public void deploy(String service, String environment, String version, String sha, String actor) {
            sent.add(service + " " + environment + " " + actor);
            if (broken) {
                throw new IllegalStateException("nobody is at home");
            }
        }

        @Override
        public Progress progress(String service, String environment) {
            return progress;
        }
    }
}
