package dev.signalbox.action;

import dev.signalbox.action.RolloutWatch.Ending;
import dev.signalbox.action.RolloutWatch.Result;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.port.RemoteFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Follows a deployment of ours, as the CI provider tells of it, until it went well, failed or waits for people.
final class DeploymentWatch {

    /// A list of deployments may cost a request of a budget, and deploying takes minutes.
    private static final Duration BEAT = Duration.ofSeconds(5);

    private static final int BEATS = 240; // twenty minutes

    private final Outside outside;
    private final Pause pause;

    DeploymentWatch(Outside outside, Pause pause) {
        this.outside = outside;
        this.pause = pause;
    }

    /// Whether there is such a deployment by now, in whatever state: one newer than all that were there before.
    static Optional<Deployment> found(List<Deployment> all, Expectation.DeploymentAppears wanted) {
        return all.stream()
                .filter(d -> d.number() > wanted.after()
                        && d.environment().equals(wanted.environment())
                        && d.sha().equals(wanted.sha()))
                .findFirst();
    }

    /// @param progress hears how far it is
    Result follow(Expectation.DeploymentAppears wanted, Consumer<String> progress) throws InterruptedException {
        String words = "Not read yet.";
        for (int beat = 0; beat < BEATS; beat++) {
            try {
                Deployment now = found(
                        outside.provider(wanted.repository().connection()).deployments()
                                .to(wanted.repository(), wanted.environment()),
                        wanted)
                        .orElse(null);
                if (now == null) {
                    words = "The deployment is not listed.";
                } else {
                    String name = "Deployment " + now.number() + " to " + Words.name(now.environment());
                    switch (now.state()) {
                        case SUCCESS, INACTIVE -> {
                            return new Result(Ending.DONE, name + " went well.");
                        }
                        case CANCELLED -> {
                            return new Result(
                                    Ending.FAILED,
                                    "Applied, but " + name + " was cancelled on the way. Look at what runs"
                                            + " there.");
                        }
                        case FAILURE, ERROR -> {
                            return new Result(Ending.FAILED, "Applied, but " + name + " failed.");
                        }
                        case WAITING -> {
                            return new Result(
                                    Ending.DONE,
                                    name + " is there and waits for people to approve it or to start its job.");
                        }
                        case QUEUED, PENDING, IN_PROGRESS, UNKNOWN -> words = name + " is under way.";
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
}
