package dev.signalbox.domain.setup;

import dev.signalbox.domain.board.ServiceSpec;

/// A row that is proposed for the board.
///
/// @param service as it would be described
/// @param reason why its repository and its workloads belong together, in a sentence; hostile names are made safe in it
public record ProposedService(ServiceSpec service, String reason, Certainty certainty) {

    /// How sure the match is.
    public enum Certainty {
        /// The image says itself where it was built.
        CERTAIN,
        /// Names fit that are unlikely to fit by chance.
        LIKELY,
        /// Names fit, but others might as well.
        GUESSED,
        /// Nothing was matched: a repository without a workload, or a workload without a repository.
        ALONE
    }

    /// The same, described otherwise.
    public ProposedService with(ServiceSpec other) {
        return new ProposedService(other, reason, certainty);
    }
}
