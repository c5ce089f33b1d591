package dev.signalbox.bench;

import dev.signalbox.practice.DeploySink;
import dev.signalbox.practice.github.PracticeGitHub;
import dev.signalbox.practice.github.world.People;
import dev.signalbox.practice.github.world.Repository;
import dev.signalbox.practice.github.world.RepositorySeed;
import dev.signalbox.practice.github.world.Run;
import dev.signalbox.practice.github.world.Status;
import dev.signalbox.practice.github.world.World;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/// A team with many repositories on a practice CI provider, where about the same number of runs is always under way.
final class CiTeam implements AutoCloseable {

    static final String TOKEN = "bench-token";

    /// A run takes about five minutes.
    private static final double PACE = 8;

    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final RandomGenerator random;
    private final int active;
    private final World world;
    private final PracticeGitHub github;
    private final URI address;

    /// @param active how many runs are under way
    CiTeam(int repositories, int active, InstantSource clock, RandomGenerator random) throws IOException {
        this.random = random;
        this.active = active;
        world = new World(People.standard(), random, DeploySink.immediate(), PACE);
        for (int i = 0; i < repositories; i++) {
            world.seed(past("service-" + i), clock.instant());
        }
        github = new PracticeGitHub(world, Map.of(TOKEN, world.people().you()), clock, ticks, random, requests);
        address = github.start();
    }

    private static RepositorySeed past(String name) {
        return new RepositorySeed(
                name, "A service", "Java", 1, 100,
                List.of(
                        new RepositorySeed.Release("v1.0.0", Duration.ofDays(9), List.of("Begin")),
                        new RepositorySeed.Release("v1.1.0", Duration.ofDays(2), List.of("Go on"))),
                List.of(new RepositorySeed.Deployed("production", "v1.1.0", Duration.ofDays(1))),
                List.of(), false);
    }

    URI address() {
        return address;
    }

    World world() {
        return world;
    }

    /// Lets time pass until `now`: runs move on, and when some have ended there is a push elsewhere.
    void moveTo(Instant now) {
        world.tick(now);
        if (moving() < active) {
            List<Repository> resting =
                    world.repositories().stream().filter(r -> !isActive(r)).toList();
            Repository next = resting.get(random.nextInt(resting.size()));
            world.push(next, world.people().developers().getFirst(), "Change something", now, null);
        }
    }

    private long moving() {
        return world.locked(() -> world.repositories().stream()
                .flatMap(repository -> repository.runs().stream())
                .filter(CiTeam::isMoving)
                .count());
    }

    boolean isActive(Repository repository) {
        return world.locked(() -> repository.runs().stream().anyMatch(CiTeam::isMoving));
    }

    private static boolean isMoving(Run run) {
        return run.status() == Status.QUEUED || run.status() == Status.IN_PROGRESS;
    }

    @Override
    public void close() {
        github.close();
        ticks.shutdownNow();
        requests.shutdownNow();
    }
}
