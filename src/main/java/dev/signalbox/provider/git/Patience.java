package dev.signalbox.provider.git;

import org.eclipse.jgit.lib.EmptyProgressMonitor;

/// Ends what JGit does by itself when the time is over.
final class Patience extends EmptyProgressMonitor {

    private final ReadLimits limits;

    Patience(ReadLimits limits) {
        this.limits = limits;
    }

    @Override
    public boolean isCancelled() {
        return limits.isOver();
    }
}
