package dev.signalbox.practice.cluster;

import java.time.Instant;
import java.util.Optional;

/// What the practice node remembers of a pod.
///
/// @param until when the stage is over by itself
/// @param startedAt when the present container started
/// @param ended how the present container ended, once it has
/// @param lastExit how the container before it ended
/// @param isOdd whether it is one of the pods that go wrong when only some do
record PodState(PodStage stage, Instant until, int restarts, Instant startedAt, Optional<Exit> ended,
        Optional<Exit> lastExit, boolean isOdd) {

    /// How a container ended.
    record Exit(int code, String reason, Instant startedAt, Instant finishedAt) {}

    static PodState created(Instant until, boolean isOdd) {
        return new PodState(PodStage.PENDING, until, 0, Instant.EPOCH, Optional.empty(), Optional.empty(), isOdd);
    }

    static PodState running(Instant startedAt, Instant until, boolean isOdd) {
        return new PodState(PodStage.READY, until, 0, startedAt, Optional.empty(), Optional.empty(), isOdd);
    }

    PodState at(PodStage next, Instant nextUntil) {
        return new PodState(next, nextUntil, restarts, startedAt, ended, lastExit, isOdd);
    }

    /// A new container, the first one or a restart.
    PodState started(Instant now, Instant nextUntil) {
        PodState before = forgotten(PodStage.STARTED, nextUntil);
        return new PodState(before.stage(), nextUntil, before.lastExit().isPresent() ? restarts + 1 : restarts, now,
                Optional.empty(), before.lastExit(), isOdd);
    }

    PodState exited(int code, String reason, Instant now, Instant nextUntil) {
        return new PodState(PodStage.EXITED, nextUntil, restarts, startedAt,
                Optional.of(new Exit(code, reason, startedAt, now)), lastExit, isOdd);
    }

    /// Without a container: the one that ended is now the last one.
    PodState forgotten(PodStage next, Instant nextUntil) {
        return new PodState(next, nextUntil, restarts, startedAt, Optional.empty(),
                ended.isPresent() ? ended : lastExit,
                isOdd);
    }
}
