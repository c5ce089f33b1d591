package dev.signalbox.domain.notice;

import dev.signalbox.domain.board.Drift;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the console sees at one time, of all that a notice may be about.
///
/// @param repositories those whose runs were read
/// @param targets those that are seen now: what was only known once is left out
public record Sight(Map<RepositoryId, OfRepository> repositories, Map<TargetName, OfTarget> targets) {

    /// Nothing is seen.
    public static final Sight NOTHING = new Sight(Map.of(), Map.of());

    /// A service in an environment.
    public record TargetName(String service, String environment) {}

    /// The runs of a repository.
    ///
    /// @param readAt when they were read
    /// @param runs newest first
    /// @param asked runs of which is known what they wait for
    public record OfRepository(Instant readAt, List<OfRun> runs, Set<RunId> asked) {}

    /// A run.
    ///
    /// @param service what it builds or deploys
    /// @param forUs environments for which it waits for our yes
    public record OfRun(Run run, String service, String group, Set<String> forUs) {}

    /// What runs of a service in an environment.
    public record OfTarget(String group, Optional<Drift> drift) {}
}
