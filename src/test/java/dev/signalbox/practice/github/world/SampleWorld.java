package dev.signalbox.practice.github.world;

import dev.signalbox.practice.DeploySink;
import dev.signalbox.practice.github.world.RepositorySeed.Deployed;
import dev.signalbox.practice.github.world.RepositorySeed.Release;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A small world with a clock that moves when told to.
public final class SampleWorld implements InstantSource {

    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private final People people = People.standard();
    private final List<String> deployed = new ArrayList<>();
    private String gone = "";
    private DeploySink.Progress progress = new DeploySink.Progress(true, null);
    private final World world = new World(people, new SplittableRandom(7), new Sink(), 1);

    /// Seeds `checkout`, reviewed by the release team, and `ledger`, where nobody may review their own run.
    public SampleWorld() {
        world.seed(seed("checkout", List.of(people.releaseTeam()), false), now);
        world.seed(seed("ledger", List.of(people.you(), people.colleague()), true), now);
    }

    private static RepositorySeed seed(String name, List<Reviewer> reviewers, boolean preventSelfReview) {
        return new RepositorySeed(
                name,
                "Sample " + name,
                "Java",
                1,
                900,
                List.of(
                        new Release("v2.13.4", Duration.ofDays(9), List.of()),
                        new Release("v2.14.0", Duration.ofDays(4), List.of()),
                        new Release("v2.14.1", Duration.ofHours(5), List.of("Retry card authorisation on timeout"))),
                List.of(
                        new Deployed("production", "v2.13.4", Duration.ofDays(8)),
                        new Deployed("production", "v2.14.0", Duration.ofDays(3)),
                        new Deployed("staging", "v2.14.1", Duration.ofHours(3)),
                        new Deployed("development", "v2.14.1", Duration.ofHours(4))),
                reviewers,
                preventSelfReview);
    }

    private final class Sink implements DeploySink {
        @Override
        public void deploy(String service, String environment, String version, String sha, String actor) {
            if (service.equals(gone)) {
                throw new IllegalStateException("deployments.apps \"" + service + "\" not found");
            }
            deployed.add(service + " " + environment + " " + version + " by " + actor);
        }

        @Override
        public Progress progress(String service, String environment) {
            return progress;
        }
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /// Moves the clock and the world, second by second.
    public void pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            synchronized (this) {
                now = now.plusSeconds(1);
            }
            world.tick(now);
        }
    }

    /// Moves the clock and the world in one step.
    public void jump(Duration time) {
        synchronized (this) {
            now = now.plus(time);
        }
        world.tick(now);
    }

    /// What the next question about a rollout is answered with.
    public void rolloutsAre(boolean done, @org.jspecify.annotations.Nullable String problem) {
        progress = new DeploySink.Progress(done, problem);
    }

    /// From now on this service's workload is not there any more.
    public void lose(String service) {
        gone = service;
    }

    /// What deploy jobs have sent.
    public List<String> deployed() {
        return deployed;
    }

    /// The world.
    public World world() {
        return world;
    }

    /// The people.
    public People people() {
        return people;
    }

    /// A repository by name.
    public Repository repository(String name) {
        return world.repository(name).orElseThrow();
    }
}
