package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.known;
import static dev.signalbox.testing.Examples.repository;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.state.Change;
import dev.signalbox.state.Focus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class CiMonitorOverloadTest extends CiScene {

    /// Repositories in which so many runs are unfinished since long ago.
    private void unfinished(int repositories, int runs, RunStatus status) {
        for (int i = 0; i < repositories; i++) {
            RepositoryId id = repository("service-" + i);
            List<Run> old = LongStream.rangeClosed(1, runs).mapToObj(number -> old(id, number, status)).toList();
            store.offer(new Change.RepositoriesRead(
                    GITHUB, "acme", new Answer.Good<>(List.of(known(id, Instant.EPOCH)), now)));
            store.offer(new Change.RunsRead(id, new Answer.Good<>(old, now)));
        }
    }

    private static Run old(RepositoryId repository, long number, RunStatus status) {
        Instant at = NOON.minus(Duration.ofDays(9));
        return new Run(
                new RunId(repository, number), 1, 7, "Release", "release.yml", number, "Retry", "push", status,
                Conclusion.NONE, "main", "4be02d1", "ada", "ada", at, at, at, null);
    }

    @Test
    void manyRunsThatWaitForPeopleLeaveRoomForEverythingElse() {
        unfinished(5, 20, RunStatus.WAITING);
        pass(Duration.ofMinutes(20));
        ci.asked.clear();
        pass(Duration.ofMinutes(10));

        assertThat(ci.count("deployments")).as("once a minute in each repository").isGreaterThan(40);
        assertThat(ci.count("pending")).as("a tenth of the rate").isBetween(250L, 320L);
    }

    @Test
    void whatWaitingRunsWaitForIsAskedAtOnceTheFirstTime() {
        unfinished(5, 20, RunStatus.WAITING);
        pass(Duration.ofSeconds(30));

        assertThat(ci.count("pending")).isEqualTo(100);
    }

    @Test
    void whatMovesIsListedInTimeThoughMuchElseIsLate() {
        RepositoryId moves = repository("service-0");
        ci.runs = List.of(old(repository("service-1"), 1, RunStatus.COMPLETED));
        ci.runsOf.put(moves, List.of(old(moves, 1, RunStatus.IN_PROGRESS)));
        unfinished(1, 60, RunStatus.IN_PROGRESS);
        for (int i = 1; i < 150; i++) {
            store.offer(new Change.RepositoriesRead(
                    GITHUB, "acme", new Answer.Good<>(List.of(known(repository("service-" + i), Instant.EPOCH)), now)));
        }
        pass(Duration.ofMinutes(20));
        Instant last = now;
        Duration longest = Duration.ZERO;
        for (Instant end = now.plus(Duration.ofMinutes(20)); now.isBefore(end);) {
            ci.listed.clear();
            pass(Duration.ofMillis(250));
            if (ci.listed.contains(moves)) {
                Duration gap = Duration.between(last, now);
                longest = gap.compareTo(longest) > 0 ? gap : longest;
                last = now;
            }
        }

        assertThat(longest).isBetween(Duration.ofMillis(3500), Duration.ofMillis(4500));
    }

    @Test
    void nothingWaitsForEverWhenMoreIsWantedThanMayLeave() {
        ci.runs = List.of(old(repository("service-0"), 1, RunStatus.IN_PROGRESS));
        unfinished(3, 60, RunStatus.IN_PROGRESS);
        pass(Duration.ofMinutes(30));
        assertThat(ci.asked.size() + 2 * ci.count("deployments")).as("the rate is used up").isGreaterThan(7_000);
        ci.asked.clear();
        pass(Duration.ofMinutes(40));

        assertThat(ci.asked).contains("deployments", "environments", "freezes", "workflows", "waiting");
        assertThat(ci.count("runs")).as("what moves is still read each few seconds").isGreaterThan(3 * 2_400 / 5);
    }

    @Test
    void whatIsLateGoesOnWhereWhatIsLookedAtTakesAllThereIs() {
        ci.deploymentsTake = 1;
        ci.jobsTake = 30;
        RunId looked = new RunId(repository("service-0"), 1);
        ci.runs = List.of(old(looked.repository(), 1, RunStatus.IN_PROGRESS));
        unfinished(20, 1, RunStatus.IN_PROGRESS);
        store.offer(new Change.FocusMoved("runs", Focus.NOWHERE.withRuns(Set.of(looked))));
        pass(Duration.ofMinutes(10));
        ci.listed.clear();
        long jobs = ci.count("jobs");
        pass(Duration.ofMinutes(10));

        assertThat(ci.count("jobs") - jobs).as("it takes more than may leave").isGreaterThan(100);
        assertThat(Set.copyOf(ci.listed)).as("of all, with the one that the account has").hasSize(21);
    }
}
