package dev.signalbox.wiring;

import static dev.signalbox.testing.Examples.workloadKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.ClusterVerb;
import dev.signalbox.domain.cluster.Permit;
import dev.signalbox.domain.cluster.PermitKey;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.port.Cluster;
import dev.signalbox.port.Locks;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Workloads;
import dev.signalbox.testing.Examples;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class GuardedClusterTest {

    private static final Permit HELD = Permit.held("“prod-eu” is production and looked at only.", "Switch it on.");

    private final AtomicReference<Optional<Permit>> barrier = new AtomicReference<>(Optional.of(HELD));
    private final List<String> sent = new ArrayList<>();
    private final Cluster cluster = GuardedCluster.of(behind(), barrier::get);

    private Cluster behind() {
        return new Cluster(
                new ConnectionId("prod-eu"), "https://prod", List.of("shop"), nothing(
                        dev.signalbox.port.ClusterWatch.class),
                new Yes(), nothing(dev.signalbox.port.PodLogs.class), nothing(
                        dev.signalbox.port.ClusterCommands.class),
                request -> {
                    sent.add(request.method());
                    return new SendOutcome.Applied(200, "");
                }, new Locks() {
                    @Override
                    public Answer take(WorkloadKey workload, String holder, Duration atMost) {
                        sent.add("lock by " + holder);
                        return new Answer.Taken();
                    }

                    @Override
                    public void release(WorkloadKey workload, String holder) {
                        sent.add("given back by " + holder);
                    }
                }, false);
    }

    /// A port that nobody asks here.
    private static <T> T nothing(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, given) -> {
            throw new AssertionError("nobody asks " + method.getName());
        }));
    }

    private static final class Yes implements Workloads {

        @Override
        public Workload one(WorkloadKey workload) {
            return Examples.workload(workload, "registry/x:v1", Map.of());
        }

        @Override
        public Workload spec(WorkloadKey workload) {
            return one(workload);
        }

        @Override
        public Permit permit(PermitKey key) {
            return new Permit(true, "the cluster says yes");
        }
    }

    private Permit permit(ClusterVerb verb) throws RemoteFailure {
        return cluster.workloads().permit(
                new PermitKey(cluster.id(), "shop", WorkloadKind.DEPLOYMENT, verb));
    }

    private SendOutcome send() {
        return cluster.sender().send(new PlannedRequest(
                cluster.id(), "PATCH", URI.create("https://prod/apis"), "application/json", "{}", ""));
    }

    @Test
    void nothingMayBeChangedWhileSomethingStandsAgainstIt() throws RemoteFailure {
        for (ClusterVerb verb : ClusterVerb.values()) {
            assertThat(permit(verb).isHeld()).isEqualTo(verb != ClusterVerb.READ_LOGS);
        }
        assertThat(permit(ClusterVerb.PATCH_WORKLOAD)).isEqualTo(HELD);
    }

    @Test
    void aRequestOfAnOlderPlanDoesNotLeave() {
        assertThat(send()).isInstanceOfSatisfying(SendOutcome.NotApplied.class, outcome -> {
            assertThat(outcome.problem()).isInstanceOf(RemoteProblem.Forbidden.class);
            assertThat(outcome.problem().detail()).contains("looked at only").contains("Switch it on.");
        });
        assertThat(sent).isEmpty();
    }

    @Test
    void whatStandsAgainstItIsAskedAnewEachTime() throws RemoteFailure {
        assertThat(send()).isInstanceOf(SendOutcome.NotApplied.class);
        barrier.set(Optional.empty());
        assertThat(send()).isInstanceOf(SendOutcome.Applied.class);
        barrier.set(Optional.of(HELD));

        assertThat(send()).isInstanceOf(SendOutcome.NotApplied.class);
        assertThat(permit(ClusterVerb.PATCH_WORKLOAD)).isEqualTo(HELD);
        assertThat(sent).as("what was let through between").containsExactly("PATCH");
    }

    @Test
    void isTheSameClusterInEveryOtherWay() {
        Cluster behind = behind();
        Cluster guarded = GuardedCluster.of(behind, barrier::get);

        assertThat(guarded.id()).isEqualTo(behind.id());
        assertThat(guarded.address()).isEqualTo(behind.address());
        assertThat(guarded.namespaces()).isEqualTo(behind.namespaces());
        assertThat(guarded.watch()).isSameAs(behind.watch());
        assertThat(guarded.logs()).isSameAs(behind.logs());
        assertThat(guarded.commands()).isSameAs(behind.commands());
    }

    @Test
    void looksAsBefore() throws RemoteFailure {
        WorkloadKey key = workloadKey("shop", "web");

        assertThat(cluster.workloads().one(key).key()).isEqualTo(key);
        assertThat(cluster.workloads().spec(key).key()).isEqualTo(key);
        assertThat(cluster.workloads().withRevisions(key).key()).isEqualTo(key);
    }

    @Test
    void everythingGoesThroughOnceNothingStandsAgainstIt() throws RemoteFailure {
        barrier.set(Optional.empty());

        assertThat(permit(ClusterVerb.PATCH_WORKLOAD).allowed()).isTrue();
        assertThat(send()).isInstanceOf(SendOutcome.Applied.class);
        assertThat(sent).containsExactly("PATCH");
    }

    @Test
    void notEvenALockIsWrittenIntoIt() {
        Locks.Answer answer = cluster.locks().take(workloadKey("shop", "web"), "ada@desk", Duration.ofMinutes(3));

        assertThat(answer).isEqualTo(new Locks.Answer.Without(HELD.reason()));
        assertThat(sent).isEmpty();
    }

    @Test
    void aLockThatWasTakenBeforeIsGivenBackAllTheSame() {
        WorkloadKey key = workloadKey("shop", "web");
        barrier.set(Optional.empty());
        assertThat(cluster.locks().take(key, "ada@desk", Duration.ofMinutes(3))).isEqualTo(new Locks.Answer.Taken());
        barrier.set(Optional.of(HELD));

        cluster.locks().release(key, "ada@desk");

        assertThat(sent).containsExactly("lock by ada@desk", "given back by ada@desk");
    }
}
