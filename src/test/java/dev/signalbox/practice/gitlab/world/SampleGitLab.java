package dev.signalbox.practice.gitlab.world;

import dev.signalbox.practice.DeploySink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// A small world with a clock that moves when told to.
public final class SampleGitLab implements InstantSource {

    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private final Members members = Members.standard();
    private final List<String> deployed = new ArrayList<>();
    private DeploySink.Progress progress = new DeploySink.Progress(true, null);
    private boolean lost;
    private final World world = new World(members, new SplittableRandom(7), new Sink(), 1);

    /// Seeds `auth`, whose production is guarded, and `image-resizer`, whose production is not.
    public SampleGitLab() {
        world.seed(seed("auth", true, false), now);
        world.seed(seed("image-resizer", false, false), now);
    }

    /// Adds a project whose open merge request has a review app.
    public void seedReviewed(String name) {
        world.seed(seed(name, false, true), instant());
    }

    private static ProjectSeed seed(String name, boolean guarded, boolean reviewed) {
        return new ProjectSeed(
                name,
                "Sample " + name,
                1,
                400,
                List.of(
                        new ProjectSeed.Release("v3.3.9", Duration.ofDays(26), List.of()),
                        new ProjectSeed.Release("v3.4.0", Duration.ofDays(12), List.of("Sign with the key of the day")),
                        new ProjectSeed.Release("v3.4.1", Duration.ofHours(53), List.of())),
                List.of(
                        new ProjectSeed.Deployed("production", "v3.3.9", Duration.ofDays(20)),
                        new ProjectSeed.Deployed("production", "v3.4.0", Duration.ofDays(8)),
                        new ProjectSeed.Deployed("staging", "v3.4.1", Duration.ofHours(47)),
                        new ProjectSeed.Deployed("development", "v3.4.1", Duration.ofHours(51))),
                guarded,
                reviewed,
                List.of(new ProjectSeed.Window("0 16 * * 5", "0 7 * * 1", "Europe/Berlin")));
    }

    private final class Sink implements DeploySink {
        @Override
        public void deploy(String service, String environment, String version, String sha, String actor) {
            if (lost) {
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
    public void rolloutsAre(boolean done, @Nullable String problem) {
        progress = new DeploySink.Progress(done, problem);
    }

    /// From now on no workload is there any more.
    public void loseWorkloads() {
        lost = true;
    }

    /// What deploy jobs have sent.
    public List<String> deployed() {
        return deployed;
    }

    /// The world.
    public World world() {
        return world;
    }

    /// The accounts.
    public Members members() {
        return members;
    }

    /// A project by name.
    public Project project(String name) {
        return world.of(name);
    }

    /// A pipeline that releases a version.
    public Pipeline release(String project, String version, String environment) {
        return world.start(project(project),
                new Trigger("api", Project.BRANCH, Map.of("version", version, "environment", environment), Map.of()),
                members.developers().getFirst(), instant(), null);
    }

    /// A pipeline of a merge.
    public Pipeline merge(String project, @Nullable String failing) {
        return world.merge(project(project), members.developers().getLast(), "Try something", instant(), failing);
    }

    /// A job of a pipeline.
    public Job job(Pipeline pipeline, String name) {
        return pipeline.job(name).orElseThrow();
    }
}
