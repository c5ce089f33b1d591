package dev.signalbox.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.ClusterFingerprint;
import dev.signalbox.domain.cluster.ClusterTrust;
import dev.signalbox.domain.cluster.Permit;
import dev.signalbox.port.ClusterTrusts;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.state.Change;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClusterIdentityMonitorTest {

    private static final ConnectionId PROD = new ConnectionId("prod-eu");
    private static final ClusterFingerprint FIRST = new ClusterFingerprint("https://eu", "c0ffee", "uid-1");
    private static final ClusterFingerprint OTHER = new ClusterFingerprint("https://us", "c0ffee", "uid-2");

    private final Store store = new Store(new Reducer(), Runnable::run);
    private final Trusts trusts = new Trusts();
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private @Nullable ClusterFingerprint there = FIRST;
    private int reads;
    private ClusterIdentityMonitor monitor = monitor();

    ClusterIdentityMonitorTest() {
        store.offer(new Change.ConnectionAdded(
                Connection.fresh(PROD, Connection.Kind.KUBERNETES, "https://eu")));
    }

    /// As after a start of the console.
    private ClusterIdentityMonitor monitor() {
        return new ClusterIdentityMonitor(PROD, this::read, trusts, store, () -> now, "ada@desk");
    }

    private ClusterFingerprint read() throws RemoteFailure {
        reads++;
        if (there == null) {
            throw new RemoteFailure(new RemoteProblem.Unreachable("no answer", RemoteProblem.Sent.NOTHING));
        }
        return there;
    }

    private static final class Trusts implements ClusterTrusts {

        final List<ClusterTrust> kept = new ArrayList<>();
        boolean broken;
        boolean unreadable;

        @Override
        public Optional<ClusterTrust> of(ConnectionId cluster) throws JournalFailure {
            work();
            if (unreadable) {
                throw new JournalFailure("the database is busy", new java.io.IOException("busy"));
            }
            return kept.isEmpty() ? Optional.empty() : Optional.of(kept.getLast());
        }

        @Override
        public void keep(ClusterTrust trust) throws JournalFailure {
            work();
            kept.add(trust);
        }

        private void work() throws JournalFailure {
            if (broken) {
                throw new JournalFailure("the disk is full", new java.io.IOException("full"));
            }
        }
    }

    private String doubt() {
        return Objects.requireNonNull(store.current().connections().get(PROD)).doubt().why();
    }

    private String shown() {
        return Objects.requireNonNull(store.current().connections().get(PROD)).doubt().seen();
    }

    private void nextStart() {
        monitor = monitor();
    }

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
    void aPersonsYesIsWrittenDownAndEndsTheDoubt() {
        monitor.look();
        there = OTHER;
        nextStart();
        monitor.look();

        monitor.trust(shown());

        assertThat(trusts.kept.getLast()).isEqualTo(new ClusterTrust(PROD, OTHER, "ada@desk", now));
        assertThat(monitor.barrier()).isEmpty();
        assertThat(doubt()).isEmpty();
        nextStart();
        assertThat(monitor.barrier()).isEmpty();
    }

    @Test
    void aYesThatCannotBeWrittenDownHasNoEffect() {
        monitor.look();
        there = OTHER;
        nextStart();
        monitor.look();
        trusts.broken = true;

        monitor.trust(shown());

        assertThat(monitor.barrier()).isPresent();
        assertThat(doubt()).contains("could not be written down").contains("the disk is full");
    }

    @Test
    void aDoubtNamesAllThatWasSeen() {
        monitor.look();
        there = OTHER;
        nextStart();
        monitor.look();

        assertThat(shown()).isEqualTo("server https://us, certificates c0ffee, identity uid-2");
        there = new ClusterFingerprint("https://us", "", "");
        nextStart();
        monitor.look();
        assertThat(shown()).isEqualTo(
                "server https://us, certificates that Java believes, an identity that may not be read");
    }

    @Test
    void aYesToWhatIsNoLongerThereHasNoEffect() {
        monitor.look();
        there = OTHER;
        nextStart();
        monitor.look();
        String shown = shown();
        there = new ClusterFingerprint("https://us", "c0ffee", "uid-3");

        monitor.trust(shown);

        assertThat(trusts.kept).extracting(ClusterTrust::fingerprint).containsExactly(FIRST);
        assertThat(monitor.barrier()).isPresent();
        assertThat(doubt()).contains("is uid-3").contains("your yes was not taken");
        assertThat(shown()).contains("identity uid-3");
        monitor.trust(shown);
        assertThat(doubt()).as("what was shown first is not what is doubted now").contains("not what was shown");
        assertThat(trusts.kept).hasSize(1);
        monitor.trust(shown());
        assertThat(trusts.kept.getLast().fingerprint()).isEqualTo(there);
        assertThat(doubt()).isEmpty();
    }

    @Test
    void aYesToAClusterThatDoesNotAnswerHasNoEffect() {
        monitor.look();
        there = OTHER;
        nextStart();
        monitor.look();
        there = null;

        monitor.trust(shown());

        assertThat(trusts.kept).hasSize(1);
        assertThat(monitor.barrier()).isPresent();
        assertThat(doubt()).contains("did not answer when you said yes");
    }

    @Test
    void aYesEndsNothingWhenTheFirstClusterIsBackMeanwhile() {
        monitor.look();
        there = OTHER;
        nextStart();
        monitor.look();
        there = FIRST;

        monitor.trust(shown());

        assertThat(doubt()).isEmpty();
        assertThat(monitor.barrier()).isEmpty();
        assertThat(trusts.kept).extracting(ClusterTrust::fingerprint).containsExactly(FIRST);
    }

    @Test
    void aYesToNothingIsNone() {
        monitor.look();
        monitor.trust(shown());

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
