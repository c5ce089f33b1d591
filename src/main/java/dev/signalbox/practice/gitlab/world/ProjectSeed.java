package dev.signalbox.practice.gitlab.world;

import java.time.Duration;
import java.util.List;

/// What a project is when practice begins.
///
/// @param slowness factor on the durations of its jobs
/// @param firstPipelineNumber where its pipelines' numbers begin
/// @param releases versions that were tagged, oldest first
/// @param deployed what was deployed where, oldest first
/// @param guarded whether production is protected by approvals
/// @param reviewed whether its open merge request has a review app
/// @param freezes when nobody should deploy
public record ProjectSeed(
        String name,
        String description,
        double slowness,
        int firstPipelineNumber,
        List<Release> releases,
        List<Deployed> deployed,
        boolean guarded,
        boolean reviewed,
        List<Window> freezes) {

    /// Copies the lists.
    public ProjectSeed {
        releases = List.copyOf(releases);
        deployed = List.copyOf(deployed);
        freezes = List.copyOf(freezes);
    }

    /// A version and how long ago its commit was made.
    ///
    /// @param messages titles of the commits since the version before, oldest first
    public record Release(String version, Duration age, List<String> messages) {

        /// Copies the messages.
        public Release {
            messages = List.copyOf(messages);
        }
    }

    /// A version that was deployed to an environment this long ago.
    public record Deployed(String environment, String version, Duration age) {}

    /// A freeze.
    ///
    /// @param start cron expression
    /// @param end cron expression
    public record Window(String start, String end, String zone) {}
}
