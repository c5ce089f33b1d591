package dev.signalbox.practice.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Deletions;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PodLivesTest {

    private final ClusterInTime cluster = new ClusterInTime();

    @Test
    void goesFromPendingThroughCreatingAndRunningToReady() {
        cluster.apply("Deployment", "web", "r/web:1", "'replicas':1");
        List<String> seen = new ArrayList<>();

        cluster.until(() -> {
            if (!cluster.pods("web").isEmpty() && (seen.isEmpty() || !seen.get(seen.size() - 1).equals(describe()))) {
                seen.add(describe());
            }
            return !seen.isEmpty() && seen.get(seen.size() - 1).endsWith("ready");
        });

        assertThat(seen).containsExactly("Pending", "Pending ContainerCreating", "Running running",
                "Running running ready");
        ObjectNode pod = pod();
        assertThat(Fields.text(pod, "spec", "nodeName")).startsWith("practice-node-");
        assertThat(Fields.text(pod, "status", "podIP")).startsWith("10.244.");
        assertThat(container(pod).path("imageID").asText()).matches("r/web@sha256:[0-9a-f]{64}");
        assertThat(cluster.events("Scheduled")).hasSize(1);
        assertThat(cluster.events("Started")).containsExactly("Started container web");
    }

    @Test
    void keepsTheDigestOfAnImageNamedByDigest() {
        assertThat(PodStatusWriter.imageId("r/web@sha256:abc")).isEqualTo("r/web@sha256:abc");
        assertThat(PodStatusWriter.imageId("host:5000/web")).startsWith("host:5000/web@sha256:");
        assertThat(PodStatusWriter.imageId("r/web:1")).isEqualTo(PodStatusWriter.imageId("r/web:1"))
                .isNotEqualTo(PodStatusWriter.imageId("r/web:2"));
    }

    @Test
    void crashesAgainAndAgainWithTheExitCodeOfTheLastContainer() {
        start(PodBehaviour.CRASH_LOOP);
        Set<String> waiting = new LinkedHashSet<>();
        cluster.until(() -> {
            assertThat(PodReadiness.isReady(pod())).isFalse();
            waiting.add(Fields.text(container(pod()), "state", "waiting", "reason"));
            return container(pod()).path("restartCount").asInt() >= 4;
        });

        JsonNode last = container(pod()).path("lastState").path("terminated");
        assertThat(waiting).contains("CrashLoopBackOff", "");
        assertThat(last.path("exitCode").asInt()).isEqualTo(1);
        assertThat(last.path("reason").asText()).isEqualTo("Error");
        assertThat(cluster.events("BackOff")).isNotEmpty();
        assertThat(Fields.text(pod(), "status", "phase")).isEqualTo("Running");
    }

    @Test
    void recoversFromACrashLoopWhenTheCauseIsGone() {
        start(PodBehaviour.CRASH_LOOP);
        cluster.until(() -> container(pod()).path("restartCount").asInt() >= 2);
        cluster.behaviours.set("r/web:1", PodBehaviour.HEALTHY);

        cluster.until(() -> PodReadiness.isReady(pod()));
        assertThat(container(pod()).path("lastState").has("terminated")).isTrue();
    }

    @Test
    void isKilledForItsMemory() {
        start(PodBehaviour.OUT_OF_MEMORY);
        cluster.until(() -> container(pod()).path("restartCount").asInt() >= 1);

        JsonNode last = container(pod()).path("lastState").path("terminated");
        assertThat(last.path("exitCode").asInt()).isEqualTo(137);
        assertThat(last.path("reason").asText()).isEqualTo("OOMKilled");
    }

    @Test
    void alternatesBetweenPullingAndBackingOff() {
        start(PodBehaviour.IMAGE_PULL_ERROR);
        Set<String> reasons = new LinkedHashSet<>();
        for (int seconds = 0; seconds < 40; seconds++) {
            cluster.run(Duration.ofSeconds(1));
            reasons.add(Fields.text(container(pod()), "state", "waiting", "reason"));
        }

        assertThat(reasons).contains("ErrImagePull", "ImagePullBackOff").doesNotContain("");
        assertThat(container(pod()).path("restartCount").asInt()).isZero();
        assertThat(container(pod()).path("imageID").asText()).isEmpty();
    }

    @Test
    void runsWithoutEverBeingReady() {
        start(PodBehaviour.NEVER_READY);
        cluster.run(Duration.ofSeconds(60));

        assertThat(container(pod()).path("state").has("running")).isTrue();
        assertThat(container(pod()).path("restartCount").asInt()).isZero();
        assertThat(PodReadiness.isReady(pod())).isFalse();
        assertThat(cluster.events("Unhealthy")).hasSize(1);
    }

    @Test
    void takesLongerToBecomeReady() {
        start(PodBehaviour.SLOW_START);
        cluster.run(Duration.ofSeconds(20));
        assertThat(PodReadiness.isReady(pod())).isFalse();
        cluster.run(Duration.ofSeconds(25));
        assertThat(PodReadiness.isReady(pod())).isTrue();
    }

    @Test
    void waitsForAConfigMapThatIsMissing() {
        start(PodBehaviour.MISSING_CONFIG);
        cluster.run(Duration.ofSeconds(10));
        assertThat(Fields.text(container(pod()), "state", "waiting", "reason")).isEqualTo("CreateContainerConfigError");

        cluster.behaviours.set("r/web:1", PodBehaviour.HEALTHY);
        cluster.until(() -> PodReadiness.isReady(pod()));
        assertThat(container(pod()).path("restartCount").asInt()).isZero();
    }

    @Test
    void findsNoNode() {
        start(PodBehaviour.UNSCHEDULABLE);
        cluster.run(Duration.ofSeconds(10));

        JsonNode scheduled = Conditions.find(pod().path("status"), "PodScheduled");
        assertThat(scheduled.path("status").asText()).isEqualTo("False");
        assertThat(scheduled.path("reason").asText()).isEqualTo("Unschedulable");
        assertThat(Fields.text(pod(), "status", "phase")).isEqualTo("Pending");
        assertThat(pod().path("spec").has("nodeName")).isFalse();
        assertThat(cluster.events("FailedScheduling")).hasSize(1);
    }

    @Test
    void crashesOnlySomeOfThePods() {
        cluster.behaviours.set("r/web:1", PodBehaviour.PARTLY_CRASHING);
        cluster.apply("Deployment", "web", "r/web:1", "'replicas':4");
        cluster.run(Duration.ofSeconds(90));

        List<Integer> restarts = cluster.pods("web").stream().map(pod -> container(pod).path("restartCount").asInt())
                .toList();
        assertThat(restarts).filteredOn(count -> count == 0).hasSize(2);
        assertThat(restarts).filteredOn(count -> count > 1).hasSize(2);
    }

    @Test
    void goesBadWhileItRuns() {
        ObjectKey web = cluster.apply("Deployment", "web", "r/web:1", "'replicas':2");
        cluster.rollOut(web);
        cluster.behaviours.set("r/web:1", PodBehaviour.NEVER_READY);
        cluster.run(Duration.ofSeconds(2));
        assertThat(cluster.rollouts.read(web).ready()).isZero();
        assertThat(cluster.reason(web, "Available")).isEqualTo("MinimumReplicasUnavailable");

        cluster.behaviours.set("r/web:1", PodBehaviour.PARTLY_CRASHING);
        cluster.until(() -> cluster.pods("web").stream()
                .anyMatch(pod -> container(pod).path("restartCount").asInt() > 0));
    }

    @Test
    void takesAMomentToGo() {
        ObjectKey web = cluster.apply("Deployment", "web", "r/web:1", "'replicas':1");
        cluster.rollOut(web);
        ObjectNode pod = pod();
        Deletions.terminate(cluster.store, PodFactory.key(pod), cluster.now.get());
        cluster.tick();

        assertThat(cluster.store.find(PodFactory.key(pod))).isPresent();
        assertThat(Fields.isDeleting(cluster.store.get(PodFactory.key(pod)))).isTrue();
        assertThat(PodReadiness.of(cluster.pods("web"), 0, cluster.now.get()).terminating()).isEqualTo(1);
        cluster.until(() -> cluster.store.find(PodFactory.key(pod)).isEmpty());
        assertThat(cluster.events("Killing")).hasSize(1);
        cluster.rollOut(web);
    }

    @Test
    void survivesALongSleepOfTheMachine() {
        start(PodBehaviour.CRASH_LOOP);
        cluster.now.updateAndGet(now -> now.plus(Duration.ofDays(3)));
        cluster.run(Duration.ofSeconds(5));

        assertThat(container(pod()).path("restartCount").asInt()).isLessThan(5);
    }

    private void start(PodBehaviour behaviour) {
        cluster.behaviours.set("r/web:1", behaviour);
        cluster.apply("Deployment", "web", "r/web:1", "'replicas':1");
        cluster.run(Duration.ofSeconds(5));
    }

    private ObjectNode pod() {
        return cluster.pods("web").get(0);
    }

    private static JsonNode container(ObjectNode pod) {
        return pod.path("status").path("containerStatuses").path(0);
    }

    private String describe() {
        JsonNode status = container(pod());
        String waiting = Fields.text(status, "state", "waiting", "reason");
        return Fields.text(pod(), "status", "phase") + (waiting.isEmpty() ? "" : " " + waiting)
                + (status.path("state").has("running") ? " running" : "")
                + (status.path("ready").asBoolean() ? " ready" : "");
    }
}
