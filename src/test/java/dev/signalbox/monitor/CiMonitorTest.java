package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.known;
import static dev.signalbox.testing.Examples.repository;
import static dev.signalbox.testing.Examples.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.state.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CiMonitorTest extends CiScene {

    @Test
    void fillsTheStateFromNothing() {
        ci.runs = List.of(run(1, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, NOON.minusSeconds(5000)));
        pass(Duration.ofSeconds(2));

        assertThat(store.current().repository(CHECKOUT).runs().value()).isEqualTo(ci.runs);
        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.LIVE);
        assertThat(Objects.requireNonNull(connection().account()).login()).isEqualTo("ada");
    }

    @Test
    void seesAChangedRunOfAnActiveRepositoryWithinFiveSeconds() {
        ci.runs = List.of(run(1, 1, RunStatus.IN_PROGRESS, Conclusion.NONE, NOON));
        pass(Duration.ofSeconds(60));
        ci.runs = List.of(run(1, 1, RunStatus.COMPLETED, Conclusion.FAILURE, now));
        pass(Duration.ofSeconds(5));

        assertThat(store.current().repository(CHECKOUT).runs().or(List.of()).getFirst().conclusion())
                .isEqualTo(Conclusion.FAILURE);
    }

    @Test
    void sendsNoMoreThanThreeHundredRequestsInTheBusiestMinute() {
        List<Repository> many = IntStream.range(0, 200)
                .mapToObj(i -> known(repository("service-" + i), Instant.EPOCH))
                .toList();
        store.offer(new Change.RepositoriesRead(GITHUB, "acme", new Answer.Good<>(many, now)));
        pass(Duration.ofMinutes(1));

        // Each list of deployments comes with the states of the newest ones.
        assertThat(ci.asked.size() + 2 * ci.count("deployments")).isBetween(200L, 302L);
    }

    @Test
    void whatTakesMoreRequestsThanItUsuallyDoesIsMadeUpFor() {
        ci.deploymentsTake = 12;
        List<Repository> many = IntStream.range(0, 200)
                .mapToObj(i -> known(repository("service-" + i), Instant.EPOCH))
                .toList();
        store.offer(new Change.RepositoriesRead(GITHUB, "acme", new Answer.Good<>(many, now)));
        List<Long> sent = new ArrayList<>();
        for (int second = 0; second < 600; second++) {
            sent.add(ci.sent);
            pass(Duration.ofSeconds(1));
        }

        assertThat(ci.count("deployments")).isGreaterThan(60);
        assertThat(IntStream.range(60, 600).mapToLong(i -> sent.get(i) - sent.get(i - 60)).max().orElseThrow())
                .as("those of the busiest minute, and one list that was under way").isBetween(200L, 312L);
    }

    @Test
    void neverRunsOneErrandTwiceAtOnce() {
        monitor.step();
        int first = work.size();
        now = now.plusSeconds(3600);
        monitor.step();

        assertThat(work).hasSize(first);
    }

    @Test
    void keepsTheLastGoodRunsAndSlowsDownWhileTheServerFails() {
        ci.runs = List.of(run(1, 1, RunStatus.IN_PROGRESS, Conclusion.NONE, NOON));
        pass(Duration.ofSeconds(10));
        ci.problem = new RemoteProblem.ServerFault("bad gateway", 502);
        pass(Duration.ofMinutes(1));
        long soon = ci.count("runs");
        pass(Duration.ofMinutes(4));
        long later = ci.count("runs") - soon;

        assertThat(store.current().repository(CHECKOUT).runs().value()).isEqualTo(ci.runs);
        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.STALE);
        assertThat(later).isLessThan(8);
    }

    @Test
    void isLiveAgainSoonAfterTheServerIs() {
        ci.problem = new RemoteProblem.Unauthorized("bad credentials");
        pass(Duration.ofSeconds(30));
        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.FAILED);

        ci.problem = null;
        pass(Duration.ofSeconds(30));

        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.LIVE);
    }

    @Test
    void whateverAnOutageSlowedDownIsReadSoonAfterItsEnd() {
        ci.runs = List.of(run(1, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, NOON.minusSeconds(5000)));
        pass(Duration.ofMinutes(5));
        ci.problem = new RemoteProblem.Unreachable("the tunnel is down", RemoteProblem.Sent.NOTHING);
        pass(Duration.ofHours(1));
        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.STALE);
        ci.asked.clear();
        pass(Duration.ofMinutes(10));
        assertThat(ci.count("me")).as("one small question each minute").isBetween(9L, 11L);

        ci.problem = null;
        ci.asked.clear();
        pass(Duration.ofSeconds(70));

        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.LIVE);
        assertThat(ci.asked).contains("me", "pushed", "all", "runs", "deployments", "environments", "freezes");
    }

    @Test
    void oneThingThatFailsStaysSlowWhileOthersAnswer() {
        ci.runs = List.of(run(1, 1, RunStatus.IN_PROGRESS, Conclusion.NONE, NOON));
        pass(Duration.ofSeconds(10));
        ci.problem = new RemoteProblem.ServerFault("bad gateway", 502);
        ci.troubled = "deployments";
        pass(Duration.ofMinutes(20));
        ci.asked.clear();
        pass(Duration.ofMinutes(10));

        assertThat(ci.count("runs")).isGreaterThan(60);
        assertThat(ci.count("deployments")).isLessThan(3);
    }

    @Test
    void sendsNothingUntilARateLimitHasPassed() {
        pass(Duration.ofSeconds(2));
        ci.problem = new RemoteProblem.RateLimited("secondary rate limit", now.plusSeconds(60));
        pass(Duration.ofSeconds(20));
        int before = ci.asked.size();
        pass(Duration.ofSeconds(30));

        assertThat(ci.asked).hasSize(before);
        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.PAUSED);
    }

    @Test
    void anAnswerThatWasUnderWayWhenTheTroubleCameDoesNotEndIt() {
        pass(Duration.ofSeconds(10));
        monitor.again();
        monitor.step();
        List<Runnable> underWay = List.copyOf(work);
        work.clear();
        assertThat(underWay).hasSizeGreaterThan(1);
        now = now.plusMillis(100);
        ci.problem = new RemoteProblem.RateLimited("used up", now.plusSeconds(30));
        underWay.getFirst().run();
        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.PAUSED);

        ci.problem = null;
        underWay.subList(1, underWay.size()).forEach(Runnable::run);
        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.PAUSED);

        pass(Duration.ofSeconds(40));
        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.LIVE);
    }

    @Test
    void whileALimitHoldsOnlyTheQuestionForItsSakeEndsIt() {
        pass(Duration.ofSeconds(10));
        monitor.again();
        monitor.step();
        List<Runnable> underWay = List.copyOf(work);
        work.clear();
        ci.problem = new RemoteProblem.RateLimited("used up", now.plusSeconds(3_600));
        List<Runnable> who = underWay.stream().filter(errand -> asks(errand, "me")).toList();
        List<Runnable> others = underWay.stream().filter(errand -> !who.contains(errand)).toList();
        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.PAUSED);

        ci.problem = null;
        assertThat(others).isNotEmpty().allSatisfy(errand -> {
            errand.run();
            assertThat(connection().lamp()).isEqualTo(Connection.Lamp.PAUSED);
        });
        assertThat(who).hasSize(1).allSatisfy(Runnable::run);
        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.LIVE);
    }

    private boolean asks(Runnable errand, String name) {
        ci.asked.clear();
        errand.run();
        return ci.asked.contains(name);
    }

    @Test
    void readsAtOnceWhenALimitIsLiftedBeforeItsTime() {
        List<Repository> many = IntStream.range(0, 100)
                .mapToObj(i -> known(repository("service-" + i), now))
                .toList();
        store.offer(new Change.RepositoriesRead(GITHUB, "acme", new Answer.Good<>(many, now)));
        ci.problem = new RemoteProblem.RateLimited("used up", now.plusSeconds(3_600));
        pass(Duration.ofSeconds(20));
        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.PAUSED);

        int asked = ci.asked.size();
        monitor.again();
        pass(Duration.ofSeconds(20));
        assertThat(ci.asked).as("one question, since somebody wanted to know").hasSize(asked + 1);
        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.PAUSED);

        ci.problem = null;
        monitor.again();
        pass(Duration.ofSeconds(1));
        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.LIVE);
        assertThat(ci.asked).as("and then everything").hasSizeGreaterThan(asked + 10);
    }

    @Test
    void aMissingThingDoesNotMakeTheConnectionStale() {
        pass(Duration.ofSeconds(2));
        ci.problem = new RemoteProblem.NotFound("no such repository");
        pass(Duration.ofSeconds(30));

        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.LIVE);
    }
}
