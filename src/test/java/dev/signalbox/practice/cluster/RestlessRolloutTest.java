package dev.signalbox.practice.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Deletions;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// People who never wait: images, numbers, pauses and pods change in the middle of everything. When they have left, every
/// workload comes to rest as its spec says.
class RestlessRolloutTest {

    private final ClusterInTime cluster = new ClusterInTime();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void bringsADeploymentToRestAfterAll(long luck) {
        SplittableRandom random = new SplittableRandom(luck);
        ObjectKey web = cluster.apply("Deployment", "web", "r/web:0", "'replicas':4,'revisionHistoryLimit':3");
        for (int deed = 0; deed < 40; deed++) {
            disturb(random, web);
            if (random.nextInt(6) == 0) {
                cluster.patch(web, "{'spec':{'paused':" + random.nextBoolean() + "}}");
            }
            cluster.run(Duration.ofMillis(250L * random.nextInt(20)));
        }
        cluster.patch(web, "{'spec':{'paused':null,'replicas':4}}");
        cluster.setImage(web, "r/web:good");
        cluster.rollOut(web);
        cluster.tick();

        assertSettled(web, 4);
        assertThat(cluster.sets("web")).filteredOn(set -> ReplicaSetScaling.replicas(set) > 0).hasSize(1);
        assertThat(cluster.sets("web")).hasSizeLessThanOrEqualTo(4);
        assertThat(cluster.sets("web")).extracting(set -> Fields.annotation(set, Annotations.REVISION))
                .doesNotHaveDuplicates().doesNotContain("");
        assertThat(Fields.annotation(cluster.store.get(web), Annotations.REVISION))
                .isEqualTo(Fields.annotation(cluster.setOf(web, "r/web:good"), Annotations.REVISION));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void bringsAStatefulSetToRestOnceItsStuckPodsAreDeleted(long luck) {
        SplittableRandom random = new SplittableRandom(luck);
        ObjectKey db = cluster.apply("StatefulSet", "db", "r/db:0", "'replicas':3");
        for (int deed = 0; deed < 25; deed++) {
            disturb(random, db);
            cluster.run(Duration.ofMillis(250L * random.nextInt(20)));
        }
        cluster.patch(db, "{'spec':{'replicas':3}}");
        cluster.setImage(db, "r/db:good");
        cluster.tick();
        cluster.until(() -> {
            // What a person has to do after a rollout that got stuck.
            cluster.pods("db").stream().filter(pod -> !PodReadiness.isReady(pod) && bad(pod))
                    .forEach(pod -> Deletions.terminate(cluster.store, PodFactory.key(pod), cluster.now.get()));
            return cluster.rollouts.read(db).done();
        });
        cluster.rollOut(db);

        assertSettled(db, 3);
        assertThat(cluster.pods("db")).extracting(Fields::name).containsExactly("db-0", "db-1", "db-2");
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void bringsADaemonSetToRestOnEveryNode(long luck) {
        SplittableRandom random = new SplittableRandom(luck);
        ObjectKey agent = cluster.apply("DaemonSet", "agent", "r/agent:0", "");
        for (int deed = 0; deed < 25; deed++) {
            disturb(random, agent);
            if (deed == 10) {
                cluster.loop.nodes().atLeast(5);
            }
            cluster.run(Duration.ofMillis(250L * random.nextInt(20)));
        }
        cluster.setImage(agent, "r/agent:good");
        cluster.rollOut(agent);

        assertSettled(agent, 5);
        assertThat(cluster.pods("agent")).extracting(pod -> Fields.text(pod, "spec", "nodeName"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "'\"50%\"', 0", "0, 1"})
    void takesAllPodsAwayEvenInTheMiddleOfARolloutThatIsPaused(String surge, String unavailable) {
        ObjectKey web = cluster.apply("Deployment", "web", "r/web:1", "'replicas':4,'strategy':{'rollingUpdate':"
                + "{'maxSurge':" + surge.replace('"', '\'') + ",'maxUnavailable':" + unavailable + "}}");
        cluster.rollOut(web);
        cluster.setImage(web, "r/web:2");
        cluster.until(() -> cluster.sets("web").stream().filter(set -> ReplicaSetScaling.replicas(set) > 0)
                .count() == 2);
        cluster.patch(web, "{'spec':{'paused':true,'replicas':0}}");
        cluster.run(Duration.ofSeconds(20));

        assertThat(cluster.pods("web")).isEmpty();
        assertThat(cluster.sets("web")).allMatch(set -> ReplicaSetScaling.replicas(set) == 0);
    }

    private void disturb(SplittableRandom random, ObjectKey key) {
        List<ObjectNode> pods = cluster.pods(key.name());
        switch (random.nextInt(5)) {
            case 0 -> cluster.setImage(key, "r/" + key.name() + ":" + random.nextInt(4));
            case 1 -> {
                cluster.behaviours.set("r/" + key.name() + ":bad", PodBehaviour.values()[random.nextInt(10)]);
                cluster.setImage(key, "r/" + key.name() + ":bad");
            }
            case 2 -> {
                if (!key.kind().kind().equals("DaemonSet")) {
                    cluster.patch(key, "{'spec':{'replicas':" + random.nextInt(7) + "}}");
                }
            }
            case 3 -> {
                if (!pods.isEmpty()) {
                    Deletions.terminate(cluster.store, PodFactory.key(pods.get(random.nextInt(pods.size()))),
                            cluster.now.get());
                }
            }
            default -> cluster.patch(key, "{'metadata':{'labels':{'touched':'" + random.nextInt(100) + "'}}}");
        }
    }

    private boolean bad(ObjectNode pod) {
        return !Fields.isDeleting(pod) && !ClusterInTime.image(pod.path("spec")).endsWith(":good");
    }

    private void assertSettled(ObjectKey key, int pods) {
        assertThat(cluster.pods(key.name())).hasSize(pods).allSatisfy(pod -> {
            assertThat(PodReadiness.isReady(pod)).isTrue();
            assertThat(ClusterInTime.image(pod.path("spec"))).isEqualTo("r/" + key.name() + ":good");
        });
        long before = cluster.store.version();
        cluster.run(Duration.ofSeconds(30));
        assertThat(cluster.store.version()).as("nothing moves any more").isEqualTo(before);
    }
}
