package dev.signalbox.ui.board;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.PROD;
import static dev.signalbox.testing.Examples.deployment;
import static dev.signalbox.testing.Examples.run;
import static dev.signalbox.testing.Examples.runId;
import static dev.signalbox.ui.board.BoardStates.PRODUCTION;
import static dev.signalbox.ui.board.BoardStates.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.Commit;
import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.cluster.Owner;
import dev.signalbox.domain.cluster.Pod;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.state.Change;
import dev.signalbox.testing.Examples;
import dev.signalbox.ui.widget.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrawerRowsTest {

    private static final ComparisonKey COMPARED =
            new ComparisonKey(CHECKOUT, Workloads.SHA_OLD, Workloads.SHA_NEW);

    private final BoardStates board = new BoardStates();

    private DrawerRow drawer() {
        var state = board.state();
        return DrawerRows.of(SERVICE, CellRows.of(SERVICE, "production", state, NOON), 0, state, NOON);
    }

    private String fact(String label) {
        return drawer().facts().stream()
                .filter(f -> f.label().equals(label))
                .map(DrawerRow.Fact::value)
                .findFirst()
                .orElse("");
    }

    @Test
    void namesServiceEnvironmentAndState() {
        board.running(Workloads.crashing(PRODUCTION));

        assertThat(drawer().title()).isEqualTo("checkout · production");
        assertThat(drawer().status()).isIn("failed", "degraded");
        assertThat(fact("Health")).startsWith("2 / 3 ready").contains("CrashLoopBackOff");
        assertThat(fact("Where")).isEqualTo("prod-eu / production / deployment/checkout");
    }

    @Test
    void saysWhoDeployedAndLeadsToTheRun() {
        board.running(Workloads.healthy(PRODUCTION))
                .deployed(deployment("production", Workloads.SHA_NEW, "v2", Deployment.State.SUCCESS));

        DrawerRow.Fact deployed = drawer().facts().get(1);
        assertThat(deployed.value()).startsWith("1 m ago by release-bot · run");
        assertThat(deployed.run()).isNotNull();
        board.runs(run(974, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, NOON));
        assertThat(drawer().facts().get(1).run())
                .isEqualTo(new DrawerRow.RunLink(runId(974), "Open run #974"));
    }

    @ParameterizedTest
    @EnumSource(value = Deployment.State.class, names = {"WAITING", "QUEUED", "CANCELLED", "FAILURE"})
    void whoeverOnlyWantedToDeployDidNot(Deployment.State state) {
        Deployment wanted = new Deployment(
                CHECKOUT, 2, "production", "eeee", "v3", "eve", state, NOON, 975L, null);
        board.running(Examples.workload(PRODUCTION, "registry.example/checkout:v2", Map.of()))
                .deployed(wanted, deployment("production", Workloads.SHA_NEW, "v2", Deployment.State.SUCCESS));

        assertThat(fact("Deployed")).contains("by release-bot · run");
    }

    @Test
    void saysWhichProgramChangedItWhenNoDeploymentDid() {
        board.running(Workloads.healthy(PRODUCTION));

        assertThat(fact("Deployed")).isEqualTo("1 m ago by release-bot");
    }

    @Test
    void warnsOfAnOwnerThatWouldUndoAChange() {
        board.running(Workloads.ownedBy(PRODUCTION, new Owner(Owner.Kind.ARGO_CD, "shop")));

        assertThat(fact("Owner")).isEqualTo("Argo CD application shop will undo changes made here");
    }

    @Test
    void putsPodsInTroubleFirst() {
        board.running(Workloads.crashing(PRODUCTION));

        assertThat(drawer().pods()).extracting(DrawerRow.PodRow::mark).containsExactly(Mark.BAD, Mark.GOOD);
        assertThat(drawer().pods().getFirst().words()).isEqualTo("CrashLoopBackOff · 4 restarts · 50 s");
    }

    @Test
    void ofManyPodsThoseThatAreNotReadyComeFirstAndTheRestIsCounted() {
        List<Pod> pods = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            pods.add(new Pod(
                    "checkout-" + i, "p" + i, "new", i == 29 ? "Pending" : "Running", i != 29, i != 29, i == 28, 0,
                    null,
                    NOON, "node-1"));
        }
        board.running(Examples.withPods(Workloads.healthy(PRODUCTION), pods));

        assertThat(drawer().pods()).hasSize(12);
        assertThat(drawer().pods()).extracting(DrawerRow.PodRow::name)
                .startsWith("checkout-28", "checkout-29", "checkout-0");
        assertThat(drawer().morePods()).isEqualTo("and 18 more");

        board.running(Examples.withPods(Workloads.healthy(PRODUCTION), pods.subList(0, 12)));
        assertThat(drawer().pods()).hasSize(12);
        assertThat(drawer().morePods()).isEmpty();
    }

    @Test
    void tellsOfTheTargetItShowsAndNotOfTheWorst() {
        WorkloadKey other = Examples.workloadKey("production-us", "checkout");
        ServiceSpec two = new ServiceSpec(
                "checkout", "Storefront", CHECKOUT, null, null,
                List.of(new TargetSpec("production", PRODUCTION), new TargetSpec("production", other)), false);
        board.running(Workloads.healthy(PRODUCTION), Workloads.crashing(other));
        var state = board.state();
        CellRow cell = CellRows.of(two, "production", state, NOON);

        DrawerRow well = DrawerRows.of(two, cell, 0, state, NOON);
        assertThat(well.mark()).isEqualTo(Mark.GOOD);
        assertThat(well.facts()).extracting(DrawerRow.Fact::tone).containsOnlyNulls();
        assertThat(DrawerRows.of(two, cell, 1, state, NOON).mark()).isEqualTo(cell.mark()).isEqualTo(Mark.BAD);
    }

    @Test
    void aNamespaceThatIsNotWatchedIsSaidWithWhatToDo() {
        assertThat(fact("Running")).isEqualTo("The cluster shows no deployment/checkout in production.");
        board.with(new Change.ConnectionAdded(
                Connection.fresh(PROD, Connection.Kind.KUBERNETES, "https://prod").watching(List.of("staging"))));

        assertThat(fact("Running")).isEqualTo("The namespace production of prod-eu is not watched."
                + " Add it to “namespaces” in the configuration.");
        assertThat(drawer().status()).isEqualTo("not watched");
    }

    @Test
    void keepsEverythingBesideTheProblemOfAClusterThatDoesNotAnswer() {
        board.running(Workloads.healthy(PRODUCTION))
                .with(new Change.ConnectionTroubled(
                        PROD, new RemoteProblem.Unreachable("connection refused", RemoteProblem.Sent.NOTHING), null));

        assertThat(drawer().problem()).contains("connection refused").contains("Shown as of");
        assertThat(fact("Running")).isEqualTo("v2");
    }

    @Test
    void asksForTheCommitsBetweenTheTwoRevisions() {
        board.running(Workloads.crashing(PRODUCTION)).good("old", "v1", 9_000);

        assertThat(drawer().changes().key()).isEqualTo(COMPARED);
        assertThat(drawer().changes().heading()).isEqualTo("What changed · v1 → v2");
        assertThat(drawer().changes().note()).isEqualTo("Reading the commits…");
    }

    @Test
    void listsTheCommitsAndCountsTheRest() {
        Commit commit = new Commit(Workloads.SHA_NEW, "Retry card authorisation", "ada", NOON, null);
        board.running(Workloads.crashing(PRODUCTION)).good("old", "v1", 9_000)
                .with(new Change.ComparisonRead(COMPARED, new Answer.Good<>(
                        new Comparison(COMPARED, 14, 0, List.of(commit), List.of()), NOON)));

        DrawerRow.Changes changes = drawer().changes();
        assertThat(changes.heading()).isEqualTo("What changed · v1 → v2 · 14 commits");
        assertThat(changes.commits()).containsExactly(new DrawerRow.CommitRow("4be02d1", "Retry card authorisation"));
        assertThat(changes.note()).isEqualTo("… 13 more");
    }

    @Test
    void saysWhatIsMissingAfterGoingBack() {
        compared(0, 3);
        assertThat(drawer().changes().heading()).isEqualTo("What changed · v1 → v2 · 3 commits back");
        assertThat(drawer().changes().note()).isEqualTo("What runs lacks 3 commits of v1.");
    }

    @Test
    void saysBothWhenTheRevisionsLieOnTwoBranches() {
        compared(2, 1);
        assertThat(drawer().changes().heading()).isEqualTo("What changed · v1 → v2 · 2 commits");
        assertThat(drawer().changes().note()).isEqualTo("… 2 more\nWhat runs lacks 1 commit of v1.");
    }

    @Test
    void saysThatNothingLiesBetweenTwoBuildsOfOneCommit() {
        compared(0, 0);
        assertThat(drawer().changes().heading()).isEqualTo("What changed · v1 → v2 · 0 commits");
        assertThat(drawer().changes().note()).isEqualTo("No commit lies between them.");
    }

    private void compared(int ahead, int behind) {
        board.running(Workloads.crashing(PRODUCTION)).good("old", "v1", 9_000)
                .with(new Change.ComparisonRead(COMPARED, new Answer.Good<>(
                        new Comparison(COMPARED, ahead, behind, List.of(), List.of()), NOON)));
    }

    @Test
    void saysWhyTheCommitsCannotBeRead() {
        board.running(Workloads.crashing(PRODUCTION)).good("old", "v1", 9_000)
                .with(new Change.ComparisonRead(
                        COMPARED, new Answer.Bad<>(new RemoteProblem.NotFound("no such commit"), NOON)));

        assertThat(drawer().changes().note()).contains("no such commit");
    }

    @Test
    void comparesNothingWhenTheImagesDoNotNameTheirCommits() {
        Workload nameless =
                dev.signalbox.testing.Examples.workload(PRODUCTION, "acme/checkout:stable", java.util.Map.of());
        board.running(nameless);

        assertThat(drawer().changes().key()).isNull();
    }

    @Test
    void saysWhatToDoWhereNothingIsKnownToRun() {
        var state = board.state();
        CellRow empty = CellRows.of(
                new dev.signalbox.domain.board.ServiceSpec("x", "g", null, null, null, List.of(), false),
                "production", state, NOON);

        DrawerRow drawer = DrawerRows.of(SERVICE, empty, 0, state, NOON);

        assertThat(drawer.workload()).isNull();
        assertThat(drawer.facts().getFirst().value()).contains("board file");
        assertThat(drawer.actions()).isEmpty();
    }
}
