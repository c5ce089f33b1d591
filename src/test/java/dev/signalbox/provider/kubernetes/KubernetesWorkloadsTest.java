package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.ClusterVerb;
import dev.signalbox.domain.cluster.Health;
import dev.signalbox.domain.cluster.HealthRule;
import dev.signalbox.domain.cluster.Permit;
import dev.signalbox.domain.cluster.PermitKey;
import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Rollout;
import dev.signalbox.domain.cluster.RolloutRule;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.port.Cluster;
import dev.signalbox.port.RemoteFailure;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KubernetesWorkloadsTest {

    private final Rig rig = new Rig();
    private final Cluster cluster = rig.cluster;

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @ParameterizedTest
    @EnumSource(WorkloadKind.class)
    void readsAWorkloadWithItsRevisionsAndPods(WorkloadKind kind) throws RemoteFailure {
        Workload one = cluster.workloads().one(Rig.key(kind));
        assertThat(one.image()).get().hasToString(one.containers().getFirst().image().toString());
        assertThat(one.image().orElseThrow().version()).isEqualTo("v2");
        assertThat(one.revisions()).extracting(Revision::version).containsExactly("v2", "v1");
        assertThat(one.currentRevision().orElseThrow().version()).isEqualTo("v2");
        assertThat(one.currentRevision().orElseThrow().changeCause()).isEqualTo("release v2");
        assertThat(one.pods()).hasSize(3).allMatch(pod -> pod.ready()
                && pod.hash().equals(one.currentRevision().orElseThrow().hash()));
        assertThat(RolloutRule.of(one).phase()).isEqualTo(Rollout.Phase.DONE);
        assertThat(HealthRule.of(one).health()).isEqualTo(Health.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource(WorkloadKind.class)
    void readsRevisionsWithoutPods(WorkloadKind kind) throws RemoteFailure {
        Workload read = cluster.workloads().withRevisions(Rig.key(kind));
        assertThat(read.revisions()).isEqualTo(cluster.workloads().one(Rig.key(kind)).revisions());
        assertThat(read.pods()).isEmpty();
    }

    @Test
    void readsTheSpecAlone() throws RemoteFailure {
        Workload spec = cluster.workloads().spec(Rig.key(WorkloadKind.DEPLOYMENT));
        assertThat(spec.uid()).isNotEmpty();
        assertThat(spec.generation()).isPositive();
        assertThat(spec.revisions()).isEmpty();
        assertThat(spec.pods()).isEmpty();
    }

    @Test
    void saysWhoChangedItLast() throws RemoteFailure {
        rig.practice.setImage(
                "shop", "Deployment", "checkout", "registry.example/checkout:v3", Map.of(), "kubectl-set", "");
        Workload one = cluster.workloads().one(Rig.key(WorkloadKind.DEPLOYMENT));
        assertThat(one.lastChange()).isNotNull()
                .satisfies(change -> assertThat(change.manager()).isEqualTo("kubectl-set"));
    }

    @Test
    void aMissingWorkloadIsNotFound() {
        WorkloadKey nowhere = new WorkloadKey(Rig.PROD, "shop", WorkloadKind.DEPLOYMENT, "nowhere");
        assertThatThrownBy(() -> cluster.workloads().spec(nowhere))
                .isInstanceOfSatisfying(RemoteFailure.class, failure -> assertThat(failure.problem())
                        .isInstanceOf(RemoteProblem.NotFound.class));
    }

    @Test
    void aHostileNameStaysOneSegment() {
        WorkloadKey crafted = new WorkloadKey(Rig.PROD, "shop", WorkloadKind.DEPLOYMENT, "../../pods?x=#");
        assertThatThrownBy(() -> cluster.workloads().spec(crafted)).isInstanceOf(RemoteFailure.class);
        WorkloadKey dots = new WorkloadKey(Rig.PROD, "shop", WorkloadKind.DEPLOYMENT, "..");
        assertThatThrownBy(() -> cluster.workloads().spec(dots)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asksTheClusterForPermission() throws RemoteFailure {
        PermitKey patch = new PermitKey(Rig.PROD, "shop", WorkloadKind.DEPLOYMENT, ClusterVerb.PATCH_WORKLOAD);
        assertThat(cluster.workloads().permit(patch).allowed()).isTrue();
        rig.practice.deny("patch", "statefulsets", "shop");
        Permit denied = cluster.workloads()
                .permit(new PermitKey(Rig.PROD, "shop", WorkloadKind.STATEFUL_SET, ClusterVerb.PATCH_WORKLOAD));
        assertThat(denied.allowed()).isFalse();
        assertThat(denied.reason()).startsWith("Your account may not patch statefulsets in shop");
    }

    @Test
    void aRevokedTokenIsUnauthorizedAndNeverShown() {
        rig.practice.revokeToken(true);
        assertThatThrownBy(() -> cluster.workloads().spec(Rig.key(WorkloadKind.DEPLOYMENT)))
                .isInstanceOfSatisfying(RemoteFailure.class, failure -> {
                    assertThat(failure.problem()).isInstanceOf(RemoteProblem.Unauthorized.class);
                    assertThat(failure.getMessage()).doesNotContain(Rig.TOKEN);
                });
    }
}
