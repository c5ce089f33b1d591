package dev.signalbox.practice.cluster;

import java.time.Instant;
import java.util.Optional;

/// What the practice node remembers of a pod.
///
/// @param until when the stage is over by itself
/// @param startedAt when the present container started
/// @param lastExit how the container before it ended
/// @param isOdd whether it is one of the pods that go wrong when only some do
record PodState(PodStage stage, Instant until, int restarts, Instant startedAt, Optional<Exit> lastExit, boolean isOdd) {

    /// How a container ended.
    record Exit(int code, String reason, Instant startedAt, Instant finishedAt) {
    }

    static PodState created(Instant until, boolean isOdd) {
        return new PodState(PodStage.PENDING, until, 0, Instant.EPOCH, Optional.empty(), isOdd);
    }

    PodState at(PodStage next, Instant nextUntil) {
        return new PodState(next, nextUntil, restarts, startedAt, lastExit, isOdd);
    }

    PodState started(Instant now, Instant nextUntil) {
        boolean again = lastExit.isPresent();
        return new PodState(PodStage.STARTED, nextUntil, again ? restarts + 1 : restarts, now, lastExit, isOdd);
    }

    PodState exited(int code, String reason, Instant now, Instant nextUntil) {
        return new PodState(PodStage.EXITED, nextUntil, restarts, startedAt,
                Optional.of(new Exit(code, reason, startedAt, now)), isOdd);
    }
}
