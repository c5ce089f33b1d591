package dev.signalbox.domain.ci;

import java.time.Instant;

/// A job's log that is kept on this machine, and what it was the log of.
///
/// @param workflow name of the workflow; `number` the run's running number that people quote
/// @param branch branch or tag; empty when there was none
/// @param at when the job ended, or when the log was kept if that is not known
public record KeptLog(
        JobKey job, String workflow, long number, String jobName, Conclusion conclusion, String branch, Instant at) {}
