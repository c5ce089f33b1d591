package dev.signalbox.domain.ci;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run that waits for people (or a timer) before it may touch an environment.
///
/// @param environment the provider's id of the environment
/// @param canApprove whether the provider says that our account may decide
/// @param waitTimer how long the environment makes every run wait; zero for none
public record PendingApproval(
        RunId run,
        long environment,
        String environmentName,
        boolean canApprove,
        Duration waitTimer,
        @Nullable Instant waitStartedAt,
        List<Reviewer> reviewers) {}
