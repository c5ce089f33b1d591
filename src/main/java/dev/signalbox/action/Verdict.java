package dev.signalbox.action;

import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.Run;
import org.jspecify.annotations.Nullable;

/// What one reading says about an expectation.
sealed interface Verdict {

    /// What was seen, a sentence.
    String words();

    /// It is so.
    ///
    /// @param run the run that was found, where the expectation is about one
    /// @param deployment number of the deployment that was found, where it is about one
    /// @param request the pull or merge request that was found, where it is about one
    record Met(String words, @Nullable Run run, @Nullable Long deployment, @Nullable ChangeRequest request)
            implements Verdict {
        Met(String words) {
            this(words, null, null, null);
        }

        Met(String words, Run run) {
            this(words, run, null, null);
        }

        Met(String words, long deployment) {
            this(words, null, deployment, null);
        }

        Met(String words, ChangeRequest request) {
            this(words, null, null, request);
        }
    }

    /// It is not so yet.
    ///
    /// @param tells whether its staying so for a minute means that the request had no effect
    record NotYet(String words, boolean tells) implements Verdict {}

    /// It is not so, and waiting will not change that: the world went another way.
    record Excluded(String words) implements Verdict {}
}
