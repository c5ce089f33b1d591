package dev.signalbox.port;

import dev.signalbox.domain.report.TestReport;
import java.io.InputStream;
import java.util.Optional;

/// Reads report files of test runs. Never fails: what breaks is told in the report.
public interface TestReports {

    /// Reads one file.
    ///
    /// @param file its path in the artifact, for people
    /// @param content read to its end or to where it breaks; not closed
    /// @return empty when the file is well formed but something else than a test report
    Optional<TestReport> read(String file, InputStream content);
}
