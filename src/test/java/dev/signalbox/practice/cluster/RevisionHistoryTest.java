package dev.signalbox.practice.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.PatchKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionHistoryTest {

    private final ClusterInTime cluster = new ClusterInTime();

    @Test
    void numbersRevisionsAndReusesAReplicaSetUnderTheNextNumber() {
        ObjectKey web = threeRevisions();
        assertThat(numbers()).containsExactly("1", "2", "3");
        cluster.setImage(web, "r/web:2");
        cluster.rollOut(web);

        assertThat(cluster.sets("web")).hasSize(3);
        ObjectNode back = cluster.setOf(web, "r/web:2");
        assertThat(Fields.annotation(back, Annotations.REVISION)).isEqualTo("4");
        assertThat(Fields.annotation(back, Annotations.REVISION_HISTORY)).isEqualTo("2");
        assertThat(Fields.annotation(cluster.store.get(web), Annotations.REVISION)).isEqualTo("4");
        assertThat(numbers()).containsExactlyInAnyOrder("1", "3", "4");
    }

    @Test
    void remembersEveryNumberThatAReplicaSetHad() {
        ObjectKey web = threeRevisions();
        for (String image : List.of("r/web:1", "r/web:3", "r/web:1")) {
            cluster.setImage(web, image);
            cluster.rollOut(web);
        }

        ObjectNode first = cluster.setOf(web, "r/web:1");
        assertThat(Fields.annotation(first, Annotations.REVISION)).isEqualTo("6");
        assertThat(Fields.annotation(first, Annotations.REVISION_HISTORY)).isEqualTo("1,4");
    }

    @Test
    void copiesTheDeploymentsAnnotationsToTheNewestReplicaSetOnly() {
        ObjectKey web = threeRevisions();
        cluster.patch(web, "{'metadata':{'annotations':{'team':'checkout','kubectl.kubernetes.io/"
                + "last-applied-configuration':'{}'}}}");
        cluster.tick();

        ObjectNode newest = cluster.setOf(web, "r/web:3");
        assertThat(Fields.annotation(newest, "team")).isEqualTo("checkout");
        assertThat(Fields.annotation(newest, Annotations.LAST_APPLIED)).isEmpty();
        assertThat(Fields.annotation(cluster.setOf(web, "r/web:2"), "team")).isEmpty();
    }

    @Test
    void keepsTheCauseOfEachRevision() {
        ObjectKey web = cluster.apply("Deployment", "web", "r/web:1", "'replicas':1");
        for (int release = 1; release <= 3; release++) {
            cluster.patch(web, "{'metadata':{'annotations':{'kubernetes.io/change-cause':'release " + release
                    + "'}},'spec':{'template':{'spec':{'containers':[{'name':'web','image':'r/web:" + release
                    + "'}]}}}}");
            cluster.rollOut(web);
        }

        assertThat(cluster.sets("web")).extracting(set -> Fields.annotation(set, Annotations.CHANGE_CAUSE))
                .containsExactly("release 1", "release 2", "release 3");
    }

    @Test
    void rollsBackByOnePatchWithItsPreconditions() {
        ObjectKey web = threeRevisions();
        ObjectNode before = cluster.store.get(web);
        ObjectNode template = Templates.withoutHash(cluster.setOf(web, "r/web:1").path("spec").path("template"));
        var patch = Fields.newArray();
        patch.addObject().put("op", "test").put("path", "/metadata/uid").put("value", Fields.uid(before));
        patch.addObject().put("op", "test").put("path", "/metadata/generation").put("value",
                before.path("metadata").path("generation").asLong());
        patch.addObject().put("op", "replace").put("path", "/spec/template").set("value", template);
        patch.addObject().put("op", "add").put("path", "/metadata/annotations/kubernetes.io~1change-cause").put("value",
                "rollback to 1");

        cluster.writes.patch(web, PatchKind.JSON, patch, ClusterInTime.ALICE);
        cluster.rollOut(web);

        assertThat(cluster.sets("web")).hasSize(3);
        ObjectNode back = cluster.setOf(web, "r/web:1");
        assertThat(Fields.annotation(back, Annotations.REVISION)).isEqualTo("4");
        assertThat(Fields.annotation(back, Annotations.CHANGE_CAUSE)).isEqualTo("rollback to 1");
        assertThat(cluster.pods("web")).extracting(pod -> ClusterInTime.image(pod.path("spec")))
                .containsOnly("r/web:1");
    }

    @Test
    void prunesEmptyReplicaSetsBeyondTheLimit() {
        ObjectKey web = cluster.apply("Deployment", "web", "r/web:0", "'replicas':1,'revisionHistoryLimit':2");
        for (int release = 1; release <= 5; release++) {
            cluster.rollOut(web);
            cluster.setImage(web, "r/web:" + release);
        }
        cluster.rollOut(web);
        cluster.run(Duration.ofSeconds(2));

        assertThat(cluster.sets("web"))
                .extracting(set -> ClusterInTime.image(set.path("spec").path("template").path("spec")))
                .containsExactly("r/web:3", "r/web:4", "r/web:5");
    }

    @Test
    void makesADifferentReplicaSetForADifferentTemplateOnly() {
        ObjectKey web = threeRevisions();
        cluster.patch(web, "{'spec':{'template':{'metadata':{'annotations':{'restartedAt':'now'}}}}}");
        cluster.rollOut(web);

        assertThat(cluster.sets("web")).hasSize(4);
        assertThat(Templates.hash(ClusterInTime.json("{'a':1,'b':{'c':2}}")))
                .isEqualTo(Templates.hash(ClusterInTime.json("{'b':{'c':2},'a':1}")))
                .isNotEqualTo(Templates.hash(ClusterInTime.json("{'a':1,'b':{'c':3}}")));
    }

    private ObjectKey threeRevisions() {
        ObjectKey web = cluster.apply("Deployment", "web", "r/web:1", "'replicas':2");
        cluster.rollOut(web);
        cluster.setImage(web, "r/web:2");
        cluster.rollOut(web);
        cluster.setImage(web, "r/web:3");
        cluster.rollOut(web);
        return web;
    }

    private List<String> numbers() {
        return cluster.sets("web").stream().map(set -> Fields.annotation(set, Annotations.REVISION)).toList();
    }
}
