package dev.signalbox.ui.runs;

import dev.signalbox.state.ConsoleState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers what the list of runs is asked, away from the screen's thread. Lines are kept while nothing that they are made
/// of changed and their ages read the same, so a keystroke costs only the search.
final class RunDesk {

    private List<RunRow> all = List.of();
    private Map<RunFilter, Integer> counts = Map.of();
    private @Nullable ConsoleState seen;
    private int searched;
    private Instant madeAt = Instant.MIN;
    private final KeptRows rows = new KeptRows();
    private Narrowing last = new Narrowing(List.of(), RunFilter.ALL, "", List.of());

    /// What passed last. What passes a longer search is among what passed its beginning.
    private record Narrowing(List<RunRow> from, RunFilter filter, String search, List<RunRow> passed) {

        /// Where to look for what passes.
        List<RunRow> ground(List<RunRow> all, RunQuestion question) {
            boolean narrower = from == all && filter == question.filter() && question.search().startsWith(search);
            return narrower ? passed : all;
        }
    }

    RunPage answer(RunQuestion question) {
        ConsoleState state = question.state();
        Instant second = question.now().truncatedTo(ChronoUnit.SECONDS);
        if (!second.equals(madeAt) || !sameTables(state)) {
            all = rows.of(state, question.now());
            counts = RunRows.counts(all);
            madeAt = second;
        }
        seen = state;
        List<RunRow> ground = last.ground(all, question);
        List<RunRow> passing = RunRows.passing(ground, question.filter(), question.search());
        last = new Narrowing(all, question.filter(), question.search(), passing);
        searched = ground.size();
        return new RunPage(question, passing, counts, passing.isEmpty() ? wordsWhenEmpty(question) : "");
    }

    /// How many lines were made so far.
    long made() {
        return rows.made();
    }

    /// How many lines the last answer looked through.
    int searched() {
        return searched;
    }

    private boolean sameTables(ConsoleState state) {
        ConsoleState before = seen;
        return before != null && before.repositories() == state.repositories() && before.runs() == state.runs()
                && before.connections() == state.connections() && before.described() == state.described()
                && before.past().runs() == state.past().runs();
    }

    private String wordsWhenEmpty(RunQuestion question) {
        if (!all.isEmpty()) {
            return question.search().isBlank()
                    ? "No run is in this state."
                    : "No run matches “" + question.search().strip() + "”.";
        }
        boolean read =
                question.state().repositories().values().stream().anyMatch(r -> r.runs().value() != null);
        return read ? "There are no runs yet." : "Reading the runs…";
    }
}
