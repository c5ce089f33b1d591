package dev.signalbox.ui.results;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.ArtifactSave;
import dev.signalbox.domain.ci.AttemptTimes;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.RunResults;
import dev.signalbox.ui.results.ArtifactRow.Offer;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.Numbers;
import dev.signalbox.ui.words.Problems;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Artifacts in words.
final class ArtifactRows {

    private ArtifactRows() {}

    /// @param times when the attempts of the run began
    static List<ArtifactRow> of(RunResults results, AttemptTimes times, Instant now) {
        return results.artifacts().or(List.of()).stream()
                .map(artifact -> row(artifact, results.saves().get(artifact.number()), times, now))
                .toList();
    }

    /// What is said in place of rows, or beside them when they are old.
    static String words(RunResults results, Instant now) {
        RemoteProblem problem = results.artifacts().problem();
        if (problem != null) {
            return "The artifacts could not be read. " + Problems.sentence(problem, now);
        }
        List<Artifact> artifacts = results.artifacts().value();
        if (artifacts == null) {
            return "Reading the artifacts…";
        }
        return artifacts.isEmpty() ? "No artifacts were left." : "";
    }

    private static ArtifactRow row(Artifact artifact, @Nullable ArtifactSave save, AttemptTimes times, Instant now) {
        String name = artifact.name().isBlank() ? "artifact " + artifact.number() : SafeText.line(artifact.name(), 120);
        if (!artifact.isThereAt(now)) {
            return new ArtifactRow(artifact, name, "no longer kept" + attempt(artifact, times), Mark.STOPPED,
                    Offer.NOTHING);
        }
        if (save == null) {
            return new ArtifactRow(artifact, name, about(artifact, now) + attempt(artifact, times), Mark.IDLE,
                    Offer.SAVE);
        }
        return switch (save.stage()) {
            case WANTED -> new ArtifactRow(artifact, name, "waits for its turn", Mark.QUEUED, Offer.STOP);
            case FETCHING -> new ArtifactRow(artifact, name, "fetching, " + progress(save), Mark.MOVING, Offer.STOP);
            case UNPACKING -> new ArtifactRow(
                    artifact, name, "writing, " + Numbers.bytes(save.done()), Mark.MOVING, Offer.STOP);
            case DONE -> new ArtifactRow(
                    artifact, name, "saved as " + SafeText.line(save.result().toString(), 200), Mark.GOOD, Offer.SAVE);
            case FAILED -> new ArtifactRow(
                    artifact, name, "not saved: " + SafeText.line(save.problem(), 300), Mark.BAD, Offer.SAVE);
            case STOPPED -> new ArtifactRow(artifact, name, "stopped, nothing was kept", Mark.STOPPED, Offer.SAVE);
        };
    }

    private static String about(Artifact artifact, Instant now) {
        Instant end = artifact.expiresAt();
        return Numbers.bytes(artifact.bytes()) + (end == null
                ? ""
                : " · kept " + Durations.until(end, now)
                        .replaceFirst("^in ", "for "));
    }

    /// The provider files artifacts under the run: with more than one attempt it matters whose each is.
    private static String attempt(Artifact artifact, AttemptTimes times) {
        return times.newest() < 2 ? "" : " · of " + times.at(artifact.createdAt()).words();
    }

    private static String progress(ArtifactSave save) {
        long all = save.artifact().bytes();
        return Numbers.bytes(save.done()) + (all > 0 ? " of " + Numbers.bytes(all) : "");
    }
}
