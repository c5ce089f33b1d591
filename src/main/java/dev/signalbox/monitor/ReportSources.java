package dev.signalbox.monitor;

import dev.signalbox.domain.report.ReportRules;
import dev.signalbox.port.TestHistory;
import dev.signalbox.port.TestReports;
import java.nio.file.Path;

/// What is needed to read the results of runs.
///
/// @param rules which files are reports, and how much is downloaded for them
/// @param folder for archives while they are read
public record ReportSources(TestReports reader, TestHistory memory, ReportRules rules, Path folder) {}
