package dev.signalbox.domain.ci;

import java.time.Duration;
import java.util.List;

/// An environment as the CI provider guards it.
public record CiEnvironment(
        RepositoryId repository,
        long number,
        String name,
        Duration waitTimer,
        List<Reviewer> reviewers,
        boolean preventsSelfReview,
        boolean limitsBranches) {}
