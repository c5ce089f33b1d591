package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Plan;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConfirmationsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Confirmations confirmations = new Confirmations();
    private final World world = new World();
    private final World.Console console = world.console("alice");

    @Test
    void letsAPlanPassOnce() {
        Plan plan = console.plan(World.rollBack("rs-2"));
        assertThat(confirmations.isFirst(plan.id())).isTrue();
        assertThat(confirmations.isFirst(plan.id())).isFalse();
    }

    @Test
    void tellsASecondEqualPlanOfTheFirstForAMinute() {
        Plan first = console.plan(World.rollBack("rs-2"));
        Plan second = console.plan(World.rollBack("rs-2"));
        assertThat(confirmations.claim(first, NOON)).isEmpty();
        assertThat(confirmations.claim(second, NOON.plusMillis(200)))
                .contains("Already confirmed 0.2 s ago: “Roll back checkout to v2” is under way.");
        confirmations.end(first, Phase.DONE);
        assertThat(confirmations.claim(second, NOON.plusSeconds(59)))
                .contains("Already confirmed 59 s ago: “Roll back checkout to v2” was sent. It is not sent twice.");
        assertThat(confirmations.claim(second, NOON.plusSeconds(61))).isEmpty();
    }

    @Test
    void remembersLongerWhatIsStillUnderWay() {
        Plan first = console.plan(World.rollBack("rs-2"));
        Plan second = console.plan(World.rollBack("rs-2"));
        assertThat(confirmations.claim(first, NOON)).isEmpty();
        confirmations.leave(first);
        assertThat(confirmations.claim(second, NOON.plusSeconds(300)))
                .contains("Already confirmed 5 min ago: “Roll back checkout to v2” is under way.");
    }

    @Test
    void forgetsAtOnceWhatWasNotDone() {
        Plan first = console.plan(World.rollBack("rs-2"));
        Plan second = console.plan(World.rollBack("rs-2"));
        for (Phase phase : new Phase[] {Phase.STOPPED, Phase.FAILED}) {
            assertThat(confirmations.claim(first, NOON)).isEmpty();
            confirmations.end(first, phase);
        }
        assertThat(confirmations.claim(second, NOON)).isEmpty();
    }

    @Test
    void letsOneChangeOfATargetBeSentAtATime() {
        Plan first = console.plan(World.rollBack("rs-2"));
        Plan other = console.plan(World.intent("scale"));
        Plan elsewhere = console.plan(World.intent("rerun"));
        assertThat(confirmations.claim(first, NOON)).isEmpty();
        assertThat(confirmations.claim(elsewhere, NOON)).isEmpty();
        assertThat(confirmations.claim(other, NOON))
                .contains(
                        "Another change here is being sent: “Roll back checkout to v2”. Wait for it, then look anew.");
        confirmations.leave(first);
        assertThat(confirmations.claim(other, NOON)).isEmpty();
        // The first one's end does not free what the second one holds.
        confirmations.end(first, Phase.DONE);
        assertThat(confirmations.claim(console.plan(World.intent("restart")), NOON)).isNotEmpty();
    }
}
