package dev.signalbox.monitor;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.ConsoleState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is to be read about single runs of a repository, though nobody looks at them.
///
/// @param runs those that are known, newest first
/// @param inSight whether somebody sees the repository's row
/// @param echo whether something was done there a moment ago
record RunErrands(List<Run> runs, boolean inSight, boolean echo) {

    /// As many runs as every provider's list tells of at least.
    private static final int LISTED = 20;

    /// So many builds the board shows as bars.
    private static final int TIMED = 8;

    private static final Duration ONCE = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofSeconds(2);

    /// So many runs are followed because of their deployments.
    private static final int DEPLOYING = 5;

    /// How long a provider may still tell of a run as it was before it was run again.
    private static final Duration SETTLED = Duration.ofMinutes(5);

    void addTo(Map<Errand, Duration> wanted, ConsoleState state, PollRates rates) {
        if (inSight) {
            runs.stream().limit(TIMED).filter(run -> lacksTimes(run, state)).forEach(run -> wanted.put(
                    new Errand.ReadRun(run.id()), wasReadTooSoon(run, state) ? rates.recent() : ONCE));
        }
        // Lists tell of the newest runs only: what still goes on below them is asked for by its number.
        runs.stream().skip(LISTED).filter(run -> run.status().isUnfinished()).forEach(
                run -> wanted.put(new Errand.ReadRun(run.id()), echo ? SOON : rates.recent()));
        for (Run run : runs) {
            Reading<List<PendingApproval>> pending = state.run(run.id()).pending();
            if (run.status() == RunStatus.WAITING) {
                boolean isNew = pending.value() == null && pending.problem() == null;
                wanted.put(new Errand.ReadPending(run.id()), echo || isNew ? SOON : Duration.ofSeconds(15));
            } else if (pending.or(List.of()).stream().anyMatch(PendingApproval::blocks)) {
                wanted.put(new Errand.ReadPending(run.id()), Duration.ofSeconds(5));
            }
        }
    }

    /// A run that is run again keeps its place among the older ones, of which lists do not tell: its deployment tells
    /// that it goes on.
    ///
    /// @param deployments of the repository, newest first
    void addDeploying(
            Map<Errand, Duration> wanted, List<Deployment> deployments, ConsoleState state, PollRates rates) {
        Set<RunId> followed = runs.stream()
                .filter(run -> run.status().isUnfinished())
                .map(Run::id)
                .collect(Collectors.toSet());
        Set<RunId> deploying = new LinkedHashSet<>();
        for (Deployment deployment : deployments) {
            Long run = deployment.run();
            if (run != null && goesOn(deployment)) {
                RunId id = new RunId(deployment.repository(), run);
                if (!followed.contains(id) && !isOver(state.run(id).run(), deployment.createdAt())) {
                    deploying.add(id);
                }
            }
        }
        deploying.stream().limit(DEPLOYING).forEach(run -> wanted.put(new Errand.ReadRun(run), rates.recent()));
    }

    private static boolean goesOn(Deployment deployment) {
        return switch (deployment.state()) {
            case WAITING, QUEUED, PENDING, IN_PROGRESS -> true;
            case SUCCESS, INACTIVE, CANCELLED, FAILURE, ERROR, UNKNOWN -> false;
        };
    }

    /// Whether a run has ended or is gone, whatever its deployment says: some stay unfinished for ever.
    private static boolean isOver(Reading<Run> reading, @Nullable Instant deployedAt) {
        Run run = reading.value();
        Instant readAt = reading.readAt();
        boolean hasEnded = run != null && !run.status().isUnfinished()
                && readAt != null && deployedAt != null && readAt.isAfter(deployedAt.plus(SETTLED));
        return hasEnded || reading.problem() instanceof RemoteProblem.NotFound;
    }

    /// What became of runs on which somebody acted a moment ago: an older one is in no list.
    static void addActedOn(Map<Errand, Duration> wanted, List<Intent> intents) {
        intents.forEach(intent -> {
            RunId run = switch (intent) {
                case Intent.RerunRun i -> i.run();
                case Intent.CancelRun i -> i.run();
                case Intent.ReviewDeployment i -> i.run();
                case Intent.Redeploy i -> i.run();
                default -> null;
            };
            if (run != null) {
                wanted.put(new Errand.ReadRun(run), SOON);
            }
        });
    }

    /// Makes what waiting runs wait for be read less often the more of them there are, but for what is wanted soon.
    static void share(Map<Errand, Duration> wanted, PollRates rates) {
        Duration least = rates.pending(
                wanted.keySet().stream().filter(Errand.ReadPending.class::isInstance).count());
        wanted.replaceAll((errand, interval) -> errand instanceof Errand.ReadPending
                && interval.compareTo(SOON) > 0 && interval.compareTo(least) < 0 ? least : interval);
    }

    /// Whether it was read before its end, or before it was run again: that told nothing of how long it took.
    private static boolean wasReadTooSoon(Run run, ConsoleState state) {
        Run read = state.run(run.id()).run().value();
        return read != null && (read.status().isUnfinished() || !read.isNewerThan(run));
    }

    /// Whether it is over and nobody told yet how long it took: GitLab's lists leave that out, and a span since its making, or
    /// since it first began, would count what it waited for people.
    private static boolean lacksTimes(Run run, ConsoleState state) {
        return run.status() == RunStatus.COMPLETED
                && run.worked() == null
                && (run.startedAt() == null || wasReadTooSoon(run, state));
    }
}
