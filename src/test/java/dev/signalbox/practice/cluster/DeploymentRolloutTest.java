package dev.signalbox.practice.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentRolloutTest {

    private final ClusterInTime cluster = new ClusterInTime();

    @Test
    void rollsANewDeploymentOutPodByPod() {
        ObjectKey web = cluster.apply("Deployment", "web", "r/web:1", "'replicas':4");
        List<Integer> ready = new ArrayList<>();

        cluster.until(() -> {
            int now = cluster.rollouts.read(web).ready();
            if (ready.isEmpty() || ready.get(ready.size() - 1) != now) {
                ready.add(now);
            }
            return cluster.rollouts.read(web).done();
        });

        assertThat(ready).startsWith(0).endsWith(4).isSorted().hasSizeGreaterThan(2);
        assertThat(cluster.reason(web, "Progressing")).isEqualTo("NewReplicaSetAvailable");
        assertThat(cluster.reason(web, "Available")).isEqualTo("MinimumReplicasAvailable");
        assertThat(cluster.status(web).path("observedGeneration").asInt()).isEqualTo(1);
        assertThat(cluster.status(web).path("replicas").asInt()).isEqualTo(4);
        assertThat(cluster.status(web).has("unavailableReplicas")).isFalse();
    }

    @Test
    void labelsReplicaSetAndPodsWithTheHashOfTheTemplate() {
        ObjectKey web = cluster.apply("Deployment", "web", "r/web:1", "'replicas':1");
        cluster.rollOut(web);

        ObjectNode set = cluster.sets("web").get(0);
        String hash = Fields.label(set, "pod-template-hash");
        assertThat(hash).matches("[bcdfghjklmnpqrstvwxz2456789]{10}");
        assertThat(Fields.name(set)).isEqualTo("web-" + hash);
        assertThat(set.at("/spec/selector/matchLabels/pod-template-hash").asText()).isEqualTo(hash);
        assertThat(set.at("/spec/template/metadata/labels/pod-template-hash").asText()).isEqualTo(hash);
        assertThat(Fields.label(cluster.pods("web").get(0), "pod-template-hash")).isEqualTo(hash);
        assertThat(cluster.store.get(web).at("/spec/template/metadata/labels").has("pod-template-hash")).isFalse();
        assertThat(Owners.controller(set)).isEqualTo(Fields.uid(cluster.store.get(web)));
        assertThat(Owners.controller(cluster.pods("web").get(0))).isEqualTo(Fields.uid(set));
    }

    @ParameterizedTest
    @CsvSource({"4, 25%, 25%, 5, 3", "3, 1, 0, 4, 3", "10, 20%, 30%, 12, 7", "2, 0, 1, 2, 1", "1, 25%, 25%, 2, 1",
        "2, 0, 1%, 2, 1"})
    void staysWithinSurgeAndUnavailability(int replicas, String surge, String unavailable, int most, int least) {
        ObjectKey web = cluster.apply("Deployment", "web", "r/web:1", "'replicas':" + replicas
                + ",'strategy':{'rollingUpdate':{'maxSurge':" + value(surge) + ",'maxUnavailable':" + value(unavailable)
                + "}}");
        cluster.rollOut(web);
        cluster.setImage(web, "r/web:2");

        cluster.until(() -> {
            int wanted = cluster.sets("web").stream().mapToInt(ReplicaSetScaling::replicas).sum();
            int available = (int) cluster.pods("web").stream()
                    .filter(pod -> PodReadiness.isReady(pod) && !Fields.isDeleting(pod))
                    .count();
            assertThat(wanted).isLessThanOrEqualTo(most);
            assertThat(available).isGreaterThanOrEqualTo(least);
            return cluster.rollouts.read(web).done();
        });

        assertThat(cluster.pods("web")).filteredOn(pod -> !Fields.isDeleting(pod))
                .extracting(pod -> ClusterInTime.image(pod.path("spec")))
                .containsOnly("r/web:2")
                .hasSize(replicas);
    }

    @Test
    void keepsTheOldPodsServingWhenTheNewOnesAreBad() {
        ObjectKey web = cluster.apply("Deployment", "web", "r/web:1", "'replicas':4,'progressDeadlineSeconds':60");
        cluster.rollOut(web);
        cluster.behaviours.set("r/web:2", PodBehaviour.CRASH_LOOP);
        cluster.setImage(web, "r/web:2");

        cluster.run(Duration.ofSeconds(50));
        assertThat(cluster.reason(web, "Progressing")).isEqualTo("ReplicaSetUpdated");
        assertThat(cluster.rollouts.read(web).problem()).isEqualTo("CrashLoopBackOff");
        cluster.run(Duration.ofSeconds(40));

        Rollout rollout = cluster.rollouts.read(web);
        assertThat(rollout.done()).isFalse();
        assertThat(rollout.available()).isEqualTo(3);
        assertThat(cluster.reason(web, "Progressing")).isEqualTo("ProgressDeadlineExceeded");
        assertThat(Conditions.find(cluster.status(web), "Progressing").path("status").asText()).isEqualTo("False");
        assertThat(cluster.reason(web, "Available")).isEqualTo("MinimumReplicasAvailable");
    }

    @Test
    void replacesEverythingAtOnceWhenAskedToRecreate() {
        ObjectKey web = cluster.apply("Deployment", "web", "r/web:1", "'replicas':2,'strategy':{'type':'Recreate'}");
        cluster.rollOut(web);
        cluster.setImage(web, "r/web:2");

        cluster.until(() -> {
            List<String> images =
                    cluster.pods("web").stream().map(pod -> ClusterInTime.image(pod.path("spec"))).distinct()
                            .toList();
            assertThat(images).hasSizeLessThanOrEqualTo(1);
            return cluster.rollouts.read(web).done();
        });
    }

    @Test
    void waitsForPodsToBeReadyLongEnough() {
        ObjectKey web = cluster.apply("Deployment", "web", "r/web:1", "'replicas':1,'minReadySeconds':30");

        cluster.until(() -> cluster.rollouts.read(web).ready() == 1);
        cluster.run(Duration.ofSeconds(20));
        assertThat(cluster.rollouts.read(web).available()).isZero();
        cluster.run(Duration.ofSeconds(12));
        assertThat(cluster.rollouts.read(web).available()).isEqualTo(1);
    }

    @Test
    void doesNotMoveWhilePaused() {
        ObjectKey web = cluster.apply("Deployment", "web", "r/web:1", "'replicas':2,'progressDeadlineSeconds':20");
        cluster.rollOut(web);
        cluster.patch(web, "{'spec':{'paused':true}}");
        cluster.setImage(web, "r/web:2");
        cluster.run(Duration.ofSeconds(60));

        assertThat(cluster.sets("web")).hasSize(1);
        assertThat(cluster.reason(web, "Progressing")).isEqualTo("DeploymentPaused");
        assertThat(cluster.status(web).has("updatedReplicas")).isFalse();

        cluster.patch(web, "{'spec':{'paused':false}}");
        cluster.tick();
        assertThat(cluster.sets("web")).hasSize(2);
        cluster.rollOut(web);
    }

    @Test
    void saysThatItWasResumed() {
        ObjectKey web = cluster.apply("Deployment", "web", "r/web:1", "'replicas':1");
        cluster.rollOut(web);
        cluster.patch(web, "{'spec':{'paused':true}}");
        cluster.tick();
        cluster.patch(web, "{'spec':{'paused':false}}");
        ObjectNode resumed = cluster.store.get(web).deepCopy();

        DeploymentStatus.markPause(resumed, cluster.now.get());

        JsonNode condition = Conditions.find(resumed.path("status"), "Progressing");
        assertThat(condition.path("reason").asText()).isEqualTo("DeploymentResumed");
        assertThat(condition.path("status").asText()).isEqualTo("Unknown");
    }

    @Test
    void scalesWithoutANewRevision() {
        ObjectKey web = cluster.apply("Deployment", "web", "r/web:1", "'replicas':2");
        cluster.rollOut(web);
        cluster.patch(web, "{'spec':{'replicas':5}}");
        cluster.rollOut(web);
        assertThat(cluster.pods("web")).hasSize(5);
        cluster.patch(web, "{'spec':{'replicas':1}}");
        cluster.until(() -> cluster.pods("web").size() == 1);

        assertThat(cluster.sets("web")).hasSize(1);
        assertThat(cluster.events("ScalingReplicaSet")).hasSize(3)
                .anyMatch(message -> message.endsWith("from 2 to 5"))
                .anyMatch(message -> message.startsWith("Scaled down") && message.endsWith("from 5 to 1"));
    }

    @Test
    void scalesInTheMiddleOfARollout() {
        ObjectKey web = cluster.apply("Deployment", "web", "r/web:1", "'replicas':4");
        cluster.rollOut(web);
        cluster.setImage(web, "r/web:2");
        cluster.until(() -> cluster.rollouts.read(web).updated() == 2);
        cluster.patch(web, "{'spec':{'replicas':8}}");
        cluster.rollOut(web);

        assertThat(cluster.pods("web")).hasSize(8);
        assertThat(cluster.rollouts.read(web).replicas()).isEqualTo(8);
    }

    @Test
    void scalesToNothingAndBack() {
        ObjectKey web = cluster.apply("Deployment", "web", "r/web:1", "'replicas':2");
        cluster.rollOut(web);
        cluster.patch(web, "{'spec':{'replicas':0}}");
        cluster.until(() -> cluster.pods("web").isEmpty());

        cluster.patch(web, "{'spec':{'replicas':3}}");
        cluster.rollOut(web);
        assertThat(cluster.pods("web")).hasSize(3);
    }

    @Test
    void showsTheRefusalOfAQuotaAtOnce() {
        ObjectKey web = cluster.apply("Deployment", "web", "r/web:1", "'replicas':2");
        cluster.rollOut(web);
        cluster.behaviours.set("r/web:2", PodBehaviour.QUOTA_EXCEEDED);
        cluster.setImage(web, "r/web:2");
        cluster.run(Duration.ofSeconds(2));

        JsonNode failure = Conditions.find(cluster.status(web), "ReplicaFailure");
        assertThat(failure.path("reason").asText()).isEqualTo("FailedCreate");
        assertThat(failure.path("message").asText()).contains("exceeded quota");
        assertThat(cluster.rollouts.read(web).problem()).isEqualTo("FailedCreate");
        assertThat(cluster.events("FailedCreate")).hasSize(1);
    }

    @Test
    void countsPodsThatAreGoing() {
        ObjectKey web = cluster.apply("Deployment", "web", "r/web:1", "'replicas':3");
        cluster.rollOut(web);
        cluster.patch(web, "{'spec':{'replicas':1}}");

        cluster.until(() -> cluster.status(web).path("terminatingReplicas").asInt() == 2);
        cluster.until(() -> !cluster.status(web).has("terminatingReplicas"));
    }

    @Test
    void removesWhatADeletedDeploymentOwned() {
        ObjectKey web = cluster.apply("Deployment", "web", "r/web:1", "'replicas':2");
        cluster.rollOut(web);
        cluster.store.delete(web, Commit.STORE, same -> {});
        cluster.run(Duration.ofSeconds(5));

        assertThat(cluster.sets("web")).isEmpty();
        assertThat(cluster.pods("web")).isEmpty();
    }

    private static String value(String text) {
        return text.endsWith("%") ? "'" + text + "'" : text;
    }
}
