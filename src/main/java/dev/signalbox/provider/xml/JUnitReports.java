package dev.signalbox.provider.xml;

import dev.signalbox.domain.report.TestReport;
import dev.signalbox.port.TestReports;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// Reports in the XML that JUnit began and nearly every test runner writes: a `testsuite`, or several in `testsuites`.
/// There is no binding schema, so what is read is what all of them share, and what they count is counted again.
public final class JUnitReports implements TestReports {

    private final XmlDoor door = new XmlDoor();

    @Override
    public Optional<TestReport> read(String file, InputStream content) {
        JUnitListener listener = new JUnitListener();
        try {
            door.read(content, listener);
        } catch (XmlProblem problem) {
            if (listener.isSomethingElse() && !listener.isPage()) {
                return Optional.empty();
            }
            return Optional.of(new TestReport(file, listener.cases(), String.valueOf(problem.getMessage())));
        }
        if (listener.isSomethingElse()) {
            return Optional.empty();
        }
        return Optional.of(new TestReport(file, List.copyOf(listener.cases()), listener.lie()));
    }
}
