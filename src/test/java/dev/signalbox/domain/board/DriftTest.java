package dev.signalbox.domain.board;

import static dev.signalbox.testing.Examples.changedBy;
import static dev.signalbox.testing.Examples.deployment;
import static dev.signalbox.testing.Examples.workload;
import static dev.signalbox.testing.Examples.workloadKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.cluster.Workload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftTest {

    private static final String SHA = "4be02d1000000000000000000000000000000000";
    private static final String OTHER = "97aa310000000000000000000000000000000000";

    private static Workload running(String image, String sha) {
        return workload(
                workloadKey("production", "checkout"), image,
                sha.isEmpty() ? Map.of() : Map.of(Drift.OCI_REVISION, sha));
    }

    private static List<Deployment> deployed(String sha, String ref) {
        return List.of(deployment("production", sha, ref, Deployment.State.SUCCESS));
    }

    @Test
    void thereIsNoneWhenTheImageWasBuiltFromTheDeployedCommit() {
        assertThat(Drift.of(running("acme/checkout:v2", SHA), "production", deployed(SHA, "main"))).isEmpty();
    }

    @Test
    void namesBothVersionsWhenSomebodyChangedTheImageByHand() {
        assertThat(Drift.of(running("acme/checkout:v0.40.2", OTHER), "production", deployed(SHA, "v0.41.0")))
                .contains(new Drift("v0.41.0", "v0.40.2", Drift.Kind.CHANGED_BY_HAND));
    }

    @Test
    void callsItRolledBackWhenThisConsoleDidIt() {
        Workload ours = changedBy(running("acme/checkout:v2.14.0", OTHER), "signalbox");

        assertThat(Drift.of(ours, "production", deployed(SHA, "v2.14.1")).orElseThrow().kind())
                .isEqualTo(Drift.Kind.ROLLED_BACK);
    }

    @Test
    void comparesTagsWhenTheImageDoesNotNameItsCommit() {
        assertThat(Drift.of(running("acme/checkout:2.14.1", ""), "production", deployed(SHA, "v2.14.1"))).isEmpty();
        assertThat(Drift.of(running("acme/checkout:2.14.0", ""), "production", deployed(SHA, "v2.14.1"))).isPresent();
    }

    @Test
    void claimsNothingWhenTheTwoCannotBeCompared() {
        assertThat(Drift.of(running("acme/checkout:stable", ""), "production", deployed(SHA, "main"))).isEmpty();
        assertThat(Drift.of(running("acme/checkout:v1", OTHER), "production", List.of())).isEmpty();
    }

    @Test
    void looksOnlyAtTheNewestSuccessOfThatEnvironment() {
        List<Deployment> deployments = List.of(
                deployment("staging", OTHER, "main", Deployment.State.SUCCESS),
                deployment("production", OTHER, "main", Deployment.State.FAILURE),
                deployment("production", SHA, "main", Deployment.State.SUCCESS));

        assertThat(Drift.of(running("acme/checkout:v2", SHA), "production", deployments)).isEmpty();
    }

    @Test
    void aNewerDeploymentThatIsStillUnderWayIsNoDriftOnceItRuns() {
        List<Deployment> deployments = List.of(
                deployment("production", OTHER, "main", Deployment.State.IN_PROGRESS),
                deployment("production", SHA, "main", Deployment.State.SUCCESS));

        assertThat(Drift.of(running("acme/checkout:v3", OTHER), "production", deployments)).isEmpty();
        assertThat(Drift.of(running("acme/checkout:v2", SHA), "production", deployments)).isEmpty();
    }
}
