package dev.signalbox.practice.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DaemonSetRolloutTest {

    private final ClusterInTime cluster = new ClusterInTime();

    @Test
    void runsOnePodOnEveryNode() {
        ObjectKey agent = rolledOut();

        assertThat(cluster.pods("agent")).extracting(pod -> Fields.text(pod, "spec", "nodeName"))
                .containsExactlyInAnyOrder("practice-node-1", "practice-node-2", "practice-node-3");
        assertThat(cluster.rollouts.read(agent)).isEqualTo(new Rollout(3, 3, 3, 3, true, ""));
        assertThat(cluster.status(agent).path("currentNumberScheduled").asInt()).isEqualTo(3);
    }

    @Test
    void followsTheNodes() {
        ObjectKey agent = rolledOut();
        cluster.loop.nodes().atLeast(5);
        cluster.tick();
        cluster.rollOut(agent);

        assertThat(cluster.pods("agent")).hasSize(5);
    }

    @Test
    void replacesOneNodeAfterTheOther() {
        ObjectKey agent = rolledOut();
        cluster.setImage(agent, "r/agent:2");
        cluster.tick();

        cluster.until(() -> {
            assertThat(cluster.status(agent).path("numberUnavailable").asInt()).isLessThanOrEqualTo(1);
            return cluster.rollouts.read(agent).done();
        });

        assertThat(cluster.pods("agent")).extracting(pod -> ClusterInTime.image(pod.path("spec")))
                .containsOnly("r/agent:2");
        assertThat(cluster.store.list(ResourceKinds.CONTROLLER_REVISIONS, "").items())
                .extracting(revision -> revision.path("revision").asInt())
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void stopsAtTheFirstBadNode() {
        ObjectKey agent = rolledOut();
        cluster.behaviours.set("r/agent:2", PodBehaviour.IMAGE_PULL_ERROR);
        cluster.setImage(agent, "r/agent:2");
        cluster.run(Duration.ofSeconds(60));

        Rollout rollout = cluster.rollouts.read(agent);
        assertThat(rollout.available()).isEqualTo(2);
        assertThat(rollout.updated()).isEqualTo(1);
        assertThat(rollout.problem()).isIn("ErrImagePull", "ImagePullBackOff");

        cluster.setImage(agent, "r/agent:1");
        cluster.rollOut(agent);
        assertThat(cluster.rollouts.read(agent).available()).isEqualTo(3);
    }

    @Test
    void changesNothingOnItsOwnWhenUpdatedOnDelete() {
        ObjectKey agent = cluster.apply("DaemonSet", "agent", "r/agent:1", "'updateStrategy':{'type':'OnDelete'}");
        cluster.rollOut(agent);
        cluster.setImage(agent, "r/agent:2");
        cluster.run(Duration.ofSeconds(20));

        assertThat(cluster.rollouts.read(agent).updated()).isZero();
    }

    private ObjectKey rolledOut() {
        ObjectKey agent = cluster.apply("DaemonSet", "agent", "r/agent:1", "");
        cluster.rollOut(agent);
        return agent;
    }
}
