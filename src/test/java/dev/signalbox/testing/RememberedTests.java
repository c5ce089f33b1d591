package dev.signalbox.testing;

import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.report.TestCase;
import dev.signalbox.domain.report.TestName;
import dev.signalbox.domain.report.TestPast;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.TestHistory;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A memory of test results that ends with the test; the past of a test is whatever it is told.
public final class RememberedTests implements TestHistory {

    /// What was kept, by run number and attempt (`641/2`).
    public final Map<String, List<TestCase>> kept = new LinkedHashMap<>();

    /// What it answers about tests.
    public final Map<TestName, TestPast> pasts = new HashMap<>();

    /// Why it cannot answer, if it cannot.
    public @Nullable String problem;

    @Override
    public synchronized void keep(Run run, List<TestCase> cases) throws JournalFailure {
        fail();
        kept.put(key(run), List.copyOf(cases));
    }

    @Override
    public synchronized boolean knows(Run run) throws JournalFailure {
        fail();
        return kept.containsKey(key(run));
    }

    @Override
    public synchronized Map<TestName, TestPast> past(Run run, Collection<TestName> tests) throws JournalFailure {
        fail();
        Map<TestName, TestPast> known = new HashMap<>(pasts);
        known.keySet().retainAll(tests);
        return known;
    }

    @Override
    public synchronized int runsBefore(Run run) throws JournalFailure {
        fail();
        return (int) kept.keySet().stream()
                .filter(key -> Long.parseLong(key.substring(0, key.indexOf('/'))) < run.id().number())
                .count();
    }

    private static String key(Run run) {
        return run.id().number() + "/" + run.attempt();
    }

    private void fail() throws JournalFailure {
        if (problem != null) {
            throw new JournalFailure(problem);
        }
    }
}
