package dev.signalbox.domain.ci;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What earlier runs tell about one run.
///
/// @param usual how long such runs take; absent before one went well
/// @param jobs how long each job takes, by its name
/// @param lastGreen the last good run before this one; absent when none is known
public record RunPast(@Nullable Usual usual, Map<String, Usual> jobs, @Nullable LastGreen lastGreen) {

    /// No earlier run is known.
    public static final RunPast NOTHING = new RunPast(null, Map.of(), null);

    /// How long the job of this name takes, if it is known.
    public Optional<Usual> job(String name) {
        return Optional.ofNullable(jobs.get(name));
    }
}
