package dev.signalbox.ui.board;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.ui.board.BoardStates.PRODUCTION;
import static dev.signalbox.ui.board.BoardStates.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.cluster.ClusterVerb;
import dev.signalbox.domain.cluster.Permit;
import dev.signalbox.domain.cluster.PermitKey;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.Change;
import dev.signalbox.testing.Examples;
import dev.signalbox.ui.widget.Mark;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WayBackTest {

    private final BoardStates board = new BoardStates();
    private final Workload sick = Workloads.crashing(PRODUCTION);

    private WayBack way() {
        return WayBack.of(SERVICE, sick, board.state(), NOON);
    }

    @Test
    void offersTheLastGoodRevisionEvenIfItIsNotTheOneBefore() {
        board.good("older", "v0", 500_000);

        assertThat(way().offer()).hasValueSatisfying(offer -> {
            assertThat(offer.words()).isEqualTo("Roll back to v0");
            assertThat(offer.explanation()).startsWith("last good: healthy 5 d");
            assertThat(offer.intent()).isEqualTo(new Intent.RollBack(
                    PRODUCTION, "uid-checkout", 7, "rs-older", "older", "v0", "rolled back from the board"));
        });
    }

    @Test
    void offersOneClickOnlyToARevisionThatIsProvenGood() {
        assertThat(way().offer()).isEmpty();
        assertThat(way().whyNot()).contains("No other revision was seen healthy");
    }

    @Test
    void namesTheRevisionBeforeAsNotProvenWhenNoOtherOneIs() {
        assertThat(way().unproven()).hasValueSatisfying(offer -> {
            assertThat(offer.words()).isEqualTo("Roll back to v1, not proven");
            assertThat(offer.explanation()).contains("has not seen it healthy");
            assertThat(offer.enabled()).isTrue();
            assertThat(way().wordsOf(offer)).isEqualTo("to v1, not proven");
        });
        board.good("older", "v0", 500_000);
        assertThat(way().unproven()).isEmpty();
    }

    @Test
    void aHealthyServiceIsNotLedBackToTheRevisionThatItWasRolledBackFrom() {
        Workload healed = Workloads.healthy(PRODUCTION);
        board.good("new", "v2", 9_000);

        WayBack way = WayBack.of(SERVICE, healed, board.state(), NOON);

        assertThat(way.offer()).isEmpty();
        assertThat(way.unproven().orElseThrow().words()).endsWith("not proven");
    }

    @Test
    void everyRevisionOfTheListSaysWhetherItIsProven() {
        board.good("old", "v1", 5_000);

        assertThat(way().revisions().get(1).restore()).isNotNull()
                .extracting(DrawerRow.Offer::words).isEqualTo("Roll back to revision 2, v1");
        assertThat(way().revisions().get(2).restore()).isNotNull()
                .extracting(DrawerRow.Offer::words).isEqualTo("Roll back to revision 1, v0, not proven");
        assertThat(way().revisions().get(2).words()).endsWith("not proven");
        assertThat(way().revisions().getFirst().words()).doesNotContain("proven");
    }

    @Test
    void aRevisionThatWasHealthyForAMomentIsNoProof() {
        board.good("older", "v0", 30);

        assertThat(way().offer()).isEmpty();
        assertThat(way().unproven().orElseThrow().words()).isEqualTo("Roll back to v1, not proven");
    }

    @Test
    void neverOffersTheRevisionThatRuns() {
        board.good("new", "v2", 5_000);

        assertThat(way().offer()).isEmpty();
        assertThat(way().revisions().getFirst().restore()).isNull();
    }

    @Test
    void proofOfAnotherObjectOfTheSameNameDoesNotCount() {
        board.with(new Change.GoodRevisionKept(new dev.signalbox.domain.cluster.GoodRevision(
                PRODUCTION, "another-uid", "older", "v0", NOON.minusSeconds(9000), NOON)));

        assertThat(way().offer()).isEmpty();
    }

    @Test
    void staysVisibleButDisabledWithTheReasonWhenItMayNotBeDone() {
        board.good("old", "v1", 5_000);
        board.with(new Change.PermitRead(
                PermitKey.of(PRODUCTION, ClusterVerb.PATCH_WORKLOAD),
                new Answer.Good<>(new Permit(false, "no RBAC rule"), NOON)));

        assertThat(way().offer()).hasValueSatisfying(offer -> {
            assertThat(offer.enabled()).isFalse();
            assertThat(offer.explanation()).isEqualTo("You may not do this in production: no RBAC rule");
        });
    }

    @Test
    void nothingIsOfferedToBeSentWhileTheJournalDoesNotWork() {
        board.good("old", "v1", 5_000);
        board.with(new Change.JournalChecked("The disk is full."));

        assertThat(way().offer().orElseThrow().enabled()).isFalse();
        assertThat(way().offer().orElseThrow().explanation()).contains("The disk is full.");
    }

    @Test
    void marksRevisionsByWhatIsKnownOfThem() {
        board.good("old", "v1", 5_000);

        assertThat(way().revisions()).extracting(DrawerRow.RevisionRow::mark)
                .containsExactly(Mark.MOVING, Mark.GOOD, Mark.UNKNOWN);
        assertThat(way().revisions().get(1).name()).isEqualTo("r2 v1");
        assertThat(way().revisions().get(1).words()).startsWith("1 d · healthy 1 h");
    }

    @Test
    void saysThatThereIsNoWayBackWhenNothingIsKept() {
        Workload single = Examples.workload(PRODUCTION, "acme/checkout:v1", Map.of());

        WayBack way = WayBack.of(SERVICE, single, board.state(), NOON);

        assertThat(way.offer()).isEmpty();
        assertThat(way.whyNot()).isEqualTo("No earlier revision is kept: nothing to roll back to.");
    }
}
