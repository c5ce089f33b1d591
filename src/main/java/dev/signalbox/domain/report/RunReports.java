package dev.signalbox.domain.report;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All test reports of one attempt of a run.
///
/// @param reports by artifact and file
/// @param earlier what the reports of earlier attempts of the same run said, if there were any
/// @param notes what was not read and why, a sentence each
public record RunReports(List<TestReport> reports, List<TestReport> earlier, List<String> notes) {

    /// Copies the lists.
    public RunReports {
        reports = List.copyOf(reports);
        earlier = List.copyOf(earlier);
        notes = List.copyOf(notes);
    }

    /// What all reports say together.
    public enum Outcome {
        /// There was no report.
        NONE,
        /// At least one test failed.
        RED,
        /// Every report adds up, something passed and nothing failed.
        GREEN,
        /// Nothing failed in what could be read, but not everything could.
        UNKNOWN
    }

    /// Reports that lie or break never make green.
    public Outcome outcome() {
        if (!failing().isEmpty()) {
            return Outcome.RED;
        }
        if (reports.isEmpty()) {
            return notes.isEmpty() ? Outcome.NONE : Outcome.UNKNOWN;
        }
        boolean whole = notes.isEmpty() && reports.stream().allMatch(TestReport::isReadable);
        return whole && count(Verdict.PASSED) > 0 ? Outcome.GREEN : Outcome.UNKNOWN;
    }

    /// Failed tests, each once, in the order of the reports.
    public List<TestCase> failing() {
        Map<TestName, TestCase> failed = new LinkedHashMap<>();
        cases().filter(c -> c.verdict().isBad()).forEach(c -> failed.putIfAbsent(c.test(), c));
        return List.copyOf(failed.values());
    }

    /// How many tests ended so.
    public int count(Verdict verdict) {
        return (int) cases().filter(c -> c.verdict() == verdict).count();
    }

    /// The tests that took longest, longest first.
    public List<TestCase> slowest(int most) {
        return cases()
                .filter(c -> c.time() != null && c.time().compareTo(Duration.ofMillis(100)) >= 0)
                .sorted(Comparator.comparing(TestCase::time, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .reversed())
                .limit(most)
                .toList();
    }

    /// Reports that cannot be believed.
    public List<TestReport> unreadable() {
        return reports.stream().filter(r -> !r.isReadable()).toList();
    }

    /// Tests that failed and passed on the same commit: tried again in a job, or in another attempt.
    public List<TestName> passedOnRetry() {
        List<TestName> failedBefore = earlier.stream()
                .flatMap(r -> r.cases().stream())
                .filter(c -> c.verdict().isBad())
                .map(TestCase::test)
                .toList();
        return cases()
                .filter(c -> c.verdict() == Verdict.PASSED)
                .filter(c -> c.wasRetried() || failedBefore.contains(c.test()))
                .map(TestCase::test)
                .distinct()
                .toList();
    }

    /// Tests that passed here, in reports that can be believed, and never failed.
    public Set<TestName> passed() {
        Set<TestName> passed = reports.stream()
                .filter(TestReport::isReadable)
                .flatMap(r -> r.cases().stream())
                .filter(c -> c.verdict() == Verdict.PASSED)
                .map(TestCase::test)
                .collect(Collectors.toCollection(HashSet::new));
        failing().forEach(failed -> passed.remove(failed.test()));
        return passed;
    }

    /// Every test of this attempt.
    public Stream<TestCase> cases() {
        return reports.stream().flatMap(r -> r.cases().stream());
    }
}
