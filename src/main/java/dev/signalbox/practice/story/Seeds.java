package dev.signalbox.practice.story;

import dev.signalbox.practice.cluster.SeedRevision;
import dev.signalbox.practice.cluster.WorkloadSeed;
import dev.signalbox.practice.github.world.People;
import dev.signalbox.practice.github.world.Repository;
import dev.signalbox.practice.github.world.RepositorySeed;
import dev.signalbox.practice.github.world.Reviewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Tells the CI provider and the clusters the same past.
final class Seeds {

    private static final String SOURCE = "org.opencontainers.image.source";
    private static final String REVISION = "org.opencontainers.image.revision";
    private static final String VERSION = "org.opencontainers.image.version";

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

    static WorkloadSeed workload(ServiceStory service, String environment, Repository repository) {
        List<SeedRevision> revisions = new ArrayList<>();
        for (ServiceStory.Version version : service.seenIn(environment)) {
            revisions.add(revision(service, repository, version.name(),
                    "Release " + version.name() + " by release-bot", deployedAgo(version, environment)));
        }
        if (service.name().equals("ledger") && environment.equals(Catalogue.PRODUCTION)) {
            revisions.add(
                    revision(service, repository, "v0.40.2", "kubectl rollout undo, by hand", Duration.ofHours(5)));
        }
        Target target = Target.of(service, environment);
        return new WorkloadSeed(
                target.namespace(), target.kind(), target.name(), service.place(environment).replicas(), revisions);
    }

    private static SeedRevision revision(
            ServiceStory service, Repository repository, String version, String cause, Duration age) {
        String sha = repository.tagged(version).orElseThrow();
        return new SeedRevision(service.image(version), annotations(service, version, sha), cause, age);
    }

    /// What a pipeline writes on the pods it makes.
    static Map<String, String> annotations(ServiceStory service, String version, String sha) {
        return Map.of(SOURCE, "https://github.practice.test/acme/" + service.name(), REVISION, sha, VERSION, version);
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
