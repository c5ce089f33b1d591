package dev.signalbox.practice.github.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Writes the past of a repository: the same engine plays it, only faster than anyone watches.
final class History {

    private static final int OLD_COMMITS = 24;
    private static final int BUILDS = 12;
    private static final Duration STEP = Duration.ofSeconds(6);

    private final Ids ids;
    private final People people;
    private final RandomGenerator random;
    private final RunEngine engine;

    History(Ids ids, People people, RandomGenerator random, RunEngine engine) {
        this.ids = ids;
        this.people = people;
        this.random = random;
        this.engine = engine;
    }

    /// A run that is to be played.
    private record Past(Instant at, WorkflowFile file, Trigger trigger, Commit head, Person actor, boolean red) {}

    Repository write(RepositorySeed seed, Instant now) {
        Repository repository = new Repository(
                ids.next(),
                World.ORGANISATION,
                seed,
                List.of(Workflows.ci(ids.next()), Workflows.release(ids.next())),
                environments(seed, now.minus(Duration.ofDays(400))));
        commit(repository, seed, now);
        List<Past> past = new ArrayList<>(builds(repository, now));
        past.addAll(releases(repository, seed, now));
        past.sort((a, b) -> a.at().compareTo(b.at()));
        past.forEach(each -> play(repository, each));
        return repository;
    }

    private List<Environment> environments(RepositorySeed seed, Instant at) {
        return Workflows.ENVIRONMENTS.stream()
                .map(name -> new Environment(
                        ids.next(),
                        name,
                        name.equals("production") ? seed.productionReviewers() : List.of(),
                        name.equals("production") && seed.preventSelfReview(),
                        at))
                .toList();
    }

    private void commit(Repository repository, RepositorySeed seed, Instant now) {
        Duration before = seed.releases().getFirst().age().plusDays(60);
        Duration until = seed.releases().getFirst().age().plusDays(1);
        spread(repository, subjects(repository, OLD_COMMITS), now.minus(before), now.minus(until));
        Instant last = now.minus(until);
        for (RepositorySeed.Release release : seed.releases()) {
            Instant at = now.minus(release.age());
            List<String> messages = release.messages().isEmpty() ? subjects(repository, 3) : release.messages();
            spread(repository, messages, last, at);
            repository.tag(release.version(), repository.head().sha());
            last = at;
        }
    }

    /// Commits with the last exactly at the end.
    private void spread(Repository repository, List<String> messages, Instant from, Instant to) {
        Duration step = Duration.between(from, to).dividedBy(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            Instant at = to.minus(step.multipliedBy(messages.size() - 1 - i))
                    .truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
            repository.add(Commits.next(repository, messages.get(i), developer(), at));
        }
    }

    private List<String> subjects(Repository repository, int count) {
        int start = Math.floorMod(repository.name().hashCode() + repository.commits().size(), Commits.SUBJECTS.size());
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(Commits.SUBJECTS.get((start + i) % Commits.SUBJECTS.size()));
        }
        return chosen;
    }

    private List<Past> builds(Repository repository, Instant now) {
        List<Commit> commits = repository.commits();
        WorkflowFile ci = repository.workflows().getFirst();
        List<Past> builds = new ArrayList<>();
        for (Commit commit : commits.subList(commits.size() - BUILDS, commits.size())) {
            boolean red = random.nextDouble() < 0.12 && !commit.equals(repository.head());
            Trigger push = new Trigger("push", Repository.BRANCH, Map.of());
            builds.add(new Past(notAfter(commit.at().plusSeconds(3), now), ci, push, commit, commit.author(), red));
        }
        return builds;
    }

    private List<Past> releases(Repository repository, RepositorySeed seed, Instant now) {
        WorkflowFile release = repository.workflows().getLast();
        List<Past> all = new ArrayList<>();
        for (RepositorySeed.Deployed deployed : seed.deployed()) {
            Map<String, String> inputs = Map.of("version", deployed.version(), "environment", deployed.environment());
            Commit head = repository.resolve(deployed.version()).orElseThrow();
            Instant at = notAfter(now.minus(deployed.age()), now);
            all.add(new Past(at, release, new Trigger("workflow_dispatch", Repository.BRANCH, inputs), head,
                    people.bot(), false));
        }
        return all;
    }

    /// Leaves room for the run to end before practice begins.
    private static Instant notAfter(Instant at, Instant now) {
        Instant latest = now.minusSeconds(150);
        return at.isAfter(latest) ? latest : at;
    }

    private void play(Repository repository, Past past) {
        Run run = new Run(ids.nextRun(), repository.nextNumber(past.file()), ids.nextJob(), repository, past.file(),
                past.trigger(), past.head(), past.actor(), past.at());
        run.add(new Attempt(1, past.actor(), past.at(), past.red() ? failure() : null));
        repository.add(run);
        Instant at = past.at();
        while (run.status() != Status.COMPLETED) {
            at = at.plus(STEP);
            engine.advance(run, at);
            approve(run, at);
        }
    }

    private void approve(Run run, Instant at) {
        for (Job job : Reviews.waiting(run)) {
            Environment environment = Reviews.environment(run, job);
            Person reviewer = people.all().stream()
                    .filter(person -> environment.mayApprove(person, run.actor()))
                    .reduce((first, last) -> last.equals(people.colleague()) ? last : first)
                    .orElseThrow();
            new Reviews(ids).answer(run, List.of(environment.id()), true, "Looks good on staging", reviewer, at);
        }
    }

    private Attempt.@Nullable Failure failure() {
        return new Attempt.Failure(random.nextBoolean() ? "unit-tests (2/2)" : "integration-tests");
    }

    private Person developer() {
        return people.developers().get(random.nextInt(people.developers().size()));
    }
}
