package dev.signalbox.domain.ci;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An environment as the CI provider guards it.
///
/// @param tier what it is for in the provider's words (`production`, `staging`); absent when it does not tell
/// @param stoppable whether the provider can take it down
public record CiEnvironment(
        RepositoryId repository,
        long number,
        String name,
        Duration waitTimer,
        List<Reviewer> reviewers,
        boolean preventsSelfReview,
        boolean limitsBranches,
        @Nullable String tier,
        boolean stoppable) {

    /// One of a provider that knows no tiers and stops nothing.
    public CiEnvironment(
            RepositoryId repository,
            long number,
            String name,
            Duration waitTimer,
            List<Reviewer> reviewers,
            boolean preventsSelfReview,
            boolean limitsBranches) {
        this(repository, number, name, waitTimer, reviewers, preventsSelfReview, limitsBranches, null, false);
    }

    /// Whether it is one of a family that is made and taken down again, such as `review/my-branch`: the part before the
    /// slash names the family. A family of places for releases, such as `production/eu`, stays.
    public boolean comesAndGoes() {
        return name.indexOf('/') > 0 && !"production".equals(tier) && !"staging".equals(tier);
    }
}
