package dev.signalbox.practice.story;

import dev.signalbox.practice.github.world.Attempt;
import dev.signalbox.practice.github.world.Conclusion;
import dev.signalbox.practice.github.world.Environment;
import dev.signalbox.practice.github.world.People;
import dev.signalbox.practice.github.world.Person;
import dev.signalbox.practice.github.world.Repository;
import dev.signalbox.practice.github.world.Reviews;
import dev.signalbox.practice.github.world.Run;
import dev.signalbox.practice.github.world.Status;
import dev.signalbox.practice.github.world.TestFailure;
import dev.signalbox.practice.github.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the practice team's people do, one deed a method.
final class Teamwork {

    private static final Pattern LAST_NUMBER = Pattern.compile("\\d+(?=\\D*$)");
    private static final String BAD_SERVICE = "image-resizer";
    private static final String BAD_VERSION = "v0.10.0";
    private static final Duration NOTICED_AFTER = Duration.ofMinutes(4);
    private static final List<String> SUBJECTS = List.of(
            "Shorten the path to the basket",
            "Tell apart timeouts and refusals",
            "Bump the base image",
            "Trim the answer to what is shown",
            "Wait for the leader before writing",
            "Say which limit was hit",
            "Use the pool for background work",
            "Fix a leak in the export",
            "Sort by name when scores are equal",
            "Remove a flag that is on everywhere");

    private final World world;
    private final ClusterSink clusters;
    private final InstantSource clock;
    private final RandomGenerator random;

    Teamwork(World world, ClusterSink clusters, InstantSource clock, RandomGenerator random) {
        this.world = world;
        this.clusters = clusters;
        this.clock = clock;
        this.random = random;
    }

    /// Someone starts a release by hand.
    Run release(String service, String version, String environment, Person by, Instant at) {
        return world.locked(() -> {
            Repository repository = repository(service);
            return world.dispatch(
                    repository,
                    repository.workflow("release.yml").orElseThrow(),
                    Repository.BRANCH,
                    Map.of("version", version, "environment", environment),
                    by,
                    at,
                    null);
        });
    }

    /// Someone pushes a commit.
    ///
    /// @param failing the job that will fail; null for none
    void push(String service, String message, Instant at, @Nullable String failing) {
        Attempt.Failure failure = failing == null ? null : new Attempt.Failure(failing);
        world.push(repository(service), developer(), message, at, failure);
    }

    /// Someone pushes a commit whose build fails in one test, and goes well when somebody repeats it.
    void pushFlaky(String service, String message, Instant at, TestFailure test) {
        Repository repository = repository(service);
        List<Run> runs = world.push(repository, developer(), message, at,
                new Attempt.Failure("integration-tests", test));
        Instant noticed = at.plus(NOTICED_AFTER);
        world.tick(noticed);
        runs.stream()
                .filter(run -> run.conclusion(run.latest()) == Conclusion.FAILURE)
                .forEach(run -> world.rerun(run, job -> job.conclusion() == Conclusion.FAILURE, developer(), noticed,
                        false));
    }

    /// The colleague lets a run in, once it waits.
    ///
    /// @return whether it did wait
    boolean approveAsColleague(Run run, String comment) {
        return world.locked(() -> {
            Person colleague = world.people().colleague();
            List<Long> waiting = Reviews.waiting(run).stream()
                    .map(job -> Reviews.environment(run, job))
                    .filter(environment -> environment.mayApprove(colleague, run.latest().triggeredBy()))
                    .map(Environment::id)
                    .toList();
            if (!waiting.isEmpty()) {
                world.review(run, waiting, true, comment, colleague, clock.instant());
            }
            return !waiting.isEmpty();
        });
    }

    /// Ordinary work: mostly a commit somewhere quiet, now and then a new version for staging.
    void work() {
        List<Repository> quiet = world.locked(() -> world.repositories().stream()
                .filter(repository -> repository.runs().stream().allMatch(Teamwork::isAtRest))
                .toList());
        if (quiet.isEmpty()) {
            return;
        }
        Repository repository = quiet.get(random.nextInt(quiet.size()));
        if (random.nextInt(5) == 0) {
            String next = world.locked(() -> next(repository.tagNames().getFirst()));
            release(repository.name(), next, Catalogue.STAGING, developer(), clock.instant());
        } else {
            String subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
            push(repository.name(), subject, clock.instant(), random.nextInt(8) == 0 ? "unit-tests (2/2)" : null);
        }
    }

    private static boolean isAtRest(Run run) {
        return run.status() == Status.COMPLETED || run.status() == Status.WAITING;
    }

    /// The version after this one.
    static String next(String version) {
        return LAST_NUMBER.matcher(version)
                .replaceFirst((MatchResult number) -> Long.toString(Long.parseLong(number.group()) + 1));
    }

    String imageOfBadDeploy() {
        return clusters.story(BAD_SERVICE).image(BAD_VERSION);
    }

    void deployBadly() {
        release(BAD_SERVICE, BAD_VERSION, Catalogue.PRODUCTION, world.people().developers().getLast(), clock.instant());
    }

    /// A second operator is at work at the same time: approves the oldest run that waits for someone like them, and rolls
    /// checkout back.
    void actAsColleague() {
        List<Run> oldestFirst = world.locked(() -> world.repositories().stream()
                .flatMap(repository -> repository.runs().stream())
                .filter(run -> run.status() == Status.WAITING)
                .sorted(Comparator.comparing(Run::createdAt))
                .toList());
        for (Run run : oldestFirst) {
            if (approveAsColleague(run, "Approved from another console")) {
                break;
            }
        }
        String sha = world.locked(() -> repository("checkout").tagged("v2.13.4").orElseThrow());
        clusters.deployByHand("checkout", Catalogue.PRODUCTION, "v2.13.4", sha, world.people().colleague().login());
    }

    private Repository repository(String name) {
        return world.repository(name).orElseThrow();
    }

    private Person developer() {
        People people = world.people();
        return people.developers().get(random.nextInt(people.developers().size()));
    }
}
