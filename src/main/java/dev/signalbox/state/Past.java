package dev.signalbox.state;

import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunPast;
import java.util.Map;

/// What was recalled from the history on this machine.
///
/// @param runs of runs that are looked at or go on: what earlier ones tell about them
public record Past(Map<RunId, RunPast> runs, HistoryProgress progress) {

    /// Nothing recalled.
    public static final Past NONE = new Past(Map.of(), HistoryProgress.NONE);

    /// What earlier runs tell about this one; nothing when it was not recalled.
    public RunPast of(RunId run) {
        return runs.getOrDefault(run, RunPast.NOTHING);
    }
}
