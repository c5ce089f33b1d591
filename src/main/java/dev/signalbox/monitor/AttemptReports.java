package dev.signalbox.monitor;

import dev.signalbox.domain.ci.AttemptTimes.Span;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.report.RunReports;
import dev.signalbox.domain.report.TestName;
import dev.signalbox.domain.report.TestReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The test reports of a run, told apart by attempt as far as that can be done.
final class AttemptReports {

    private final List<Found> found = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    private record Found(Span span, String artifact, List<TestReport> reports) {}

    private record Note(Span span, String words) {}

    boolean isEmpty() {
        return found.stream().allMatch(f -> f.reports().isEmpty());
    }

    /// @param artifact its name, made safe
    void add(Span span, String artifact, List<TestReport> reports) {
        found.add(new Found(span, artifact, reports));
    }

    void note(Span span, String words) {
        notes.add(new Note(span, words));
    }

    /// Numbers of a run's attempts that are over, newest first: one that goes on has not reported everything.
    static List<Integer> over(Run run) {
        int newest = run.status().isUnfinished() ? run.attempt() - 1 : run.attempt();
        return Stream.iterate(newest, n -> n >= 1, n -> n - 1).toList();
    }

    /// What is known of one attempt. Reports that may be of it are among them, and a note says so.
    RunReports of(int attempt) {
        List<String> words = new ArrayList<>();
        notes.stream().filter(n -> n.span().holds(attempt)).map(Note::words).forEach(words::add);
        for (Found each : found) {
            if (!each.span().isCertain() && each.span().holds(attempt) && !each.reports().isEmpty()) {
                words.add("“" + each.artifact() + "” is of " + each.span().words()
                        + ": the provider does not tell which");
            }
        }
        return new RunReports(
                reports(span -> span.holds(attempt)), reports(span -> span.isCertain() && span.last() < attempt),
                words);
    }

    /// Reports that are certainly of this attempt.
    List<TestReport> certain(int attempt) {
        return reports(span -> span.isCertain() && span.holds(attempt));
    }

    /// Tests that certainly passed in another attempt that is over.
    Set<TestName> passedOutside(Run run, int attempt) {
        Set<TestName> passed = new HashSet<>();
        over(run).stream()
                .filter(other -> other != attempt)
                .map(other -> new RunReports(certain(other), List.of(), List.of()))
                .forEach(reports -> passed.addAll(reports.passed()));
        return passed;
    }

    private List<TestReport> reports(Predicate<Span> fits) {
        return found.stream().filter(f -> fits.test(f.span())).flatMap(f -> f.reports().stream()).toList();
    }
}
