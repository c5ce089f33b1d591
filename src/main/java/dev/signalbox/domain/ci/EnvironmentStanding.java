package dev.signalbox.domain.ci;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether one environment is in use, read alone.
///
/// @param since when it came to stand so, by the server's clock; absent where that is not told
/// @param run the run that deployed to it last, which may have the job that takes it down; absent where there is none
public record EnvironmentStanding(State state, @Nullable Instant since, @Nullable RunId run) {

    /// Where it stands.
    public enum State {
        AVAILABLE,
        /// The job that takes it down has not ended well yet.
        STOPPING,
        /// Also where it is not there any more.
        STOPPED,
        UNKNOWN
    }

    /// In this state, and nothing else is told.
    public static EnvironmentStanding plainly(State state) {
        return new EnvironmentStanding(state, null, null);
    }
}
