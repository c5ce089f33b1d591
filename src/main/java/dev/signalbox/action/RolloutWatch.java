package dev.signalbox.action;

import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Rollout;
import dev.signalbox.domain.cluster.RolloutRule;
import dev.signalbox.domain.cluster.Trouble;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.port.RemoteFailure;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Follows a rollout of ours until it is through, has failed or was overtaken.
final class RolloutWatch {

    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final int BEATS = 300; // ten minutes, the progress deadline that Kubernetes gives by default

    /// How often in a row a failure must be read. The deadline of the rollout before stays in the status until the
    /// controller has made progress with the new one, so that one is believed later.
    private static final int FATAL_BEATS = 3;

    private static final int DEADLINE_BEATS = 15;

    /// What often mends itself ends nothing before it has stood for longer: an image is pulled again, a quota becomes free
    /// as old pods go, a container finds its database. The board shows it at once.
    private static final Map<String, Integer> PASSING_BEATS =
            Map.of("FailedCreate", 15, "CrashLoopBackOff", 30, "ImagePullBackOff", 60);

    /// For what changes no template.
    static final Result NONE = new Result(Ending.NONE, "");

    private final Outside outside;
    private final Pause pause;

    RolloutWatch(Outside outside, Pause pause) {
        this.outside = outside;
        this.pause = pause;
    }

    /// @param hash template hash that is rolled out; absent for the one that is current at the first reading
    /// @param progress hears how far it is
    Result follow(WorkloadKey key, String uid, @Nullable String hash, Consumer<String> progress)
            throws InterruptedException {
        String wanted = hash;
        String words = "Not read yet.";
        int failures = 0;
        for (int beat = 0; beat < BEATS; beat++) {
            try {
                Workload now = outside.cluster(key.cluster()).workloads().one(key);
                if (!now.uid().equals(uid)) {
                    return new Result(Ending.OVERTAKEN, "Applied; then the workload was deleted and made anew.");
                }
                String current = now.currentRevision().map(Revision::hash).orElse(null);
                wanted = wanted == null ? current : wanted;
                if (wanted != null && current != null && !wanted.equals(current)) {
                    return new Result(Ending.OVERTAKEN,
                            "Applied, then replaced" + Words.by(now.lastChange()) + ": it runs "
                                    + Words.version(now) + " now.");
                }
                Rollout rollout = RolloutRule.of(now);
                words = Words.name(rollout.words());
                switch (rollout.phase()) {
                    case DONE -> {
                        return new Result(Ending.DONE, words + ".");
                    }
                    case PAUSED -> {
                        if (now.onDelete()) {
                            return new Result(Ending.DONE, words + ".");
                        }
                        failures = 0;
                    }
                    case FAILED -> {
                        failures++;
                        if (failures >= patience(rollout)) {
                            return new Result(Ending.FAILED, "Applied, but the rollout fails: " + words + ".");
                        }
                    }
                    case OBSERVING, PROGRESSING -> failures = 0;
                }
            } catch (RemoteFailure e) {
                words = Words.of(e.problem());
            }
            progress.accept(words);
            pause.lasting(BEAT);
        }
        return new Result(Ending.OPEN, "Applied; not through after 10 minutes: " + words);
    }

    /// How many beats a failure has to last.
    private static int patience(Rollout rollout) {
        return rollout.troubles().stream()
                .filter(Trouble::fatal)
                .mapToInt(trouble -> PASSING_BEATS.getOrDefault(trouble.reason(), FATAL_BEATS))
                .min()
                .orElse(DEADLINE_BEATS);
    }

    /// How it ended.
    record Result(Ending ending, String words) {}

    /// Ways to end.
    enum Ending {
        /// There was nothing to follow.
        NONE,
        DONE,
        FAILED,
        /// Somebody changed the template again.
        OVERTAKEN,
        OPEN
    }
}
