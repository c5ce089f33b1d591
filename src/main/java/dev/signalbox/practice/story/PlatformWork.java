package dev.signalbox.practice.story;

import dev.signalbox.practice.gitlab.world.Deployment;
import dev.signalbox.practice.gitlab.world.Member;
import dev.signalbox.practice.gitlab.world.Pipeline;
import dev.signalbox.practice.gitlab.world.Project;
import dev.signalbox.practice.gitlab.world.Status;
import dev.signalbox.practice.gitlab.world.Trigger;
import dev.signalbox.practice.gitlab.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What the people of the platform group do on GitLab, one deed a method.
final class PlatformWork {

    private static final Duration NOTICED_AFTER = Duration.ofMinutes(4);
    private static final Duration THINKS_FOR = Duration.ofSeconds(20);
    private static final List<String> TITLES = List.of(
            "Say who revoked a session",
            "Keep bounced addresses for a day",
            "Send fewer push messages at night",
            "Rotate the log by size",
            "Refuse clocks that are far off",
            "Bump the mail library");

    private final World world;
    private final InstantSource clock;
    private final RandomGenerator random;

    PlatformWork(World world, InstantSource clock, RandomGenerator random) {
        this.world = world;
        this.clock = clock;
        this.random = random;
    }

    /// What happened in the hours before someone opened the console: a test that failed once, one that still does, a
    /// release of two changes that waits for two rules, and a pipeline that is on its way.
    void prelude() {
        Instant now = clock.instant();
        mergeFlaky("notifications", "Wait longer before the third try", now.minus(Duration.ofMinutes(50)));
        merge("auth", "Ask again before a key is replaced", now.minus(Duration.ofMinutes(42)), null);
        merge("auth", "Refuse sessions of a removed device", now.minus(Duration.ofMinutes(38)), null);
        merge("email-gateway", "Quote display names", now.minus(Duration.ofMinutes(35)), "integration-tests");
        release("auth", "v3.4.2", Catalogue.PRODUCTION, now.minus(Duration.ofMinutes(11)));
        merge("audit-log", "Keep hashes of removed entries", now.minusSeconds(9), null);
        world.tick(now);
    }

    /// Someone starts a release by hand.
    Pipeline release(String service, String version, String environment, Instant at) {
        Map<String, String> inputs = Map.of("version", version, "environment", environment);
        return world.start(world.of(service), new Trigger("api", Project.BRANCH, inputs, Map.of()), developer(), at,
                null);
    }

    /// A merge request of someone is merged.
    ///
    /// @param failing the job that will fail once; null for none
    Pipeline merge(String service, String title, Instant at, @Nullable String failing) {
        return world.merge(world.of(service), developer(), title, at, failing);
    }

    private void mergeFlaky(String service, String title, Instant at) {
        Pipeline pipeline = merge(service, title, at, "unit-tests 2/2");
        Instant noticed = at.plus(NOTICED_AFTER);
        world.tick(noticed);
        world.retry(pipeline, developer(), noticed);
    }

    /// The colleague says yes to every deployment that has waited for quality assurance for a while.
    ///
    /// @param since when the story began: what waited before is looked at from then on
    void answerAsColleague(Instant since) {
        Instant now = clock.instant();
        Member colleague = world.members().colleague();
        world.locked(() -> {
            world.projects().stream()
                    .flatMap(project -> project.deployments().stream())
                    .filter(Deployment::waitsForApproval)
                    .filter(deployment -> !later(deployment.createdAt(), since).plus(THINKS_FOR).isAfter(now))
                    .filter(deployment -> deployment.approvals().stream()
                            .noneMatch(approval -> approval.user().equals(colleague)))
                    .forEach(deployment -> world.approve(deployment, colleague, true, "Tests are green on staging", "",
                            now));
            return true;
        });
    }

    /// A second operator is at work at the same time: says yes to what has waited longest for them; where they said it
    /// already, starts what only waits to be started; where nothing waits, cancels what runs.
    void actAsColleague() {
        Instant now = clock.instant();
        Member colleague = world.members().colleague();
        world.locked(() -> oldest(deployment -> deployment.waitsForApproval()
                && deployment.approvals().stream().noneMatch(given -> given.user().equals(colleague)))
                .map(waiting -> world.approve(waiting, colleague, true, "Approved from another console", "", now))
                .isPresent()
                || oldest(deployment -> deployment.job().status() == Status.MANUAL && !deployment.waitsForApproval())
                        .map(ready -> world.play(ready.job(), colleague, now))
                        .isPresent()
                || cancelNewest(now));
    }

    private Optional<Deployment> oldest(Predicate<Deployment> wanted) {
        return world.projects().stream()
                .flatMap(project -> project.deployments().stream())
                .filter(wanted)
                .min(Comparator.comparing(Deployment::createdAt));
    }

    private boolean cancelNewest(Instant now) {
        Optional<Pipeline> newest = world.projects().stream()
                .flatMap(project -> project.pipelines().stream())
                .filter(pipeline -> pipeline.status().isActive() && !pipeline.isChild())
                .max(Comparator.comparing(Pipeline::createdAt));
        newest.ifPresent(pipeline -> world.cancel(pipeline, now));
        return newest.isPresent();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// Ordinary work: mostly a merge somewhere quiet, now and then a new version for staging.
    void work() {
        List<Project> quiet = world.locked(() -> world.projects().stream()
                .filter(project -> project.pipelines().stream().noneMatch(pipeline -> pipeline.status().isActive()))
                .toList());
        if (quiet.isEmpty()) {
            return;
        }
        Project project = quiet.get(random.nextInt(quiet.size()));
        if (random.nextInt(5) == 0) {
            String next = world.locked(() -> Teamwork.next(project.tagNames().getFirst()));
            release(project.name(), next, Catalogue.STAGING, clock.instant());
        } else {
            String failing = random.nextInt(8) == 0 ? "unit-tests 2/2" : null;
            merge(project.name(), TITLES.get(random.nextInt(TITLES.size())), clock.instant(), failing);
        }
    }

    private Member developer() {
        List<Member> developers = world.members().developers();
        return developers.get(random.nextInt(developers.size()));
    }
}
