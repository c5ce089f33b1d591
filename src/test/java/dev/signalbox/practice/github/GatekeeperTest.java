package dev.signalbox.practice.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.github.world.People;
import dev.signalbox.practice.github.world.Person;
import dev.signalbox.practice.github.world.SampleWorld;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatekeeperTest {

    private final SampleWorld sample = new SampleWorld();
    private final Person you = People.standard().you();
    private final Person colleague = People.standard().colleague();
    private final Gatekeeper gatekeeper = new Gatekeeper(Map.of("one", you, "two", colleague), sample);

    @Test
    void knowsPeopleByTheirTokens() {
        assertThat(gatekeeper.admit("Bearer one")).hasValue(you);
        assertThat(gatekeeper.admit("token two")).hasValue(colleague);
        assertThat(gatekeeper.admit("bearer   one")).hasValue(you);
    }

    @Test
    void letsNobodyElseIn() {
        assertThat(gatekeeper.admit(null)).isEmpty();
        assertThat(gatekeeper.admit("")).isEmpty();
        assertThat(gatekeeper.admit("Bearer ")).isEmpty();
        assertThat(gatekeeper.admit("Bearer one two")).isEmpty();
        assertThat(gatekeeper.admit("Basic one")).isEmpty();
    }

    @Test
    void aRevokedTokenIsUnknownUntilItIsRestored() {
        gatekeeper.revoke(true);
        assertThat(gatekeeper.admit("Bearer one")).isEmpty();
        gatekeeper.revoke(false);
        assertThat(gatekeeper.admit("Bearer one")).hasValue(you);
    }

    @Test
    void everyoneHasAnAllowanceOfTheirOwn() {
        gatekeeper.limit(you).count(sample.instant());
        assertThat(gatekeeper.limit(you).headers(sample.instant())).containsEntry("X-RateLimit-Used", "1");
        assertThat(gatekeeper.limit(colleague).headers(sample.instant())).containsEntry("X-RateLimit-Used", "0");
    }

    @Test
    void theSecondaryLimitEndsByItself() {
        gatekeeper.limitSecondary(sample.instant().plusSeconds(20));
        assertThat(gatekeeper.refusal(you).orElseThrow().headers()).containsEntry("Retry-After", "20");
        sample.jump(Duration.ofSeconds(20));
        assertThat(gatekeeper.refusal(you)).isEmpty();
    }

    @Test
    void theSecondaryLimitNeverAsksToWaitForNothing() {
        gatekeeper.limitSecondary(sample.instant().plusMillis(10));
        assertThat(gatekeeper.refusal(you).orElseThrow().headers()).containsEntry("Retry-After", "1");
    }
}
