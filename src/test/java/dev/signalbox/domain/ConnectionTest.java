package dev.signalbox.domain;

import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection.Lamp;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionTest {

    private static final RemoteProblem DOWN = new RemoteProblem.ServerFault("no answer", 502);
    private static final Connection FRESH = Connection.fresh(GITHUB, Connection.Kind.GITHUB, "api.github.com");

    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.of(new RemoteProblem.Unreachable("x", RemoteProblem.Sent.MAYBE), Lamp.STALE, Lamp.STALE),
                Arguments.of(new RemoteProblem.Unauthorized("x"), Lamp.FAILED, Lamp.FAILED),
                Arguments.of(new RemoteProblem.Forbidden("x", null), Lamp.FAILED, Lamp.STALE),
                Arguments.of(new RemoteProblem.NotFound("x"), Lamp.STALE, Lamp.STALE),
                Arguments.of(new RemoteProblem.Conflict("x"), Lamp.STALE, Lamp.STALE),
                Arguments.of(new RemoteProblem.Rejected("x", 400), Lamp.STALE, Lamp.STALE),
                Arguments.of(new RemoteProblem.RateLimited("x", NOON), Lamp.PAUSED, Lamp.PAUSED),
                Arguments.of(new RemoteProblem.ServerFault("x", 503), Lamp.STALE, Lamp.STALE),
                Arguments.of(new RemoteProblem.Unreadable("x"), Lamp.STALE, Lamp.STALE));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void theLampTellsANewConnectionFromOneThatHasWorked(RemoteProblem why, Lamp untried, Lamp tried) {
        assertThat(FRESH.troubled(why, null).lamp()).isEqualTo(untried);
        assertThat(FRESH.live(NOON).troubled(why, null).lamp()).isEqualTo(tried);
    }

    @Test
    void aProblemKeepsWhenItLastAnsweredAndWhoWeAre() {
        Account ada = new Account("ada", Set.of("repo"), null);
        ApiBudget budget = new ApiBudget(5000, 4999, NOON.plusSeconds(60), NOON);
        Connection troubled = FRESH.as(ada).within(budget).live(NOON).troubled(DOWN, NOON.plusSeconds(10));

        assertThat(troubled.freshAt()).isEqualTo(NOON);
        assertThat(troubled.account()).isEqualTo(ada);
        assertThat(troubled.budget()).isEqualTo(budget);
        assertThat(troubled.problem()).isEqualTo(DOWN);
        assertThat(troubled.retryAt()).isEqualTo(NOON.plusSeconds(10));
    }

    @Test
    void whatIsWatchedStaysKnownWhateverIsAnswered() {
        Connection watched = FRESH.watching(List.of("production"));
        Account ada = new Account("ada", Set.of("repo"), null);
        ApiBudget budget = new ApiBudget(5000, 4999, NOON.plusSeconds(60), NOON);
        Connection after = watched.live(NOON).troubled(DOWN, null).as(ada).within(budget)
                .doubted(new Connection.Doubt("another one", "uid"));

        assertThat(after.watches("production")).isTrue();
        assertThat(after.watches("shop")).isFalse();
        assertThat(FRESH.watches("shop")).as("nothing is known of it").isTrue();
    }

    @Test
    void aGoodAnswerForgetsTheProblemAndTheWait() {
        Connection again = FRESH.troubled(DOWN, NOON.plusSeconds(10)).live(NOON.plusSeconds(11));

        assertThat(again).isEqualTo(FRESH.live(NOON.plusSeconds(11)));
    }

    @Test
    void learningTheAccountOrTheBudgetDoesNotTouchTheLamp() {
        Connection troubled = FRESH.troubled(DOWN, NOON);
        Connection known = troubled
                .as(new Account("ada", Set.of(), null))
                .within(new ApiBudget(60, 0, NOON, NOON));

        assertThat(known.lamp()).isEqualTo(Lamp.STALE);
        assertThat(known.problem()).isEqualTo(DOWN);
        assertThat(known.retryAt()).isEqualTo(NOON);
    }

    @Test
    void namesOrderAndPrintAsTheirText() {
        assertThat(new ConnectionId("a")).isLessThan(new ConnectionId("b"));
        assertThat(new ConnectionId("prod-eu")).hasToString("prod-eu");
    }
}
