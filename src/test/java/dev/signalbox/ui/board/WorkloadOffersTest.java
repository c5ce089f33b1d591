package dev.signalbox.ui.board;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.PROD;
import static dev.signalbox.ui.board.BoardStates.PRODUCTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.cluster.ClusterVerb;
import dev.signalbox.domain.cluster.Permit;
import dev.signalbox.domain.cluster.PermitKey;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadOffersTest {

    private final ConsoleState state = new BoardStates().state();

    private static List<String> ids(List<DrawerRow.Offer> offers) {
        return offers.stream().map(DrawerRow.Offer::id).toList();
    }

    @Test
    void aDeploymentCanBeRestartedPausedAndScaled() {
        assertThat(ids(WorkloadOffers.of(Workloads.healthy(PRODUCTION), state)))
                .containsExactly("restart", "pause", "scale-up", "scale-down");
    }

    @Test
    void aPausedOneIsResumedAndCannotBeRestarted() {
        List<DrawerRow.Offer> offers = WorkloadOffers.of(Workloads.paused(PRODUCTION), state);

        assertThat(ids(offers)).contains("resume").doesNotContain("pause");
        assertThat(offers.getFirst().enabled()).isFalse();
        assertThat(offers.getFirst().explanation()).contains("resume it first");
    }

    @Test
    void statefulSetsCannotBePausedAndDaemonSetsNotScaled() {
        WorkloadKey set = new WorkloadKey(PROD, "production", WorkloadKind.STATEFUL_SET, "db");
        WorkloadKey daemon = new WorkloadKey(PROD, "production", WorkloadKind.DAEMON_SET, "agent");

        assertThat(ids(WorkloadOffers.of(Workloads.healthy(set), state))).containsExactly("restart", "scale-up",
                "scale-down");
        assertThat(ids(WorkloadOffers.of(Workloads.healthy(daemon), state))).containsExactly("restart");
    }

    @Test
    void scalingCarriesTheNumberThatWasShown() {
        DrawerRow.Offer up = WorkloadOffers.of(Workloads.healthy(PRODUCTION), state).get(2);

        assertThat(up.intent()).isEqualTo(new Intent.ScaleWorkload(PRODUCTION, "uid-checkout", 7, 3, 4));
        assertThat(up.explanation()).isEqualTo("Scales from 3 to 4 pods.");
    }

    @Test
    void thereIsNoPodToRemoveFromNone() {
        DrawerRow.Offer down = WorkloadOffers.of(Workloads.scaledToZero(PRODUCTION), state).getLast();

        assertThat(down.enabled()).isFalse();
        assertThat(down.explanation()).isEqualTo("There is no pod to remove.");
    }

    @Test
    void asksTheReviewOfTheRightVerb() {
        ConsoleState noScaling = new BoardStates()
                .with(new Change.PermitRead(
                        PermitKey.of(PRODUCTION, ClusterVerb.SCALE_WORKLOAD),
                        new Answer.Good<>(new Permit(false, ""), NOON)))
                .state();
        List<DrawerRow.Offer> offers = WorkloadOffers.of(Workloads.healthy(PRODUCTION), noScaling);

        assertThat(offers).filteredOn(DrawerRow.Offer::enabled).extracting(DrawerRow.Offer::id)
                .containsExactly("restart", "pause");
    }

    @Test
    void aNoToOneWorkloadClosesNoOther() {
        ConsoleState named = new BoardStates()
                .with(new Change.PermitRead(
                        PermitKey.of(new WorkloadKey(PROD, "production", WorkloadKind.DEPLOYMENT, "ledger"),
                                ClusterVerb.PATCH_WORKLOAD),
                        new Answer.Good<>(new Permit(false, ""), NOON)))
                .state();

        assertThat(WorkloadOffers.of(Workloads.healthy(PRODUCTION), named)).allMatch(DrawerRow.Offer::enabled);
    }

    @Test
    void everyIntentCarriesTheIdentityThatWasShown() {
        Workload workload = Workloads.healthy(PRODUCTION);

        assertThat(WorkloadOffers.of(workload, state)).allSatisfy(o -> assertThat(o.intent())
                .isInstanceOfSatisfying(Intent.OnWorkload.class, i -> {
                    assertThat(i.uid()).isEqualTo(workload.uid());
                    assertThat(i.workload()).isEqualTo(PRODUCTION);
                }));
    }
}
