package dev.signalbox.domain.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the test reports of one attempt mean, beside the runs before.
///
/// @param attempt of the run
/// @param past of the failing tests, as far as anything is remembered
/// @param runsBefore how many earlier runs of the same workflow have results that are remembered; without any, nothing
///     can be called new
/// @param others what the other attempts of the same run reported
public record Findings(
        int attempt, RunReports reports, Map<TestName, TestPast> past, int runsBefore, List<Findings> others) {

    /// Copies the collections.
    public Findings {
        past = Map.copyOf(past);
        others = List.copyOf(others);
    }

    /// Those of a run with one attempt.
    public Findings(int attempt, RunReports reports, Map<TestName, TestPast> past, int runsBefore) {
        this(attempt, reports, past, runsBefore, List.of());
    }

    /// Those of an attempt of the same run; none when nothing was read of it.
    public Optional<Findings> of(int wanted) {
        return wanted == attempt
                ? Optional.of(this)
                : others.stream().filter(other -> other.attempt() == wanted).findFirst();
    }

    /// A failing test and its past.
    public record Failing(TestCase test, TestPast past) {}

    /// Failing tests: new ones first, then known, then flaky ones; in each in the order of the reports.
    public List<Failing> failing() {
        return reports.failing().stream()
                .map(test -> new Failing(test, past.getOrDefault(test.test(), TestPast.NONE)))
                .sorted(java.util.Comparator.comparing(failing -> failing.past().standing()))
                .toList();
    }

    /// How many failing tests stand so.
    public long count(TestPast.Standing standing) {
        return failing().stream().filter(f -> f.past().standing() == standing).count();
    }

    /// Whether it can be told what is new.
    public boolean knowsThePast() {
        return runsBefore > 0;
    }
}
