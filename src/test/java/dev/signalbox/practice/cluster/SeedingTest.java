package dev.signalbox.practice.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ResourceKind;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedingTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void givesADeploymentItsHistory() {
        List<ObjectNode> sets = of(ResourceKinds.REPLICA_SETS, grow("Deployment"));

        assertThat(sets).extracting(set -> Fields.annotation(set, Annotations.REVISION)).containsExactlyInAnyOrder("1",
                "2", "3");
        assertThat(sets).extracting(set -> Fields.annotation(set, Annotations.CHANGE_CAUSE))
                .containsExactlyInAnyOrder("first", "second", "third");
        assertThat(sets).extracting(set -> Fields.text(set, "metadata", "creationTimestamp"))
                .containsExactlyInAnyOrder("2026-11-10T10:00:00Z", "2026-11-18T10:00:00Z", "2026-11-20T09:30:00Z");
        assertThat(sets).extracting(set -> set.at("/spec/template/metadata/annotations/commit").asText())
                .containsExactlyInAnyOrder("a1", "b2", "c3");
    }

    @Test
    void endsWithTheLastRevisionRolledOut() {
        List<Seeding.Grown> grown = grow("Deployment");
        ObjectNode web = of(ResourceKinds.DEPLOYMENTS, grown).get(0);

        assertThat(DeploymentStatus.isComplete(web)).isTrue();
        assertThat(Conditions.reason(web.path("status"), "Progressing")).isEqualTo("NewReplicaSetAvailable");
        assertThat(web.at("/metadata/generation").asInt()).isEqualTo(web.at("/status/observedGeneration").asInt());
        assertThat(Fields.annotation(web, Annotations.CHANGE_CAUSE)).isEqualTo("third");
        assertThat(of(ResourceKinds.PODS, grown)).hasSize(2).allMatch(PodReadiness::isReady)
                .extracting(pod -> ClusterInTime.image(pod.path("spec"))).containsOnly("r/web:3");
        assertThat(web.at("/metadata/managedFields").valueStream().map(entry -> entry.path("manager").asText()))
                .containsExactly("deploy-pipeline");
    }

    @Test
    void theRevisionsOfLongAgoHadNoPodsThatAnybodyCouldStillAskFor() {
        List<Seeding.Grown> grown = grow("Deployment");

        assertThat(of(ResourceKinds.PODS, grown))
                .allMatch(pod -> Fields.text(pod, "metadata", "creationTimestamp").startsWith("2026-11-20T09:"));
        assertThat(of(ResourceKinds.REPLICA_SETS, grown))
                .filteredOn(set -> !Fields.annotation(set, Annotations.REVISION).equals("3"))
                .hasSize(2)
                .allMatch(set -> set.at("/spec/replicas").asInt() == 0 && set.at("/status/replicas").asInt() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"StatefulSet", "DaemonSet"})
    void givesTheOtherKindsTheirRevisions(String kind) {
        List<Seeding.Grown> grown = grow(kind);

        assertThat(of(ResourceKinds.CONTROLLER_REVISIONS, grown))
                .extracting(revision -> revision.path("revision").asInt() + " "
                        + Fields.annotation(revision, Annotations.CHANGE_CAUSE))
                .containsExactlyInAnyOrder("1 first", "2 second", "3 third");
        assertThat(of(ResourceKinds.PODS, grown)).hasSize(kind.equals("DaemonSet") ? 3 : 2)
                .extracting(pod -> ClusterInTime.image(pod.path("spec"))).containsOnly("r/web:3");
    }

    @Test
    void staysInThePast() {
        for (Seeding.Grown grown : grow("Deployment")) {
            assertThat(Fields.time(grown.object(), "metadata", "creationTimestamp")).isBefore(NOW);
        }
        WorkloadSeed fresh = new WorkloadSeed("shop", "Deployment", "web", 2,
                List.of(new SeedRevision("r/web:1", Map.of(), "", Duration.ZERO)));
        for (Seeding.Grown grown : seeding(fresh).grow(fresh, NOW)) {
            assertThat(Fields.time(grown.object(), "metadata", "creationTimestamp")).isBefore(NOW);
        }
    }

    @Test
    void leavesTheSeededPodsAloneWhenTimeGoesOn() {
        ClusterInTime cluster = new ClusterInTime();
        WorkloadSeed seed = seed("Deployment");
        for (Seeding.Grown grown : seeding(seed).grow(seed, cluster.now.get())) {
            cluster.store.create(grown.kind(), grown.object(), Commit.STORE);
        }
        List<ObjectNode> before = cluster.pods("web");
        cluster.run(Duration.ofMinutes(2));

        assertThat(cluster.pods("web")).isEqualTo(before);
        assertThat(cluster.sets("web")).hasSize(3);
    }

    @Test
    void refusesWorkloadsThatDoNotExistInKubernetes() {
        assertThatThrownBy(() -> grow("Rollout")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkloadSeed("shop", "Deployment", "web", 1, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Seeding.Grown> grow(String kind) {
        return seeding(seed(kind)).grow(seed(kind), NOW);
    }

    private static Seeding seeding(WorkloadSeed seed) {
        return new Seeding(NOW.minus(seed.revisions().get(0).age()).minusSeconds(60), 3,
                RandomGenerator.of("L64X128MixRandom"), new AtomicInteger());
    }

    private static WorkloadSeed seed(String kind) {
        return new WorkloadSeed("shop", kind, "web", 2,
                List.of(new SeedRevision("r/web:1", Map.of("commit", "a1"), "first", Duration.ofDays(10)),
                        new SeedRevision("r/web:2", Map.of("commit", "b2"), "second", Duration.ofDays(2)),
                        new SeedRevision("r/web:3", Map.of("commit", "c3"), "third", Duration.ofMinutes(30))));
    }

    private static List<ObjectNode> of(ResourceKind kind, List<Seeding.Grown> grown) {
        return grown.stream().filter(each -> each.kind().equals(kind)).map(Seeding.Grown::object).toList();
    }
}
