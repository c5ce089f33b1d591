package dev.signalbox.action;

import dev.signalbox.action.RolloutWatch.Ending;
import dev.signalbox.action.RolloutWatch.Result;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.EnvironmentStanding;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Follows an environment that is being stopped until the job that takes it down has ended. No provider tells which job
/// that is: it is looked for among those of the last deployment's run that began since.
final class EnvironmentWatch {

    private static final Duration BEAT = Duration.ofSeconds(5);

    private static final int BEATS = 240; // twenty minutes

    /// Of a provider that stops environments, every run has one attempt.
    private static final int ATTEMPT = 1;

    private final Outside outside;
    private final Pause pause;

    EnvironmentWatch(Outside outside, Pause pause) {
        this.outside = outside;
        this.pause = pause;
    }

    /// @param told what is known already; said again where nothing is left to wait for
    /// @param progress hears how far it is
    Result follow(Expectation.EnvironmentStops wanted, String told, Consumer<String> progress)
            throws InterruptedException {
        String name = Words.name(wanted.name());
        String words = "Not read yet.";
        for (int beat = 0; beat < BEATS; beat++) {
            try {
                CiProvider ci = outside.provider(wanted.repository().connection());
                EnvironmentStanding standing =
                        ci.environments().standing(wanted.repository(), wanted.environment());
                switch (standing.state()) {
                    case STOPPED -> {
                        return new Result(Ending.DONE, beat == 0 && told.endsWith(gone(name)) ? told : gone(name));
                    }
                    case AVAILABLE -> {
                        return new Result(Ending.OVERTAKEN, "Applied, but " + name + " is in use again by now.");
                    }
                    case UNKNOWN -> words = "It is not told how " + name + " stands.";
                    case STOPPING -> {
                        List<Job> begun = begun(ci, standing);
                        Optional<Job> failed = begun.stream().filter(EnvironmentWatch::endedBadly).findFirst();
                        if (failed.isPresent() && begun.stream().noneMatch(job -> job.status().isUnfinished())) {
                            return new Result(Ending.FAILED, left(name, failed.get()));
                        }
                        words = under(name, begun);
                    }
                }
            } catch (RemoteFailure e) {
                words = Words.of(e.problem());
            }
            progress.accept(words);
            pause.lasting(BEAT);
        }
        return new Result(Ending.OPEN, "Applied; not through after 20 minutes: " + words);
    }

    /// What is said of one that was stopped.
    static String gone(String name) {
        return name + " is not in use any more.";
    }

    /// Jobs of the run that began, or were made to, since the environment is being stopped; newest first.
    private static List<Job> begun(CiProvider ci, EnvironmentStanding standing) throws RemoteFailure {
        RunId run = standing.run();
        Instant since = standing.since();
        if (run == null || since == null) {
            return List.of();
        }
        return ci.runs().jobs(run, ATTEMPT).stream()
                .filter(job -> !job.replaced() && job.status() != RunStatus.WAITING)
                .filter(job -> job.status().isUnfinished() || isSince(job.startedAt(), since)
                        || isSince(job.completedAt(), since))
                .sorted((one, other) -> Long.compare(other.number(), one.number()))
                .toList();
    }

    private static boolean isSince(@Nullable Instant time, Instant since) {
        return time != null && !time.isBefore(since);
    }

    private static boolean endedBadly(Job job) {
        return job.status() == RunStatus.COMPLETED
                && (job.conclusion().isBad() || job.conclusion() == Conclusion.CANCELLED);
    }

    private static String left(String name, Job job) {
        return "Applied, but the job " + Words.name(job.name()) + ", which began since, "
                + (job.conclusion() == Conclusion.CANCELLED ? "was cancelled" : "failed") + ": " + name
                + " is still being stopped, and what runs there may be there. Look at the job; when it is run again and"
                + " ends well, the environment is stopped.";
    }

    private static String under(String name, List<Job> begun) {
        String being = name + " is being stopped";
        return begun.stream()
                .filter(job -> job.status().isUnfinished())
                .findFirst()
                .map(job -> being + ": the job " + Words.name(job.name())
                        + (job.status() == RunStatus.IN_PROGRESS ? " runs." : " waits for its turn."))
                .orElse(being + ".");
    }
}
