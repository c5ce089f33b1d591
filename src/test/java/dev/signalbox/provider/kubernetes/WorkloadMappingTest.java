package dev.signalbox.provider.kubernetes;

import static dev.signalbox.provider.kubernetes.PodTroubleTest.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.Container;
import dev.signalbox.domain.cluster.ImageRef;
import dev.signalbox.domain.cluster.LastChange;
import dev.signalbox.domain.cluster.Owner;
import dev.signalbox.domain.cluster.Replicas;
import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.provider.kubernetes.RevisionMapping.OwnedRevision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadMappingTest {

    private static final ConnectionId PROD = new ConnectionId("prod");

    @Test
    void trimsADeployment() {
        Workload w = body(WorkloadKind.DEPLOYMENT,
                """
                        {'metadata':{'name':'web','namespace':'shop','uid':'u','generation':7,'creationTimestamp':'2026-01-02T03:04:05Z',
                          'labels':{'app':'web'},'annotations':{'kubernetes.io/change-cause':'v2','secret':'canary',
                            'kubectl.kubernetes.io/last-applied-configuration':'{canary}'}},
                         'spec':{'replicas':3,'paused':true,'template':{'metadata':{'annotations':{'org.opencontainers.image.revision':'abc'}},
                           'spec':{'containers':[{'name':'app','image':'r/web:2','env':[{'name':'K','value':'canary'}]}]}}},
                         'status':{'observedGeneration':6,'replicas':4,'updatedReplicas':2,'readyReplicas':3,'availableReplicas':1,
                           'terminatingReplicas':1,'conditions':[{'type':'Progressing','status':'True','reason':'R','message':'m'}]}}""")
                .workload();
        assertThat(w.key().shortName()).isEqualTo("deployment/web");
        assertThat(w.generation()).isEqualTo(7);
        assertThat(w.observed()).isEqualTo(6);
        assertThat(w.replicas()).isEqualTo(new Replicas(3, 4, 2, 3, 1, 1));
        assertThat(w.paused()).isTrue();
        assertThat(w.containers()).containsExactly(new Container("app", ImageRef.parse("r/web:2")));
        assertThat(w.annotations()).isEqualTo(Map.of("kubernetes.io/change-cause", "v2", Annotations.LAST_APPLIED, ""));
        assertThat(w.templateAnnotations()).containsEntry("org.opencontainers.image.revision", "abc");
        assertThat(w.condition("Progressing")).isPresent();
        assertThat(w.createdAt()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(w.toString()).doesNotContain("canary");
    }

    @Test
    void readsPartitionAndOnDeleteOfSets() {
        Workload partitioned = body(WorkloadKind.STATEFUL_SET,
                "{'spec':{'updateStrategy':{'type':'RollingUpdate','rollingUpdate':{'partition':2}}}}").workload();
        assertThat(partitioned.partition()).isEqualTo(2);
        assertThat(partitioned.onDelete()).isFalse();
        assertThat(
                body(WorkloadKind.DAEMON_SET, "{'spec':{'updateStrategy':{'type':'OnDelete'}}}").workload().onDelete())
                .isTrue();
    }

    @Test
    void countsDaemonsByNodes() {
        assertThat(body(WorkloadKind.DAEMON_SET,
                """
                        {'status':{'desiredNumberScheduled':5,'currentNumberScheduled':4,'updatedNumberScheduled':3,'numberReady':2,
                         'numberAvailable':1}}""")
                .workload().replicas()).isEqualTo(new Replicas(5, 4, 3, 2, 1, 0));
    }

    @Test
    void annotationsAreNeverEmptyWhenThereAreSome() {
        Workload w = body(WorkloadKind.DEPLOYMENT, "{'metadata':{'annotations':{'x.io/secret':'canary'}}}").workload();
        assertThat(w.annotations()).isEqualTo(Map.of("x.io/secret", ""));
        assertThat(body(WorkloadKind.DEPLOYMENT, "{'metadata':{}}").workload().annotations()).isEmpty();
    }

    @Test
    void anythingAtAllIsAWorkload() {
        Workload w = body(WorkloadKind.DEPLOYMENT, "{'metadata':7,'spec':[],'status':'x'}").workload();
        assertThat(w.uid()).isEmpty();
        assertThat(w.replicas().desired()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{'annotations':{'argocd.argoproj.io/tracking-id':'checkout:apps/Deployment:shop/web'}} | ARGO_CD | checkout",
        "{'managedFields':[{'manager':'argocd-controller'}],'labels':{'app.kubernetes.io/instance':'web'}} | ARGO_CD | web",
        "{'labels':{'kustomize.toolkit.fluxcd.io/name':'apps'}} | FLUX | apps",
        "{'labels':{'helm.toolkit.fluxcd.io/name':'web'},'annotations':{'meta.helm.sh/release-name':'web'}} | FLUX | web",
        "{'annotations':{'meta.helm.sh/release-name':'shop'}} | HELM | shop",
        "{'labels':{'app.kubernetes.io/instance':'web'}} | NOBODY | ~~",
        "{'labels':{'kustomize.toolkit.fluxcd.io/name':'a'},'annotations':{'kustomize.toolkit.fluxcd.io/reconcile':'disabled'}} | NOBODY | ~~",
    })
    void findsWhoElseLooksAfterIt(String metadata, Owner.Kind kind, String name) {
        assertThat(Owners.of(json("{'metadata':" + metadata + "}"))).isEqualTo(new Owner(kind, name));
    }

    @Test
    void theLastChangeIsTheNewestOfTheSpec() {
        JsonNode object =
                json("""
                        {'metadata':{'managedFields':[
                         {'manager':'helm','time':'2026-01-01T00:00:00Z','fieldsV1':{'f:spec':{}}},
                         {'manager':'kubectl-set','time':'2026-01-03T00:00:00Z','fieldsV1':{'f:spec':{}}},
                         {'manager':'annotator','time':'2026-01-04T00:00:00Z','fieldsV1':{'f:metadata':{}}},
                         {'manager':'kube-controller-manager','subresource':'status','time':'2026-01-05T00:00:00Z','fieldsV1':{'f:spec':{}}}]}}""");
        assertThat(Owners.lastChange(object))
                .isEqualTo(new LastChange("kubectl-set", Instant.parse("2026-01-03T00:00:00Z")));
        assertThat(Owners.lastChange(json("{}"))).isNull();
    }

    @Test
    void theCurrentRevisionIsTheOneWithTheSameTemplateWhateverTheOrderOfFields() {
        WorkloadMapping.Body body = body(WorkloadKind.DEPLOYMENT, "{'metadata':{'uid':'d','generation':9},"
                + "'spec':{'template':{'metadata':{'labels':{'app':'web'}},'spec':{'containers':[{'name':'a','image':'i:1'}]}}}}");
        OwnedRevision one = replicaSet("one", "1", "1,3", "'metadata':{'labels':{'pod-template-hash':'h1','app':'web'},"
                + "'creationTimestamp':null},'spec':{'containers':[{'image':'i:1','name':'a'}]}");
        OwnedRevision two = replicaSet("two", "4", "", "'spec':{'containers':[{'name':'a','image':'i:2'}]}");
        Workload w = WorkloadMapping.assemble(body, List.of(one, two), List.of());
        assertThat(w.currentRevision().map(Revision::name)).contains("one");
        assertThat(w.revisions()).extracting(Revision::number).containsExactly(4L, 1L);
        assertThat(w.revisions().getLast().earlier()).containsExactly(1L, 3L);
    }

    @Test
    void otherwiseTheControllersNumberTellsOnceItHasSeenTheSpec() {
        String deployment =
                "{'metadata':{'uid':'d','generation':9,'annotations':{'deployment.kubernetes.io/revision':'4'}},"
                        + "'spec':{'template':{'spec':{'newDefault':true}}},'status':{'observedGeneration':%s}}";
        OwnedRevision two = replicaSet("two", "4", "", "'spec':{}");
        Workload seen = WorkloadMapping.assemble(
                body(WorkloadKind.DEPLOYMENT, deployment.formatted(9)), List.of(two), List.of());
        Workload unseen = WorkloadMapping.assemble(
                body(WorkloadKind.DEPLOYMENT, deployment.formatted(8)), List.of(two), List.of());
        assertThat(seen.currentRevision()).isPresent();
        assertThat(unseen.currentRevision()).isEmpty();
    }

    @Test
    void aStatefulSetsPodsCarryTheRevisionsNameAndADaemonSetsTheLabel() {
        String revision = "{'metadata':{'name':'web-5d','uid':'r','labels':{'controller-revision-hash':'5d'},"
                + "'ownerReferences':[{'uid':'s','kind':'%s','controller':true}]},'revision':3,"
                + "'data':{'spec':{'template':{'$patch':'replace','spec':{'containers':[{'name':'a','image':'i:1'}]}}}}}";
        OwnedRevision stateful = RevisionMapping.ofControllerRevision(json(revision.formatted("StatefulSet")));
        OwnedRevision daemon = RevisionMapping.ofControllerRevision(json(revision.formatted("DaemonSet")));
        assertThat(stateful.revision().hash()).isEqualTo("web-5d");
        assertThat(daemon.revision().hash()).isEqualTo("5d");
        assertThat(daemon.revision().version()).isEqualTo("1");
        assertThat(daemon.digest()).isEqualTo(
                Templates.digest(json("{'spec':{'containers':[{'name':'a','image':'i:1'}]}}")));
    }

    @Test
    void aCleanTemplateKeepsWhatThisConsoleDoesNotKnow() {
        JsonNode raw = json("{'$patch':'replace','metadata':{'labels':{'pod-template-hash':'x','app':'a'}},"
                + "'spec':{'resources':{},'futureField':{'a':[1.50]}}}");
        assertThat(Tree.write(Templates.clean(raw)))
                .isEqualTo(
                        "{\"metadata\":{\"labels\":{\"app\":\"a\"}},\"spec\":{\"resources\":{},\"futureField\":{\"a\":[1.50]}}}");
    }

    private static OwnedRevision replicaSet(String name, String number, String history, String template) {
        return RevisionMapping.ofReplicaSet(json("{'metadata':{'name':'" + name + "','uid':'" + name
                + "','annotations':{'deployment.kubernetes.io/revision':'" + number
                + "','deployment.kubernetes.io/revision-history':'" + history
                + "'},'ownerReferences':[{'uid':'d','controller':true}]},'spec':{'template':{" + template + "}}}"));
    }

    private static WorkloadMapping.Body body(WorkloadKind kind, String text) {
        return WorkloadMapping.body(PROD, kind, json(text));
    }
}
