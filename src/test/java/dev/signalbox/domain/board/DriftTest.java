package dev.signalbox.domain.board;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.changedBy;
import static dev.signalbox.testing.Examples.deployment;
import static dev.signalbox.testing.Examples.workload;
import static dev.signalbox.testing.Examples.workloadKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.cluster.Container;
import dev.signalbox.domain.cluster.ImageRef;
import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Workload;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DriftTest {

    private static final String SHA = "4be02d1000000000000000000000000000000000";
    private static final String OTHER = "97aa310000000000000000000000000000000000";

    private static final String HEAD = "c0ffee0000000000000000000000000000000000";

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

    /// Somebody starts the deploy on `main` and names a version: the deployment's commit is the newest of `main`.
    @Test
    void aFailedDeployOfAChosenVersionIsNoDriftOfWhatItBrought() {
        List<Deployment> deployments = List.of(
                deployment("production", HEAD, "main", Deployment.State.FAILURE),
                deployment("production", SHA, "v2.14.1", Deployment.State.SUCCESS));

        assertThat(Drift.of(running("acme/checkout:v2.15.0", OTHER), "production", deployments)).isEmpty();
    }

    @Test
    void aDeployOfAChosenVersionThatWentWellIsNoDriftEither() {
        List<Deployment> deployments = deployed(HEAD, "main");

        assertThat(Drift.of(running("acme/checkout:v2.15.0", OTHER), "production", deployments)).isEmpty();
        assertThat(Drift.of(running("acme/checkout:2.15.0", OTHER), "production", deployments)).isEmpty();
    }

    /// Revisions are newest first; numbers change when an old one is used again, the time of its making does not.
    @Test
    void anOlderRevisionThatRunsAgainAfterSuchADeployIsDrift() {
        Workload back = running("acme/checkout:v2.14.1", OTHER);
        Workload twice = withRevisions(back,
                revision("v2.14.1", NOON.minusSeconds(9_000), true), revision("v2.15.0", NOON.plusSeconds(90), false));

        assertThat(Drift.of(twice, "production", deployed(HEAD, "main")))
                .contains(new Drift("v2.15.0", "v2.14.1", Drift.Kind.CHANGED_BY_HAND));
        assertThat(Drift.of(changedBy(twice, "signalbox"), "production", deployed(HEAD, "main")))
                .contains(new Drift("v2.15.0", "v2.14.1", Drift.Kind.ROLLED_BACK));
    }

    @Test
    void whatTheClusterCannotTellOfSuchADeployIsNoDrift() {
        Workload back = running("acme/checkout:v2.14.1", OTHER);
        List<Workload> unclear = List.of(
                withRevisions(back, revision("v2.14.1", NOON.minusSeconds(9_000), true)),
                withRevisions(back, revision("v2.14.1", NOON.plusSeconds(30), true)),
                withRevisions(back, revision("v2.14.1", NOON.minusSeconds(9_000), true),
                        revision("v2.15.0", NOON.minusSeconds(8_000), false)),
                withRevisions(back, revision("v2.14.1", NOON.minusSeconds(9_000), true),
                        revision("v2.14.1", NOON.plusSeconds(30), false)),
                withRevisions(back, revision("v2.14.1", null, true), revision("v2.15.0", NOON.plusSeconds(90), false)),
                withRevisions(back));

        assertThat(unclear).allSatisfy(
                w -> assertThat(Drift.of(w, "production", deployed(HEAD, "main"))).isEmpty());
    }

    @Test
    void whatWasChangedBeforeTheFailedDeployBeganIsDriftAllTheSame() {
        Workload workload = running("acme/checkout:v2.13.0", OTHER);
        List<Deployment> later = List.of(
                begun("main", Deployment.State.FAILURE, NOON.plusSeconds(3_600)),
                deployment("production", SHA, "v2.14.1", Deployment.State.SUCCESS));
        List<Deployment> withinASecond = List.of(
                begun("main", Deployment.State.FAILURE, NOON.plusSeconds(1)), later.getLast());

        assertThat(Drift.of(workload, "production", later))
                .contains(new Drift("v2.14.1", "v2.13.0", Drift.Kind.CHANGED_BY_HAND));
        assertThat(Drift.of(workload, "production", withinASecond)).as("clocks differ by more").isEmpty();
    }

    @Test
    void aFailedDeployThatNamesAnotherVersionDoesNotHideDrift() {
        List<Deployment> deployments = List.of(
                begun("v2.15.0", Deployment.State.FAILURE, NOON.minusSeconds(60)),
                deployment("production", SHA, "v2.14.1", Deployment.State.SUCCESS));

        assertThat(Drift.of(running("acme/checkout:v2.13.0", OTHER), "production", deployments)).isPresent();
        assertThat(Drift.of(running("acme/checkout:v2.15.0", HEAD), "production", deployments)).isEmpty();
    }

    /// What is built and deployed from the branch itself has tags of commits or builds.
    @Test
    void anImageOfAnotherCommitOfTheBranchIsStillDrift() {
        for (String tag : List.of("97aa310", "main-97aa310", "1841")) {
            assertThat(Drift.of(running("acme/checkout:" + tag, OTHER), "production", deployed(SHA, "main")))
                    .contains(new Drift("4be02d1", tag, Drift.Kind.CHANGED_BY_HAND));
        }
    }

    private static Deployment begun(String ref, Deployment.State state, Instant at) {
        return new Deployment(CHECKOUT, 2, "production", HEAD, ref, "release-bot", state, at, 975L, null);
    }

    private static Revision revision(String version, @Nullable Instant made, boolean current) {
        return new Revision(
                "uid-" + version + made, "checkout-" + version, version, 1, List.of(),
                List.of(new Container("app", ImageRef.parse("acme/checkout:" + version))), null, made, 3, 3, current,
                Map.of());
    }

    private static Workload withRevisions(Workload w, Revision... revisions) {
        return new Workload(
                w.key(), w.uid(), w.generation(), w.observed(), w.replicas(), w.paused(), w.partition(), w.onDelete(),
                w.containers(), w.labels(), w.annotations(), w.templateAnnotations(), w.conditions(),
                List.of(revisions), w.pods(), w.owner(), w.lastChange(), w.createdAt());
    }
}
