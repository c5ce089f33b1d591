package dev.signalbox.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.cluster.ClusterFingerprint;
import dev.signalbox.domain.cluster.ClusterTrust;
import org.junit.jupiter.api.Test;

/// A person says yes to a cluster that is another one than before: to just the one that was shown.
class ClusterYesTest extends IdentityScene {

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
}
