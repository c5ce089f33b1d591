package dev.signalbox.domain.cluster;

import static dev.signalbox.domain.cluster.WorkloadSample.deployment;
import static dev.signalbox.domain.cluster.WorkloadSample.revision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WorkloadTest {

    private static Workload with(List<Container> containers, List<Revision> revisions) {
        Workload w = deployment().workload();
        return new Workload(
                w.key(), w.uid(), 1, 1, w.replicas(), false, 0, false, containers, Map.of(), Map.of(), Map.of(),
                w.conditions(), revisions, List.of(), Owner.NOBODY, null, null);
    }

    @Test
    void itsCurrentRevisionIsTheOneMarkedSoWhereverItStands() {
        Revision old = revision("old", 9, false);
        Revision back = revision("back", 3, true);

        assertThat(with(List.of(), List.of(old, back)).currentRevision()).contains(back);
        assertThat(with(List.of(), List.of(old)).currentRevision()).isEmpty();
        assertThat(with(List.of(), List.of()).currentRevision()).isEmpty();
    }

    @Test
    void itsImageIsThatOfItsFirstContainerIfItHasOne() {
        ImageRef app = ImageRef.parse("acme/app:v1");
        Container sidecar = new Container("proxy", ImageRef.parse("acme/proxy:v9"));

        assertThat(with(List.of(new Container("app", app), sidecar), List.of()).image()).contains(app);
        assertThat(with(List.of(), List.of()).image()).isEmpty();
    }

    @Test
    void findsAConditionByItsExactType() {
        assertThat(deployment().workload().condition("Available"))
                .hasValueSatisfying(c -> assertThat(c.reason()).isEqualTo("MinimumReplicasAvailable"));
        assertThat(deployment().workload().condition("available")).isEmpty();
        assertThat(deployment().silent().workload().condition("Available")).isEmpty();
    }

    @Test
    void aRevisionWithoutContainersHasNoVersionToShow() {
        Revision empty = new Revision(
                "uid", "name", "5f", 1, List.of(), List.of(), null, null, 0, 0, false, Map.of());

        assertThat(empty.version()).isEqualTo("?");
        assertThat(revision("v7", 7, false).version()).isEqualTo("v7");
    }

    @ParameterizedTest
    @CsvSource({
        "DEPLOYMENT,deployment/checkout", "STATEFUL_SET,statefulset/checkout", "DAEMON_SET,daemonset/checkout"
    })
    void isWrittenAsKubectlWritesIt(WorkloadKind kind, String written) {
        WorkloadKey key = new WorkloadKey(new ConnectionId("prod"), "shop", kind, "checkout");

        assertThat(key.shortName()).isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource(Rollout.Phase.class)
    void aRolloutMovesOnlyWhilePodsAreStillBeingChanged(Rollout.Phase phase) {
        boolean moving = new Rollout(phase, 0, 1, "", List.of()).isMoving();

        assertThat(moving).isEqualTo(phase == Rollout.Phase.OBSERVING || phase == Rollout.Phase.PROGRESSING);
    }
}
