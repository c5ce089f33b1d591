package dev.signalbox.practice.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Deletions;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.PatchKind;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatefulSetRolloutTest {

    private final ClusterInTime cluster = new ClusterInTime();

    @Test
    void startsItsPodsInOrderEachWhenTheOneBeforeIsReady() {
        ObjectKey db = cluster.apply("StatefulSet", "db", "r/db:1", "'replicas':3");

        cluster.until(() -> {
            List<ObjectNode> pods = cluster.pods("db");
            for (int ordinal = 0; ordinal < pods.size(); ordinal++) {
                assertThat(Fields.name(pods.get(ordinal))).isEqualTo("db-" + ordinal);
                assertThat(ordinal == pods.size() - 1 || PodReadiness.isReady(pods.get(ordinal))).isTrue();
            }
            return cluster.rollouts.read(db).done();
        });

        assertThat(cluster.pods("db")).hasSize(3);
        assertThat(Fields.label(cluster.pods("db").get(2), "apps.kubernetes.io/pod-index")).isEqualTo("2");
    }

    @Test
    void startsAllAtOnceWhenOrderDoesNotMatter() {
        cluster.apply("StatefulSet", "db", "r/db:1", "'replicas':3,'podManagementPolicy':'Parallel'");
        cluster.tick();

        assertThat(cluster.pods("db")).hasSize(3);
    }

    @Test
    void replacesFromTheLastToTheFirst() {
        ObjectKey db = rolledOut();
        cluster.setImage(db, "r/db:2");
        List<String> order = new ArrayList<>();

        cluster.until(() -> {
            cluster.pods("db").stream()
                    .filter(pod -> ClusterInTime.image(pod.path("spec")).equals("r/db:2"))
                    .map(Fields::name)
                    .filter(name -> !order.contains(name))
                    .forEach(order::add);
            return order.size() == 3 && cluster.rollouts.read(db).done();
        });

        assertThat(order).containsExactly("db-2", "db-1", "db-0");
        assertThat(Fields.text(cluster.status(db), "currentRevision"))
                .isEqualTo(Fields.text(cluster.status(db), "updateRevision"));
    }

    @Test
    void keepsEachTemplateInAControllerRevision() {
        ObjectKey db = rolledOut();
        cluster.setImage(db, "r/db:2");
        cluster.rollOut(db);

        List<ObjectNode> revisions = revisions();
        assertThat(revisions).extracting(revision -> revision.path("revision").asInt()).containsExactly(1, 2);
        assertThat(revisions.get(0).at("/data/spec/template/$patch").asText()).isEqualTo("replace");
        assertThat(revisions.get(0).at("/data/spec/template/spec/containers/0/image").asText()).isEqualTo("r/db:1");
        assertThat(Owners.controller(revisions.get(0))).isEqualTo(Fields.uid(cluster.store.get(db)));
        assertThat(Fields.text(cluster.status(db), "updateRevision")).isEqualTo(Fields.name(revisions.get(1)));
    }

    @Test
    void goesBackByTheStrategicPatchThatARevisionKeeps() {
        ObjectKey db = rolledOut();
        cluster.setImage(db, "r/db:2");
        cluster.rollOut(db);

        cluster.writes.patch(db, PatchKind.STRATEGIC, revisions().get(0).path("data"), ClusterInTime.ALICE);
        cluster.rollOut(db);

        assertThat(cluster.pods("db")).extracting(pod -> ClusterInTime.image(pod.path("spec"))).containsOnly("r/db:1");
        assertThat(revisions()).extracting(revision -> revision.path("revision").asInt()).containsExactly(2, 3);
        assertThat(revisions().get(1).at("/data/spec/template/spec/containers/0/image").asText()).isEqualTo("r/db:1");
        assertThat(cluster.store.get(db).path("spec").path("template").has("$patch")).isFalse();
    }

    @Test
    void staysStuckAfterARollbackUntilTheBrokenPodIsDeleted() {
        ObjectKey db = rolledOut();
        cluster.behaviours.set("r/db:2", PodBehaviour.CRASH_LOOP);
        cluster.setImage(db, "r/db:2");
        cluster.run(Duration.ofSeconds(30));
        assertThat(cluster.rollouts.read(db).problem()).isEqualTo("CrashLoopBackOff");
        cluster.setImage(db, "r/db:1");
        cluster.run(Duration.ofSeconds(60));
        assertThat(cluster.rollouts.read(db).done()).isFalse();

        Deletions.terminate(cluster.store, new ObjectKey(ResourceKinds.PODS, "shop", "db-2"), cluster.now.get());
        cluster.rollOut(db);

        assertThat(cluster.pods("db")).extracting(pod -> ClusterInTime.image(pod.path("spec"))).containsOnly("r/db:1");
    }

    @Test
    void updatesOnlyFromThePartitionUpwards() {
        ObjectKey db = rolledOut();
        cluster.patch(db, "{'spec':{'updateStrategy':{'rollingUpdate':{'partition':2}}}}");
        cluster.setImage(db, "r/db:2");
        cluster.run(Duration.ofSeconds(60));

        assertThat(cluster.pods("db")).extracting(pod -> ClusterInTime.image(pod.path("spec")))
                .containsExactly("r/db:1", "r/db:1", "r/db:2");
        assertThat(cluster.status(db).path("updatedReplicas").asInt()).isEqualTo(1);
        assertThat(cluster.status(db).path("currentReplicas").asInt()).isEqualTo(2);

        Deletions.terminate(cluster.store, new ObjectKey(ResourceKinds.PODS, "shop", "db-0"), cluster.now.get());
        cluster.run(Duration.ofSeconds(20));
        assertThat(ClusterInTime.image(cluster.pods("db").get(0).path("spec"))).isEqualTo("r/db:1");
    }

    @Test
    void changesNothingOnItsOwnWhenUpdatedOnDelete() {
        ObjectKey db = cluster.apply("StatefulSet", "db", "r/db:1",
                "'replicas':2,'updateStrategy':{'type':'OnDelete'}");
        cluster.rollOut(db);
        cluster.setImage(db, "r/db:2");
        cluster.run(Duration.ofSeconds(30));
        assertThat(cluster.pods("db")).extracting(pod -> ClusterInTime.image(pod.path("spec"))).containsOnly("r/db:1");

        Deletions.terminate(cluster.store, new ObjectKey(ResourceKinds.PODS, "shop", "db-1"), cluster.now.get());
        cluster.run(Duration.ofSeconds(20));
        assertThat(ClusterInTime.image(cluster.pods("db").get(1).path("spec"))).isEqualTo("r/db:2");
    }

    @Test
    void scalesDownFromTheEnd() {
        ObjectKey db = rolledOut();
        cluster.patch(db, "{'spec':{'replicas':1}}");
        cluster.until(() -> cluster.pods("db").size() == 1);

        assertThat(Fields.name(cluster.pods("db").get(0))).isEqualTo("db-0");
    }

    @Test
    void prunesRevisionsThatNothingUses() {
        ObjectKey db = cluster.apply("StatefulSet", "db", "r/db:0", "'replicas':1,'revisionHistoryLimit':1");
        for (int release = 1; release <= 4; release++) {
            cluster.rollOut(db);
            cluster.setImage(db, "r/db:" + release);
        }
        cluster.rollOut(db);
        cluster.run(Duration.ofSeconds(2));

        assertThat(revisions()).hasSize(2);
    }

    @Test
    void losesItsPodsWhenItIsDeleted() {
        ObjectKey db = rolledOut();
        cluster.store.delete(db, Commit.STORE, same -> {});
        cluster.run(Duration.ofSeconds(5));

        assertThat(cluster.pods("db")).isEmpty();
        assertThat(revisions()).isEmpty();
    }

    private ObjectKey rolledOut() {
        ObjectKey db = cluster.apply("StatefulSet", "db", "r/db:1", "'replicas':3");
        cluster.rollOut(db);
        return db;
    }

    private List<ObjectNode> revisions() {
        return cluster.store.list(ResourceKinds.CONTROLLER_REVISIONS, "shop").items().stream()
                .sorted(Comparator.comparingInt(revision -> revision.path("revision").asInt()))
                .toList();
    }
}
