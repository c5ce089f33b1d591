package dev.signalbox.provider.oauth;

import static dev.signalbox.provider.oauth.FakeGrants.NOW;
import static dev.signalbox.provider.oauth.FakeGrants.away;
import static dev.signalbox.provider.oauth.FakeGrants.over;
import static dev.signalbox.provider.oauth.FakeGrants.pair;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.port.RemoteFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeldGrantTest {

    private final HeldGrant held = new HeldGrant(pair(1), NOW);

    @Test
    void nothingIsOwedUntilTheServerHasGivenTheNextPair() {
        assertThat(held.isOwed(NOW)).isFalse();
        held.become(pair(2), NOW);
        assertThat(held.isOwed(NOW)).isTrue();
        held.isKept(held.newest());
        assertThat(held.isOwed(NOW)).isFalse();
    }

    @Test
    void whatCouldNotBeKeptIsTriedAgainALittleLater() {
        held.become(pair(2), NOW);
        held.isNotKept(NOW);

        assertThat(held.isOwed(NOW.plusSeconds(9))).isFalse();
        assertThat(held.isOwed(NOW.plusSeconds(10))).isTrue();
    }

    @Test
    void whatIsKeptStillDoesNotTakeThePlaceOfANewerOneInMemory() {
        held.become(pair(2), NOW);
        held.isNotKept(NOW);

        held.take(pair(1), NOW);

        assertThat(held.newest()).isEqualTo(pair(2));
        assertThat(held.isOwed(NOW)).as("it can be kept now").isTrue();
        held.take(pair(3), NOW);
        assertThat(held.newest()).isEqualTo(pair(3));
    }

    @Test
    void onlyWhatTheServerGaveIsYoung() {
        assertThat(held.seen(NOW).young()).isFalse();
        held.become(pair(2), NOW);
        assertThat(held.seen(NOW.plus(Duration.ofMinutes(9))).young()).isTrue();
        assertThat(held.seen(NOW.plus(Duration.ofMinutes(10))).young()).isFalse();
        held.take(pair(3), NOW);
        assertThat(held.seen(NOW).young()).isFalse();
    }

    @Test
    void aFailureStandsInTheWayForAWhileAndAnEndForGood() {
        RemoteFailure gone = new RemoteFailure(away());
        RemoteFailure ended = new RemoteFailure(over());

        assertThat(held.obstacle(NOW)).isNull();
        held.failed(gone, NOW);
        assertThat(held.obstacle(NOW.plusSeconds(9))).isSameAs(gone);
        assertThat(held.obstacle(NOW.plusSeconds(10))).isNull();
        held.failed(ended, NOW);
        assertThat(held.obstacle(NOW.plus(Duration.ofDays(100)))).isSameAs(ended);
        held.take(pair(4), NOW);
        assertThat(held.obstacle(NOW)).isNull();
    }

    @Test
    void theTimeOfATokenBeginsWhenItIsGiven() {
        assertThat(held.seen(NOW.plus(Duration.ofMinutes(114))).due()).isFalse();
        assertThat(held.seen(NOW.plus(Duration.ofMinutes(115))).due()).isTrue();
        held.become(pair(2, NOW.plusSeconds(7200 + 60)), NOW.plusSeconds(7200));
        assertThat(held.seen(NOW.plusSeconds(7200 + 53)).due()).isFalse();
        assertThat(held.seen(NOW.plusSeconds(7200 + 54)).due()).isTrue();
    }
}
