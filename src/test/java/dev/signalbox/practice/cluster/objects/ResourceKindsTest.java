package dev.signalbox.practice.cluster.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceKindsTest {

    @ParameterizedTest
    @CsvSource({"'', v1, pods, pods, Pod, v1", "'', v1, events, events, Event, v1",
        "apps, v1, deployments, deployments.apps, Deployment.apps, apps/v1",
        "coordination.k8s.io, v1, leases, leases.coordination.k8s.io, Lease.coordination.k8s.io, "
                + "coordination.k8s.io/v1",
        "autoscaling, v2, horizontalpodautoscalers, horizontalpodautoscalers.autoscaling, "
                + "HorizontalPodAutoscaler.autoscaling, autoscaling/v2"})
    void areNamedAsMessagesNameThem(String group, String version, String plural, String qualified, String kind,
            String apiVersion) {
        ResourceKind found = ResourceKinds.byPath(group, version, plural).orElseThrow();

        assertThat(found.qualified()).isEqualTo(qualified);
        assertThat(found.qualifiedKind()).isEqualTo(kind);
        assertThat(found.apiVersion()).isEqualTo(apiVersion);
    }

    @ParameterizedTest
    @CsvSource({"'', v2, pods", "apps, v1, pods", "'', v1, pod", "'', v1, Pods", "apps, v1beta1, deployments",
        "'', v1, secrets"})
    void areFoundByNothingElse(String group, String version, String plural) {
        assertThat(ResourceKinds.byPath(group, version, plural)).isEmpty();
    }

    @Test
    void areEachThereOnce() {
        assertThat(ResourceKinds.ALL).extracting(ResourceKind::qualified).doesNotHaveDuplicates();
        assertThat(ResourceKinds.ALL).extracting(ResourceKind::kind).doesNotHaveDuplicates();
        assertThat(ResourceKinds.ALL).allSatisfy(kind -> assertThat(
                ResourceKinds.byPath(kind.group(), kind.version(), kind.plural())).hasValue(kind));
    }

    @Test
    void countSpecChangesOfWorkloadsOnly() {
        assertThat(ResourceKinds.ALL).filteredOn(kind -> kind.counting() == ResourceKind.Generation.COUNTED)
                .containsExactly(ResourceKinds.DEPLOYMENTS, ResourceKinds.STATEFUL_SETS, ResourceKinds.DAEMON_SETS,
                        ResourceKinds.REPLICA_SETS);
        assertThat(ResourceKinds.ALL).filteredOn(kind -> !kind.isNamespaced())
                .containsExactly(ResourceKinds.NAMESPACES, ResourceKinds.NODES);
    }

    @Test
    void knowTheWorkloadsByName() {
        assertThat(ResourceKinds.workload("DaemonSet")).isEqualTo(ResourceKinds.DAEMON_SETS);
        assertThat(ResourceKinds.workload("StatefulSet")).isEqualTo(ResourceKinds.STATEFUL_SETS);
        assertThatThrownBy(() -> ResourceKinds.workload("ReplicaSet")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a workload kind: ReplicaSet");
    }

    @Test
    void keepObjectsOfTheWholeClusterOutsideOfNamespaces() {
        var node = Fields.newObject();
        Fields.child(node, "metadata").put("name", "practice-node-1").put("namespace", "shop");

        assertThat(ObjectKey.of(ResourceKinds.NODES, node).namespace()).isEmpty();
        assertThat(ObjectKey.of(ResourceKinds.PODS, node).namespace()).isEqualTo("shop");
    }
}
