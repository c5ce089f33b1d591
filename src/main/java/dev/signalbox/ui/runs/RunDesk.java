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
    private Instant madeAt = Instant.MIN;
    private long made;

    RunPage answer(RunQuestion question) {
        ConsoleState state = question.state();
        Instant second = question.now().truncatedTo(ChronoUnit.SECONDS);
        if (!second.equals(madeAt) || !sameTables(state)) {
            all = RunRows.of(state, question.now());
            counts = RunRows.counts(all);
            madeAt = second;
            made++;
        }
        seen = state;
        List<RunRow> passing = RunRows.passing(all, question.filter(), question.search());
        return new RunPage(passing, counts, passing.isEmpty() ? wordsWhenEmpty(question) : "");
    }

    /// How often lines were made so far.
    long made() {
        return made;
    }

    private boolean sameTables(ConsoleState state) {
        ConsoleState before = seen;
        return before != null && before.repositories() == state.repositories() && before.runs() == state.runs()
                && before.connections() == state.connections() && before.described() == state.described();
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
