package dev.signalbox.practice.github.world;

import java.time.Duration;
import java.util.List;

/// What a repository is when practice begins.
///
/// @param slowness factor on the durations of its jobs
/// @param firstRunNumber where its run numbers begin
/// @param releases versions that were tagged, oldest first
/// @param deployed what was deployed where, oldest first
/// @param productionReviewers who lets releases into production; empty means anyone's run may enter
public record RepositorySeed(
        String name,
        String description,
        String language,
        double slowness,
        int firstRunNumber,
        List<Release> releases,
        List<Deployed> deployed,
        List<Reviewer> productionReviewers,
        boolean preventSelfReview) {

    /// Copies the lists.
    public RepositorySeed {
        releases = List.copyOf(releases);
        deployed = List.copyOf(deployed);
        productionReviewers = List.copyOf(productionReviewers);
    }

    /// A version and how long ago its commit was made.
    ///
    /// @param messages subjects of the commits since the version before, oldest first
    public record Release(String version, Duration age, List<String> messages) {

        /// Copies the messages.
        public Release {
            messages = List.copyOf(messages);
        }
    }

    /// A version that was deployed to an environment this long ago.
    public record Deployed(String environment, String version, Duration age) {}
}
