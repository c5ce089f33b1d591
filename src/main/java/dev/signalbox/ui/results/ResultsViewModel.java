package dev.signalbox.ui.results;

import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.ArtifactSave;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.ResultNews;
import dev.signalbox.state.RunResults;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Failing tests and artifacts of the run that is shown. What is wanted goes into the state; the reading and saving
/// happens elsewhere and comes back as state.
public final class ResultsViewModel {

    private final Consumer<Change> offer;
    private final ReadOnlyObjectWrapper<TestsCard> tests = new ReadOnlyObjectWrapper<>(TestsCard.NOTHING);
    private final ReadOnlyObjectWrapper<List<ArtifactRow>> artifacts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private RunResults results = RunResults.UNKNOWN;
    private @Nullable RunId shown;

    /// @param offer takes what somebody wants
    public ResultsViewModel(Consumer<Change> offer) {
        this.offer = offer;
    }

    /// Shows what is known of a run.
    ///
    /// @param run absent when none is open
    /// @param attempt that is shown of it
    public void show(ConsoleState state, @Nullable RunId run, int attempt, Instant now) {
        shown = run;
        results = run == null ? RunResults.UNKNOWN : state.results(run);
        Run known = run == null ? null : state.run(run).run().value();
        ShownAttempt whole = known == null ? null : ShownAttempt.of(state, known, attempt);
        tests.set(whole == null ? TestsCard.NOTHING : TestRows.of(whole, results, now));
        artifacts.set(whole == null ? List.of() : ArtifactRows.of(results, whole.times(), now));
        words.set(known == null ? "" : ArtifactRows.words(results, now));
    }

    ReadOnlyObjectProperty<TestsCard> tests() {
        return tests.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<ArtifactRow>> artifacts() {
        return artifacts.getReadOnlyProperty();
    }

    /// Said in place of artifacts.
    ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    /// Has the test reports read, or read again, with more patience than they are read without being asked.
    void readReports() {
        if (shown != null) {
            offer.accept(new Change.ResultsChanged(shown, new ResultNews.ReportsWanted(results.asked() + 1)));
        }
    }

    void save(Artifact artifact, Path folder, ArtifactSave.Form form) {
        tell(ArtifactSave.wanted(artifact, folder, form));
    }

    void stop(Artifact artifact) {
        ArtifactSave save = results.saves().get(artifact.number());
        if (save != null) {
            tell(save.stopped());
        }
    }

    private void tell(ArtifactSave save) {
        offer.accept(new Change.ResultsChanged(save.artifact().run(), new ResultNews.Saving(save)));
    }
}
