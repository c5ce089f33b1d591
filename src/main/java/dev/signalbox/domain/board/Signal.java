package dev.signalbox.domain.board;

import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands between one environment and the next for a service.
public sealed interface Signal {

    /// Both run the same version and the next one is well: nothing waits.
    record Clear() implements Signal {}

    /// The next environment is behind and nothing moves it.
    record Behind(String ready, String running) implements Signal {}

    /// A run is on its way to the next environment.
    record Coming(Run run) implements Signal {}

    /// A run waits for people before it may enter the next environment.
    ///
    /// @param mine whether our account may decide
    record WaitsForPeople(Run run, List<PendingApproval> approvals, boolean mine) implements Signal {}

    /// A run waits for a timer.
    record WaitsForTimer(Run run, PendingApproval approval) implements Signal {}

    /// The run that should have brought it failed.
    record RunFailed(Run run) implements Signal {}

    /// The next environment is in trouble itself.
    record TargetFailing(String words) implements Signal {}

    /// Not enough is known, or the service does not live on both sides.
    ///
    /// @param reason why, if there is something to say
    record Nothing(@Nullable String reason) implements Signal {}
}
