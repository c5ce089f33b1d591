package dev.signalbox.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.team.TeamBoard;
import dev.signalbox.domain.team.TeamCommit;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.team.TeamStanding;
import dev.signalbox.domain.team.TeamText;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.TeamFile;
import dev.signalbox.port.TeamFileMissing;
import dev.signalbox.state.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TeamFileMonitorTest {

    private static final Instant START = Instant.parse("2026-11-20T14:00:00Z");
    private static final Duration EVERY = Duration.ofMinutes(2);

    private Instant now = START;
    private @Nullable RemoteProblem problem;
    private boolean missing;
    private boolean bug;
    private int reads;
    private TeamStanding standing = TeamStanding.NONE;
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final TeamFileMonitor monitor = monitor();

    @Test
    void readsAtOnceAndThenAsOftenAsIsWanted() {
        assertThat(readsWithin(Duration.ofMinutes(10))).isEqualTo(5);
    }

    @Test
    void neverReadsTwiceAtOnce() {
        monitor.step();
        monitor.step();
        now = now.plus(Duration.ofHours(1));
        monitor.step();
        assertThat(work).hasSize(1);
    }

    @Test
    void asksARepositoryThatDoesNotAnswerLessAndLessOften() {
        problem = new RemoteProblem.Unreachable("no way", RemoteProblem.Sent.NOTHING);
        assertThat(readsWithin(Duration.ofMinutes(2))).isEqualTo(1);
        assertThat(readsWithin(Duration.ofMinutes(4))).isEqualTo(1);
        assertThat(readsWithin(Duration.ofMinutes(8))).isEqualTo(1);
        assertThat(readsWithin(Duration.ofDays(1))).as("every half hour in the end").isBetween(47, 51);
    }

    @Test
    void isBackToItsPaceWithTheFirstAnswer() {
        problem = new RemoteProblem.ServerFault("down", 503);
        readsWithin(Duration.ofHours(3));
        problem = null;
        readsWithin(Duration.ofMinutes(30));
        assertThat(readsWithin(Duration.ofMinutes(10))).isEqualTo(5);
    }

    @Test
    void whatAPersonMustMendIsNotAskedForOften() {
        problem = new RemoteProblem.Unauthorized("no");
        assertThat(readsWithin(Duration.ofMinutes(60))).isEqualTo(4);
    }

    @Test
    void theFirstFileIsLookedForAsOftenAsAnyAndOneThatWentAwayIsNot() {
        missing = true;
        assertThat(readsWithin(Duration.ofMinutes(10))).as("it is proposed just now").isEqualTo(5);
        missing = false;
        readsWithin(Duration.ofMinutes(2));
        missing = true;
        readsWithin(Duration.ofMinutes(2));
        assertThat(readsWithin(Duration.ofMinutes(60))).isEqualTo(4);
    }

    @Test
    void waitsUntilALimitEnds() {
        problem = new RemoteProblem.RateLimited("slow down", START.plus(Duration.ofMinutes(40)));
        assertThat(readsWithin(Duration.ofMinutes(40))).isEqualTo(1);
    }

    @Test
    void aClockThatIsSetBackStopsNothing() {
        readsWithin(Duration.ofSeconds(10));
        now = now.minus(Duration.ofHours(1));
        assertThat(readsWithin(Duration.ofMinutes(10))).isEqualTo(5);
    }

    @Test
    void tellsTheProblemAndWhenItIsTriedAgain() {
        problem = new RemoteProblem.Unreadable("what is this");
        readsWithin(Duration.ofSeconds(1));
        assertThat(standing.problem()).isEqualTo(problem);
        assertThat(standing.retryAt()).isEqualTo(START.plus(EVERY));
    }

    @Test
    void aPersonsWishComesBeforeEveryPause() {
        problem = new RemoteProblem.Forbidden("no", null);
        readsWithin(Duration.ofSeconds(5));
        monitor.again();
        assertThat(readsWithin(Duration.ofSeconds(5))).isEqualTo(1);
    }

    @Test
    void aBugIsToldAndNotSwallowedAndDoesNotEndIt() {
        bug = true;
        monitor.step();
        assertThatThrownBy(() -> work.remove().run()).isInstanceOf(IllegalStateException.class);
        assertThat(standing.problem()).isInstanceOf(RemoteProblem.Unreadable.class);
        assertThat(standing.retryAt()).isEqualTo(START.plus(Duration.ofMinutes(30)));
        bug = false;
        assertThat(readsWithin(Duration.ofHours(1))).isPositive();
    }

    private int readsWithin(Duration span) {
        int before = reads;
        for (Instant end = now.plus(span); now.isBefore(end); now = now.plusSeconds(1)) {
            monitor.step();
            while (!work.isEmpty()) {
                work.remove().run();
            }
        }
        return reads - before;
    }

    private TeamFileMonitor monitor() {
        TeamPlace place = new TeamPlace("https://git.example.com/acme/board.git", "main", "b.yaml");
        TeamFile file = new TeamFile() {
            @Override
            public TeamPlace place() {
                return place;
            }

            @Override
            public TeamText newest() throws RemoteFailure {
                reads++;
                if (bug) {
                    throw new IllegalStateException("a bug");
                }
                if (missing) {
                    throw new TeamFileMissing("no file");
                }
                if (problem != null) {
                    throw new RemoteFailure(problem);
                }
                return new TeamText(new TeamCommit("a1", "Ann", START, "One"), "text");
            }
        };
        TeamFileKeeper keeper = new TeamFileKeeper(
                place, new FakeTeamDecisions(), text -> new TeamBoard(BoardSpec.EMPTY, List.of()),
                change -> standing = ((Change.TeamFileChanged) change).standing(), spec -> {}, () -> null,
                () -> now, "ann");
        return new TeamFileMonitor(file, keeper, EVERY, () -> now, work::add);
    }
}
