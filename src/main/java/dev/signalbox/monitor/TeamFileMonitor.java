package dev.signalbox.monitor;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.TeamFile;
import dev.signalbox.port.TeamFileMissing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/// Asks the team's repository regularly whether there is a new commit. One read at a time; a failing repository is asked
/// less and less often, and a person's wish to read again starts from the beginning.
public final class TeamFileMonitor {

    private static final Duration SLOWEST = Duration.ofMinutes(30);

    /// What a person must mend is not mended by asking often.
    private static final Duration FOR_PEOPLE = Duration.ofMinutes(15);

    private final TeamFile file;
    private final TeamFileKeeper keeper;
    private final Duration every;
    private final InstantSource clock;
    private final Executor workers;
    private Instant endedAt = Instant.MIN;
    private Instant dueAt = Instant.MIN;
    private int failures;
    private boolean running;

    /// @param every how often a repository that answers is asked
    /// @param workers run the reads; they block
    public TeamFileMonitor(
            TeamFile file, TeamFileKeeper keeper, Duration every, InstantSource clock, Executor workers) {
        this.file = file;
        this.keeper = keeper;
        this.every = every;
        this.clock = clock;
        this.workers = workers;
    }

    /// Starts a read when it is due; so it is when the clock was set back behind the last one.
    public synchronized void step() {
        Instant now = clock.instant();
        if (!running && (!now.isBefore(dueAt) || now.isBefore(endedAt))) {
            running = true;
            workers.execute(this::read);
        }
    }

    /// Makes it due at once, whatever happened before.
    public synchronized void again() {
        failures = 0;
        dueAt = Instant.MIN;
    }

    private void read() {
        try {
            var text = file.newest();
            ended(0, every);
            keeper.read(text);
        } catch (TeamFileMissing missing) {
            Duration pause = keeper.hasNone() ? every : longer(every, FOR_PEOPLE);
            keeper.missing(missing.problem(), ended(failures() + 1, pause));
        } catch (RemoteFailure failure) {
            keeper.failed(failure.problem(), ended(failures() + 1, pause(failure.problem(), failures() + 1)));
        } catch (RuntimeException bug) {
            keeper.failed(
                    new RemoteProblem.Unreadable(
                            "Reading the team file ended with something unexpected; the console's log says with what."),
                    ended(failures() + 1, SLOWEST));
            throw bug;
        }
    }

    private synchronized int failures() {
        return failures;
    }

    private synchronized Instant ended(int failed, Duration pause) {
        running = false;
        failures = failed;
        endedAt = clock.instant();
        dueAt = endedAt.plus(pause);
        return dueAt;
    }

    private Duration pause(RemoteProblem why, int failed) {
        return switch (why) {
            case RemoteProblem.RateLimited limited -> longer(every, Duration.between(clock.instant(), limited.until()));
            case RemoteProblem.Unauthorized u -> longer(every, FOR_PEOPLE);
            case RemoteProblem.NoCredential n -> longer(every, FOR_PEOPLE);
            case RemoteProblem.SignInEnded e -> longer(every, FOR_PEOPLE);
            case RemoteProblem.Forbidden f -> longer(every, FOR_PEOPLE);
            case RemoteProblem.NotFound n -> longer(every, FOR_PEOPLE);
            case RemoteProblem.Rejected r -> longer(every, FOR_PEOPLE);
            case RemoteProblem.Unreachable u -> growing(failed);
            case RemoteProblem.Conflict c -> growing(failed);
            case RemoteProblem.ServerFault s -> growing(failed);
            case RemoteProblem.Unreadable u -> growing(failed);
            case RemoteProblem.NotKept n -> growing(failed);
        };
    }

    private Duration growing(int failed) {
        Duration pause = every.multipliedBy(1L << Math.min(failed - 1, 8));
        return pause.compareTo(SLOWEST) > 0 ? longer(every, SLOWEST) : pause;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
