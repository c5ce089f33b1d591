package dev.signalbox.state;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.ArtifactSave;
import dev.signalbox.domain.report.Findings;
import java.util.List;

/// What became known of the things that a run left behind, or what somebody wants of them.
public sealed interface ResultNews {

    /// News of one run with an equal key are about the same thing.
    default Object key() {
        return this;
    }

    /// The list of artifacts.
    record ArtifactsRead(Answer<List<Artifact>> answer) implements ResultNews {
        @Override
        public Object key() {
            return List.of(ArtifactsRead.class, answer instanceof Answer.Good<?>);
        }
    }

    /// What the test reports say.
    record ReportsRead(Answer<Findings> answer) implements ResultNews {
        @Override
        public Object key() {
            return List.of(ReportsRead.class, answer instanceof Answer.Good<?>);
        }
    }

    /// Somebody wants the test reports to be read, or to be read again.
    ///
    /// @param time how often it was wanted, this time included
    record ReportsWanted(int time) implements ResultNews {}

    /// Somebody wants an artifact to be saved, or its saving went on.
    record Saving(ArtifactSave save) implements ResultNews {
        @Override
        public Object key() {
            // A step must not displace the wish or the end that it waits with.
            boolean step = save.stage() == ArtifactSave.Stage.FETCHING || save.stage() == ArtifactSave.Stage.UNPACKING;
            return step ? List.of(Saving.class, save.artifact().number()) : this;
        }
    }
}
