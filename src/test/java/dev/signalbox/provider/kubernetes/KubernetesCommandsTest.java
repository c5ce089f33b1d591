package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.cluster.WorkloadSample;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.port.Cluster;
import dev.signalbox.port.ClusterCommands;
import dev.signalbox.port.RemoteFailure;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KubernetesCommandsTest {

    private static final String CAUSE = "rollback checkout v2 -> v1 by kim: errors [intent 0f3a-77]";

    private final Rig rig = new Rig();
    private final Cluster cluster = rig.cluster;
    private final WorkloadKey key = Rig.key(WorkloadKind.DEPLOYMENT);

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void rollsBackWithOnePatchThatTheServerChecks() throws Exception {
        Workload fresh = cluster.workloads().one(key);
        Revision old = revision(fresh, "v1");
        PlannedRequest request = cluster.commands().rollBack(fresh, old.uid(), CAUSE);
        JsonNode patch = Tree.JSON.readTree(request.body());
        assertThat(patch.findValuesAsText("op")).startsWith("test", "test", "replace", "add");
        assertThat(patch.path(0).path("value").asText()).isEqualTo(fresh.uid());
        assertThat(patch.path(1).path("value").asLong()).isEqualTo(fresh.generation());
        assertThat(request.body()).doesNotContain("pod-template-hash");
        assertThat(request.uri().getQuery()).isEqualTo("fieldManager=signalbox");

        assertThat(cluster.sender().send(request)).isInstanceOf(SendOutcome.Applied.class);
        Workload after = cluster.workloads().one(key);
        assertThat(after.image().orElseThrow().version()).isEqualTo("v1");
        assertThat(after.currentRevision().orElseThrow().uid()).isEqualTo(old.uid());
        assertThat(after.annotations())
                .containsEntry("kubernetes.io/change-cause", CAUSE)
                .containsEntry("signalbox.dev/intent-id", "0f3a-77")
                .containsEntry("signalbox.dev/rolled-back-to", old.name());
        assertThat(after.lastChange()).isNotNull().satisfies(c -> assertThat(c.manager()).isEqualTo("signalbox"));
    }

    @ParameterizedTest
    @EnumSource(value = WorkloadKind.class, names = {"STATEFUL_SET", "DAEMON_SET"})
    void rollsSetsBackWithTheStrategicPatchThatTheirRevisionHolds(WorkloadKind kind) throws Exception {
        WorkloadKey set = Rig.key(kind);
        Workload fresh = cluster.workloads().one(set);
        PlannedRequest request = cluster.commands().rollBack(fresh, revision(fresh, "v1").uid(), CAUSE);
        assertThat(request.contentType()).isEqualTo("application/strategic-merge-patch+json");
        assertThat(cluster.commands().dryRun(request, fresh))
                .contains("image registry.example/checkout:v2 → registry.example/checkout:v1");
        assertThat(cluster.sender().send(request)).isInstanceOf(SendOutcome.Applied.class);
        Workload after = cluster.workloads().one(set);
        assertThat(after.image().orElseThrow().version()).isEqualTo("v1");
        assertThat(after.currentRevision().map(Revision::version)).contains("v1");
        assertThat(after.annotations()).containsEntry("kubernetes.io/change-cause", CAUSE);
        assertThat(cluster.sender().send(request)).isInstanceOfSatisfying(SendOutcome.NotApplied.class,
                refused -> assertThat(refused.problem()).isInstanceOf(RemoteProblem.Conflict.class));
    }

    @Test
    void aSetThatHasMovedIsNotEvenPlanned() throws Exception {
        Workload fresh = cluster.workloads().one(Rig.key(WorkloadKind.STATEFUL_SET));
        rig.practice.setImage("shop", "StatefulSet", "ledger", "registry.example/checkout:v3", Map.of(), "ci", "");
        assertThatThrownBy(() -> cluster.commands().rollBack(fresh, revision(fresh, "v1").uid(), CAUSE))
                .isInstanceOfSatisfying(RemoteFailure.class, failure -> assertThat(failure.problem())
                        .isInstanceOf(RemoteProblem.Conflict.class));
    }

    @Test
    void theRevisionComesBackUnderANewNumberAndRemembersTheOld() throws Exception {
        Workload fresh = cluster.workloads().one(key);
        Revision old = revision(fresh, "v1");
        send(cluster.commands().rollBack(fresh, old.uid(), CAUSE));
        Heard heard = new Heard();
        try (AutoCloseable watch = cluster.watch().start(List.of("shop"), heard)) {
            assertThat(watch).isNotNull();
            Workload settled = heard.await(w -> w.key().equals(key) && revision(w, "v1").number() == 3);
            assertThat(revision(settled, "v1").earlier()).containsExactly(1L);
            assertThat(revision(settled, "v1").uid()).isEqualTo(old.uid());
        }
    }

    @Test
    void theSecondOfTwoOperatorsIsRefused() throws Exception {
        Workload seen = cluster.workloads().one(key);
        PlannedRequest one = cluster.commands().rollBack(seen, revision(seen, "v1").uid(), "by kim");
        PlannedRequest two = cluster.commands().restart(seen, "2026-11-20T10:00:00Z");
        assertThat(cluster.sender().send(one)).isInstanceOf(SendOutcome.Applied.class);
        assertThat(cluster.sender().send(two)).isInstanceOfSatisfying(SendOutcome.NotApplied.class,
                refused -> assertThat(refused.problem()).isInstanceOf(RemoteProblem.Conflict.class));
    }

    @Test
    void aRevisionThatWasPrunedIsNotFound() throws Exception {
        Workload fresh = cluster.workloads().one(key);
        assertThatThrownBy(() -> cluster.commands().rollBack(fresh, "another-uid", CAUSE))
                .isInstanceOfSatisfying(RemoteFailure.class, failure -> assertThat(failure.problem())
                        .isInstanceOf(RemoteProblem.NotFound.class));
    }

    @Test
    void aDryRunSaysWhatWouldDifferAndChangesNothing() throws Exception {
        Workload fresh = cluster.workloads().one(key);
        PlannedRequest back = cluster.commands().rollBack(fresh, revision(fresh, "v1").uid(), CAUSE);
        assertThat(cluster.commands().dryRun(back, fresh))
                .contains("image registry.example/checkout:v2 → registry.example/checkout:v1");
        assertThat(cluster.workloads().spec(key).generation()).isEqualTo(fresh.generation());
        PlannedRequest nothing = cluster.commands().rollBack(fresh, revision(fresh, "v2").uid(), CAUSE);
        assertThat(cluster.commands().dryRun(nothing, fresh)).isEmpty();
    }

    @Test
    void aDryRunOfAnOutdatedPatchIsAConflict() throws Exception {
        Workload fresh = cluster.workloads().one(key);
        PlannedRequest back = cluster.commands().rollBack(fresh, revision(fresh, "v1").uid(), CAUSE);
        rig.practice.setImage("shop", "Deployment", "checkout", "registry.example/checkout:v3", Map.of(), "ci", "");
        assertThatThrownBy(() -> cluster.commands().dryRun(back, fresh))
                .isInstanceOfSatisfying(RemoteFailure.class, failure -> assertThat(failure.problem())
                        .isInstanceOf(RemoteProblem.Conflict.class));
    }

    @Test
    void restartsPausesResumesAndScales() throws Exception {
        send(cluster.commands().restart(cluster.workloads().one(key), "2026-11-20T10:00:00Z"));
        assertThat(cluster.workloads().spec(key).templateAnnotations())
                .containsEntry("kubectl.kubernetes.io/restartedAt", "2026-11-20T10:00:00Z");
        send(cluster.commands().pause(cluster.workloads().spec(key), true));
        assertThat(cluster.workloads().spec(key).paused()).isTrue();
        send(cluster.commands().pause(cluster.workloads().spec(key), false));
        assertThat(cluster.workloads().spec(key).paused()).isFalse();
        send(cluster.commands().scale(cluster.workloads().spec(key), 5));
        assertThat(cluster.workloads().spec(key).replicas().desired()).isEqualTo(5);
    }

    @Test
    void leavesAnEventOnce() throws Exception {
        Workload fresh = cluster.workloads().spec(key);
        PlannedRequest event = cluster.commands()
                .event(fresh, "RolledBack", "to v1 by kim", Instant.parse("2026-11-20T10:00:00.5Z"));
        assertThat(cluster.sender().send(event)).isInstanceOf(SendOutcome.Applied.class);
        assertThat(cluster.sender().send(event)).isInstanceOf(SendOutcome.NotApplied.class);
        assertThat(cluster.commands().dryRun(event, fresh)).isEmpty();
    }

    @Test
    void refusesWhatAKindCannotDo() {
        Workload daemons = WorkloadSample.of(WorkloadKind.DAEMON_SET).workload();
        assertThatThrownBy(() -> cluster.commands().scale(daemons, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cluster.commands().pause(daemons, true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void offersTheSameAsKubectlText() throws Exception {
        PlannedRequest request = cluster.commands().scale(cluster.workloads().spec(key), 5);
        assertThat(request.command())
                .startsWith("kubectl --context prod-eu -n shop patch deployments checkout --type=json"
                        + " --field-manager=signalbox -p '[{")
                .endsWith("}]'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            /etc/kube/team              | kubectl --kubeconfig /etc/kube/team --context prod-eu -n shop
            /home/kim's files/config    | kubectl --kubeconfig '/home/kim'\\''s files/config' --context prod-eu -n shop
            /etc/kube/one,/etc/kube/two | KUBECONFIG=/etc/kube/one:/etc/kube/two kubectl --context prod-eu -n shop
            /etc/kube/one,/etc/a b      | KUBECONFIG='/etc/kube/one:/etc/a b' kubectl --context prod-eu -n shop
            """)
    void theTextNamesTheFilesThatTheShellDoesNotKnow(String files, String command) throws Exception {
        Kubernetes.Connected connected = Rig.connect(
                rig.address, Rig.TOKEN, System::nanoTime, Stream.of(files.split(",")).map(Path::of).toList());
        try {
            Workload fresh = cluster.workloads().spec(key);
            ClusterCommands commands = connected.cluster().commands();
            assertThat(commands.scale(fresh, 5).command()).startsWith(command + " patch deployments checkout");
            assertThat(commands.event(fresh, "Scaled", "by kim", Instant.parse("2026-11-20T10:00:00Z")).command())
                    .startsWith("printf '%s' ")
                    .endsWith(" | " + command + " create -f -");
        } finally {
            connected.handle().close();
        }
    }

    private void send(PlannedRequest request) {
        assertThat(cluster.sender().send(request)).isInstanceOf(SendOutcome.Applied.class);
    }

    private static Revision revision(Workload workload, String version) {
        return workload.revisions().stream().filter(r -> r.version().equals(version)).findFirst().orElseThrow();
    }
}
