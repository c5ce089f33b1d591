package dev.signalbox.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.cluster.ClusterFingerprint;
import dev.signalbox.domain.cluster.ClusterTrust;
import dev.signalbox.domain.cluster.Permit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClusterIdentityMonitorTest extends IdentityScene {

    @Test
    void remembersAClusterThatIsSeenForTheFirstTime() {
        monitor.look();

        assertThat(trusts.kept).containsExactly(new ClusterTrust(PROD, FIRST, "", now));
        assertThat(monitor.barrier()).isEmpty();
        assertThat(doubt()).isEmpty();
    }

    @Test
    void theSameClusterIsTrustedAtTheNextStart() {
        monitor.look();
        nextStart();

        assertThat(monitor.barrier()).isEmpty();
        assertThat(trusts.kept).hasSize(1);
    }

    @Test
    void anotherClusterUnderTheSameNameMayNotBeChanged() {
        monitor.look();
        there = OTHER;
        nextStart();

        Permit held = monitor.barrier().orElseThrow();

        assertThat(held.isHeld()).isTrue();
        assertThat(held.reason()).isEqualTo("“prod-eu” is another cluster than before: the server was https://eu and is"
                + " https://us; its identity was uid-1 and is uid-2.");
        assertThat(doubt()).isEqualTo(held.reason());
        assertThat(trusts.kept).hasSize(1);
    }

    @Test
    void aClusterThatIsLedBackIsNoLongerDoubted() {
        monitor.look();
        there = OTHER;
        nextStart();
        monitor.look();
        there = FIRST;
        now = now.plus(Duration.ofMinutes(5));

        assertThat(monitor.barrier()).isEmpty();
        assertThat(doubt()).isEmpty();
    }

    @Test
    void aClusterThatIsMadeAnewMeanwhileIsNoticedBeforeAnAction() {
        monitor.look();
        there = new ClusterFingerprint("https://eu", "c0ffee", "uid-7");
        assertThat(monitor.barrier()).isEmpty();
        now = now.plus(Duration.ofMinutes(5));

        assertThat(monitor.barrier()).isPresent();
    }

    @Test
    void aKnownClusterThatDoesNotAnswerIsNotTrustedUnseen() {
        monitor.look();
        there = null;
        nextStart();

        assertThat(monitor.barrier()).hasValueSatisfying(
                held -> assertThat(held.reason()).contains("not known yet"));
        there = FIRST;
        now = now.plusSeconds(10);
        assertThat(monitor.barrier()).isEmpty();
    }

    @Test
    void aLookHoldsNoLongerWhenTheClockIsSetBack() {
        monitor.look();
        there = OTHER;
        now = now.minus(Duration.ofHours(1));

        assertThat(monitor.barrier()).isPresent();
        assertThat(reads).isEqualTo(2);
        monitor.look();
        assertThat(reads).as("that one holds again").isEqualTo(2);
    }

    @Test
    void aLookInVainIsNotRepeatedForEveryQuestion() {
        there = null;
        for (int i = 0; i < 50; i++) {
            monitor.barrier();
        }

        assertThat(reads).isEqualTo(1);
    }

    @Test
    void learnsTheIdentityThatItMayReadNow() {
        there = new ClusterFingerprint("https://eu", "c0ffee", "");
        monitor.look();
        there = FIRST;
        nextStart();
        monitor.look();

        assertThat(trusts.kept).extracting(ClusterTrust::fingerprint).containsExactly(
                new ClusterFingerprint("https://eu", "c0ffee", ""), FIRST);
    }

    @Test
    void anIdentityThatMayNoLongerBeReadIsNoDoubt() {
        monitor.look();
        there = new ClusterFingerprint("https://eu", "c0ffee", "");
        nextStart();

        assertThat(monitor.barrier()).isEmpty();
        assertThat(trusts.kept).hasSize(1);
    }

    @Test
    void anotherClusterIsNotTakenForTheFirstOneWhileTheJournalCannotBeRead() {
        monitor.look();
        there = OTHER;
        nextStart();
        trusts.unreadable = true;

        assertThat(monitor.barrier()).hasValueSatisfying(
                held -> assertThat(held.reason()).contains("cannot be read which cluster “prod-eu” was"));
        assertThat(reads).isEqualTo(1);
        trusts.unreadable = false;
        now = now.plusSeconds(10);

        assertThat(monitor.barrier()).hasValueSatisfying(
                held -> assertThat(held.reason()).contains("another cluster than before"));
        assertThat(trusts.kept).extracting(ClusterTrust::fingerprint).containsExactly(FIRST);
    }

    @Test
    void aLookThatIsTooOldAndCannotBeRepeatedHoldsChanges() {
        monitor.look();
        assertThat(monitor.barrier()).isEmpty();
        there = null;
        now = now.plus(Duration.ofMinutes(5));

        assertThat(monitor.barrier()).hasValueSatisfying(
                held -> assertThat(held.reason()).contains("not known yet"));
        there = FIRST;
        now = now.plusSeconds(10);
        assertThat(monitor.barrier()).isEmpty();
    }
}
