package dev.signalbox.domain.notice;

import java.util.EnumSet;
import java.util.Set;

/// A change that a person may want to be told of.
public enum NoticeKind {
    /// A run began.
    STARTED,
    /// A workflow fails on a branch on which it did not fail before.
    BROKEN,
    /// A workflow succeeds again.
    FIXED,
    /// A run waits for our yes.
    WAITS,
    /// An earlier revision was put back.
    ROLLED_BACK,
    /// What runs is not what was deployed.
    DRIFTED;

    /// What is told when nobody chose: all but the beginning of every run.
    public static Set<NoticeKind> usual() {
        return Set.copyOf(EnumSet.complementOf(EnumSet.of(STARTED)));
    }
}
