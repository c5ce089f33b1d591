package dev.signalbox.state;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.ArtifactSave;
import dev.signalbox.domain.report.Findings;
import java.util.List;
import java.util.Map;

/// What a run left behind, as far as somebody looked at it.
///
/// @param findings what its test reports say
/// @param asked how often somebody asked for the reports; without it only failed runs are read
/// @param saves artifacts that are or were being saved, by the artifact's number
public record RunResults(
        Reading<List<Artifact>> artifacts, Reading<Findings> findings, int asked, Map<Long, ArtifactSave> saves) {

    /// Nobody looked yet.
    public static final RunResults UNKNOWN = new RunResults(Reading.never(), Reading.never(), 0, Map.of());
}
