package dev.signalbox.practice.story;

import dev.signalbox.practice.DeploySink;
import dev.signalbox.practice.cluster.PracticeCluster;
import dev.signalbox.practice.cluster.Rollout;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Sends what deploy jobs deploy to the practice clusters.
final class ClusterSink implements DeploySink {

    /// For so long pods of the revision before may still be in trouble.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<ServiceStory> services;
    private final Map<String, PracticeCluster> clusters;
    private final InstantSource clock;
    private final Map<Target, Instant> deployedAt = new ConcurrentHashMap<>();

    /// @param clusters by name
    ClusterSink(List<ServiceStory> services, Map<String, PracticeCluster> clusters, InstantSource clock) {
        this.services = List.copyOf(services);
        this.clusters = Map.copyOf(clusters);
        this.clock = clock;
    }

    @Override
    public void deploy(String service, String environment, String version, String sha, String actor) {
        deployedAt.put(Target.of(story(service), environment), clock.instant());
        set(service, environment, version, sha, "release-bot", "Release " + version + " by " + actor);
    }

    /// Changes what runs without the pipeline, as a person with `kubectl` would.
    void deployByHand(String service, String environment, String version, String sha, String person) {
        set(service, environment, version, sha, "kubectl-rollout", "Rolled back by " + person);
    }

    private void set(String service, String environment, String version, String sha, String fieldManager,
            String cause) {
        ServiceStory story = story(service);
        Target target = Target.of(story, environment);
        cluster(target).setImage(target.namespace(), target.kind(), target.name(), story.image(version),
                Seeds.annotations(story, version, sha), fieldManager, cause);
    }

    @Override
    public Progress progress(String service, String environment) {
        Target target = Target.of(story(service), environment);
        Rollout rollout = cluster(target).rolloutOf(target.namespace(), target.kind(), target.name());
        boolean early = clock.instant().isBefore(deployedAt.getOrDefault(target, Instant.EPOCH).plus(PATIENCE));
        boolean fine = rollout.done() || early || rollout.problem().isEmpty();
        return new Progress(rollout.done(), fine ? null : rollout.problem());
    }

    ServiceStory story(String service) {
        return services.stream().filter(story -> story.name().equals(service)).findFirst().orElseThrow();
    }

    private PracticeCluster cluster(Target target) {
        PracticeCluster cluster = clusters.get(target.cluster());
        if (cluster == null) {
            throw new IllegalStateException("no cluster " + target.cluster());
        }
        return cluster;
    }
}
