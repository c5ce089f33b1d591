package dev.signalbox.ui.shell;

import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.PlanId;

/// Somewhere that one can go to from anywhere.
public sealed interface Place {

    /// A screen as it was left.
    record AtScreen(String id) implements Place {}

    /// A run with its jobs.
    record AtRun(RunId run) implements Place {}

    /// A line of a job's log.
    ///
    /// @param line counted from 1; 0 for wherever the log opens
    record AtLog(JobKey job, int line) implements Place {}

    /// A service's row.
    record AtService(String service) implements Place {}

    /// A service in one environment.
    record AtTarget(String service, String environment) implements Place {}

    /// A run's decision for one environment.
    record AtApproval(RunId run, String environment) implements Place {}

    /// An action in the journal.
    record AtAction(PlanId action) implements Place {}

    /// A setting at its place.
    ///
    /// @param page id of the page that it is on
    /// @param setting its id there; empty for the page as a whole
    record AtSetting(String page, String setting) implements Place {}
}
