package dev.signalbox.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ApiBudget;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a person chose, in the pace of polling.
class PollingShareTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void theUsualShareChangesNothing() {
        assertThat(PollRates.of(100, 3, left(3_000), NOON, PollingShare.USUAL))
                .isEqualTo(PollRates.of(100, 3, left(3_000), NOON));
        assertThat(PollRates.isReserved(left(999), NOON, PollingShare.USUAL)).isTrue();
        assertThat(PollRates.isReserved(left(1_001), NOON, PollingShare.USUAL)).isFalse();
    }

    @Test
    void aSmallerShareIsUsedUpSooner() {
        PollingShare small = new PollingShare(0.10, 0.20, 1);
        PollingShare large = new PollingShare(0.50, 0.20, 1);
        // Half of the hour is gone, and a fifth of the limit with it.
        assertThat(PollRates.of(100, 3, left(4_000), NOON, small).stretch()).isEqualTo(4);
        assertThat(PollRates.of(100, 3, left(4_000), NOON, large).stretch()).isEqualTo(1);
    }

    @Test
    void whatIsHeldBackBeginsWhereItIsSet() {
        PollingShare much = new PollingShare(0.30, 0.40, 1);
        assertThat(PollRates.isReserved(left(1_900), NOON, much)).isTrue();
        assertThat(PollRates.isReserved(left(1_900), NOON, PollingShare.USUAL)).isFalse();
    }

    @Test
    void onlyQuietThingsThatNobodyLooksAtAreReadLessOften() {
        PollRates usual = PollRates.of(100, 3, null, NOON, PollingShare.USUAL);
        PollRates calm = PollRates.of(100, 3, null, NOON, new PollingShare(0.30, 0.20, 4));
        assertThat(calm.idle(1)).isEqualTo(usual.idle(1).multipliedBy(4));
        assertThat(calm.active()).isEqualTo(usual.active());
        assertThat(calm.recent()).isEqualTo(usual.recent());
        assertThat(calm.inSight(20)).isEqualTo(usual.inSight(20));
        assertThat(PollRates.of(100_000, 0, null, NOON, new PollingShare(0.30, 0.20, 4)).idle(1))
                .as("never longer than the longest").isEqualTo(PollRates.IDLE_MAX);
    }

    @Test
    void nonsenseIsHeldWithinReason() {
        assertThat(new PollingShare(7, -1, 0)).isEqualTo(new PollingShare(0.8, 0.05, 1));
    }

    @Test
    void everyShareIsHeldWithinReasonByItself() {
        assertThat(new PollingShare(0.3, 0.9, 21)).isEqualTo(new PollingShare(0.3, 0.8, 20));
        assertThat(new PollingShare(-5, 0.2, Double.POSITIVE_INFINITY)).isEqualTo(new PollingShare(0.05, 0.2, 20));
        PollingShare chosen = new PollingShare(0.05, 0.8, 20);
        assertThat(chosen.work()).isEqualTo(0.05);
        assertThat(chosen.held()).isEqualTo(0.8);
        assertThat(chosen.quiet()).isEqualTo(20);
    }

    @Test
    void whoeverHoldsBackMoreIsStoppedSooner() {
        int before = 0;
        for (double held : new double[] {0.05, 0.2, 0.4, 0.8}) {
            PollingShare share = new PollingShare(0.30, held, 1);
            int stopped = firstReserved(share);
            assertThat(stopped).as("held " + held).isGreaterThan(before);
            before = stopped;
        }
    }

    /// The most that may be left while background work already waits.
    private static int firstReserved(PollingShare share) {
        return IntStream.iterate(5_000, left -> left - 50).limit(101)
                .filter(left -> PollRates.isReserved(left(left), NOON, share)).findFirst().orElse(0);
    }

    /// Half of the hour is left.
    private static ApiBudget left(int remaining) {
        return new ApiBudget(5_000, remaining, NOON.plus(Duration.ofMinutes(30)), NOON);
    }
}
