package dev.signalbox.domain.report;

import java.util.List;

/// One report file of a run.
///
/// @param file its path in the artifact, for people
/// @param cases the tests in it; of a broken report those before the break
/// @param problem why the report cannot be believed; empty when it can. Its tests then prove nothing good, but a test
///     that it calls failed is still shown as failed
public record TestReport(String file, List<TestCase> cases, String problem) {

    /// Copies the list.
    public TestReport {
        cases = List.copyOf(cases);
    }

    /// Whether everything in it adds up.
    public boolean isReadable() {
        return problem.isEmpty();
    }
}
