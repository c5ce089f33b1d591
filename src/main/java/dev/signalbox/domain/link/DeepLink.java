package dev.signalbox.domain.link;

import java.util.List;

/// Where a `signalbox://` link leads. It names things as every console of a team does (host, repository, number; service,
/// environment), not as one person has named the connections. A link only ever shows something: there is none that acts,
/// and none that says with which host or account to talk.
///
/// Made by [DeepLinks] or by the console; its parts are as [DeepLinks#isPart] wants them, or it has no text.
public sealed interface DeepLink {

    /// A screen as it was left.
    ///
    /// @param id `board`, `runs`, `approvals` or `activity`
    record OfScreen(String id) implements DeepLink {}

    /// A service's row.
    record OfService(String service) implements DeepLink {}

    /// A service in one environment.
    record OfTarget(String service, String environment) implements DeepLink {}

    /// A run with its jobs.
    record OfRun(RunName run) implements DeepLink {}

    /// A run's decision for one environment.
    record OfApproval(RunName run, String environment) implements DeepLink {}

    /// A line of a job's log.
    ///
    /// @param job its number at the provider
    /// @param line from 1
    record OfLine(RunName run, long job, int line) implements DeepLink {}

    /// An action in this console's own journal; others do not have it.
    record OfAction(String id) implements DeepLink {}

    /// A run, as it is called outside of any console.
    ///
    /// @param host of the provider, with a port if it is not the usual one, in lower case
    /// @param repository its path there, at least owner and name
    record RunName(String host, List<String> repository, long number) {

        public RunName {
            repository = List.copyOf(repository);
        }
    }
}
