package dev.signalbox.port;

import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.report.TestCase;
import dev.signalbox.domain.report.TestName;
import dev.signalbox.domain.report.TestPast;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Remembers which tests passed and failed in which run, so that a failure can be called new or known. Blocks.
public interface TestHistory {

    /// Keeps the results of one attempt of a run, in place of what was kept of it; the oldest runs are forgotten.
    void keep(Run run, List<TestCase> cases) throws JournalFailure;

    /// Whether results of this very attempt are kept.
    boolean knows(Run run) throws JournalFailure;

    /// What is known of these tests from runs of the same repository before this one, and from other attempts on the
    /// same commit. Tests of which nothing is known are missing.
    Map<TestName, TestPast> past(Run run, Collection<TestName> tests) throws JournalFailure;

    /// How many runs of the same workflow before this one have results that are kept.
    int runsBefore(Run run) throws JournalFailure;
}
