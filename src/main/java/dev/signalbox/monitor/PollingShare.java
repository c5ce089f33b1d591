package dev.signalbox.monitor;

/// How much of what the provider allows an hour may be used for what.
///
/// @param work share of the limit that normal work may use up
/// @param held share of the limit that background work never touches, since actions need it
/// @param quiet how many times slower than usual that is read which nobody looks at and in which nothing moves; at least 1
public record PollingShare(double work, double held, double quiet) {

    /// What is used when nothing is said.
    public static final PollingShare USUAL = new PollingShare(PollRates.NORMAL_SHARE, PollRates.RESERVED_SHARE, 1);

    public PollingShare {
        work = Math.clamp(work, 0.05, 0.8);
        held = Math.clamp(held, 0.05, 0.8);
        quiet = Math.clamp(quiet, 1, 20);
    }
}
