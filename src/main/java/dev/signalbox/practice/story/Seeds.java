package dev.signalbox.practice.story;

import dev.signalbox.practice.cluster.SeedRevision;
import dev.signalbox.practice.cluster.WorkloadSeed;
import dev.signalbox.practice.github.world.People;
import dev.signalbox.practice.github.world.RepositorySeed;
import dev.signalbox.practice.github.world.Reviewer;
import dev.signalbox.practice.gitlab.world.ProjectSeed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Tells the CI provider and the clusters the same past.
final class Seeds {

    private static final String SOURCE = "org.opencontainers.image.source";
    private static final String REVISION = "org.opencontainers.image.revision";
    private static final String VERSION = "org.opencontainers.image.version";

    private static final Duration FREEZE_IN = Duration.ofMinutes(4);
    private static final ProjectSeed.Window WEEKENDS =
            new ProjectSeed.Window("0 16 * * 5", "0 7 * * 1", "Europe/Berlin");

    private Seeds() {}

    static RepositorySeed repository(ServiceStory service, People people) {
        List<RepositorySeed.Deployed> deployed = new ArrayList<>();
        for (String environment : Catalogue.ENVIRONMENTS) {
            service.seenIn(environment).forEach(version -> deployed.add(new RepositorySeed.Deployed(
                    environment, version.name(), deployedAgo(version, environment))));
        }
        List<Reviewer> reviewers = switch (service.guard()) {
            case NOBODY -> List.of();
            case TEAM -> List.of(people.releaseTeam());
            case SOMEONE_ELSE -> List.of(people.you(), people.colleague());
        };
        return new RepositorySeed(
                service.name(),
                service.group() + ": " + service.name(),
                service.language(),
                service.slowness(),
                service.firstRunNumber(),
                service.versions().stream()
                        .map(version -> new RepositorySeed.Release(version.name(), version.age(), version.messages()))
                        .toList(),
                deployed,
                reviewers,
                service.guard() == ServiceStory.Guard.SOMEONE_ELSE);
    }

    /// @param now the moment from which on a freeze of one project is planned
    static ProjectSeed project(ServiceStory service, Instant now) {
        List<ProjectSeed.Deployed> deployed = new ArrayList<>();
        for (String environment : Catalogue.ENVIRONMENTS) {
            service.seenIn(environment).forEach(version -> deployed.add(new ProjectSeed.Deployed(
                    environment, version.name(), deployedAgo(version, environment))));
        }
        return new ProjectSeed(
                service.name(),
                service.group() + ": " + service.name(),
                service.slowness(),
                service.firstRunNumber(),
                service.versions().stream()
                        .map(version -> new ProjectSeed.Release(version.name(), version.age(), version.messages()))
                        .toList(),
                deployed,
                service.guard() != ServiceStory.Guard.NOBODY,
                true,
                service.name().equals("email-gateway") ? List.of(WEEKENDS, soon(now)) : List.of(WEEKENDS));
    }

    /// Four hours from in a few minutes on, once a year.
    private static ProjectSeed.Window soon(Instant now) {
        ZonedDateTime start = now.plus(FREEZE_IN).atZone(ZoneOffset.UTC);
        return new ProjectSeed.Window(cron(start), cron(start.plusHours(4)), "Etc/UTC");
    }

    private static String cron(ZonedDateTime at) {
        return at.getMinute() + " " + at.getHour() + " " + at.getDayOfMonth() + " " + at.getMonthValue() + " *";
    }

    /// @param tags finds the commit of a version
    static WorkloadSeed workload(
            ServiceStory service, String environment, Function<String, Optional<String>> tags) {
        List<SeedRevision> revisions = new ArrayList<>();
        for (ServiceStory.Version version : service.seenIn(environment)) {
            revisions.add(revision(service, tags, version.name(),
                    "Release " + version.name() + " by release-bot", deployedAgo(version, environment)));
        }
        if (service.name().equals("ledger") && environment.equals(Catalogue.PRODUCTION)) {
            revisions.add(
                    revision(service, tags, "v0.40.2", "kubectl rollout undo, by hand", Duration.ofHours(5)));
        }
        Target target = Target.of(service, environment);
        return new WorkloadSeed(
                target.namespace(), target.kind(), target.name(), service.place(environment).replicas(), revisions);
    }

    private static SeedRevision revision(
            ServiceStory service, Function<String, Optional<String>> tags, String version, String cause,
            Duration age) {
        String sha = tags.apply(version).orElseThrow();
        return new SeedRevision(service.image(version), annotations(service, version, sha), cause, age);
    }

    /// What a pipeline writes on the pods it makes.
    static Map<String, String> annotations(ServiceStory service, String version, String sha) {
        String source = Catalogue.isOnGitLab(service)
                ? "https://gitlab.practice.test/acme/platform/"
                : "https://github.practice.test/acme/";
        return Map.of(SOURCE, source + service.name(), REVISION, sha, VERSION, version);
    }

    /// Development gets a version soon after its commit, production last.
    static Duration deployedAgo(ServiceStory.Version version, String environment) {
        int percent = switch (environment) {
            case Catalogue.DEVELOPMENT -> 97;
            case Catalogue.STAGING -> 90;
            default -> 70;
        };
        return version.age().multipliedBy(percent).dividedBy(100);
    }
}
