package dev.signalbox.provider.kubernetes;

import static dev.signalbox.provider.kubernetes.PodTroubleTest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.cluster.Pod;
import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureTest {

    private static final WorkloadKey WEB = new WorkloadKey(Rig.PROD, "shop", WorkloadKind.DEPLOYMENT, "web");

    private final List<String> heard = new ArrayList<>();
    private final Picture picture = new Picture(new Picture.Touched() {
        @Override
        public void changed(WorkloadKey workload) {
            heard.add("changed " + workload.name());
        }

        @Override
        public void gone(WorkloadKey workload) {
            heard.add("gone " + workload.name());
        }
    });

    @Test
    void objectsFindEachOtherInWhateverOrderTheyArrive() {
        pod("p1", "rs1");
        replicaSet("rs1", "d1");
        assertThat(heard).isEmpty();
        deployment("d1");
        Workload web = picture.workload(WEB).orElseThrow();
        assertThat(web.revisions()).extracting(Revision::name).containsExactly("rs1");
        assertThat(web.pods()).extracting(Pod::name).containsExactly("p1");
    }

    @Test
    void aChangedPodTouchesItsWorkload() {
        deployment("d1");
        replicaSet("rs1", "d1");
        heard.clear();
        pod("p1", "rs1");
        assertThat(heard).containsExactly("changed web");
        pod("p1", "rs1");
        assertThat(heard).as("the same again is no change").hasSize(1);
        picture.remove(Feed.PODS, "p1");
        assertThat(heard).hasSize(2);
        assertThat(picture.workload(WEB).orElseThrow().pods()).isEmpty();
    }

    @Test
    void strangersPodsTouchNobody() {
        deployment("d1");
        heard.clear();
        pod("p9", "job");
        picture.remove(Feed.PODS, "p9");
        picture.remove(Feed.PODS, "never seen");
        assertThat(heard).isEmpty();
    }

    @Test
    void aReplicaSetThatGoesTakesItsPodsAlong() {
        deployment("d1");
        replicaSet("rs1", "d1");
        pod("p1", "rs1");
        picture.remove(Feed.REPLICA_SETS, "rs1");
        assertThat(picture.workload(WEB).orElseThrow().revisions()).isEmpty();
        assertThat(picture.workload(WEB).orElseThrow().pods()).isEmpty();
    }

    @Test
    void aWorkloadMadeAnewUnderItsNameIsNotGoneWhenTheOldOneEnds() {
        deployment("d1");
        deployment("d2");
        picture.remove(Feed.DEPLOYMENTS, "d1");
        assertThat(heard).doesNotContain("gone web");
        assertThat(picture.workload(WEB).orElseThrow().uid()).isEqualTo("d2");
        picture.remove(Feed.DEPLOYMENTS, "d2");
        assertThat(heard).contains("gone web");
        assertThat(picture.workload(WEB)).isEmpty();
    }

    private void deployment(String uid) {
        put(Feed.DEPLOYMENTS, "{'metadata':{'name':'web','namespace':'shop','uid':'" + uid + "'}}");
    }

    private void replicaSet(String uid, String owner) {
        put(Feed.REPLICA_SETS, owned(uid, owner));
    }

    private void pod(String uid, String owner) {
        put(Feed.PODS, owned(uid, owner));
    }

    private static String owned(String uid, String owner) {
        return "{'metadata':{'name':'" + uid + "','uid':'" + uid + "','ownerReferences':[{'uid':'" + owner
                + "','controller':true}]}}";
    }

    private void put(Feed feed, String object) {
        picture.put(Trimmed.of(Rig.PROD, feed, json(object)));
    }
}
