package dev.signalbox.ui.runs;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.words.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The lines of all runs, each kept while its run is the same object, what it takes from elsewhere is equal and its ages
/// read the same. A second that passes, or a run that changes, costs the lines that it touches and not ten thousand.
final class KeptRows {

    private Map<RunId, Kept> kept = new HashMap<>();
    private List<Run> order = List.of();
    private ConsoleState seen = ConsoleState.EMPTY;
    private Sources sources = new Sources(ConsoleState.EMPTY);
    private long made;

    private record Kept(Run run, Extras extras, RunRow row, Instant until) {}

    /// What a line takes from elsewhere.
    ///
    /// @param usual how long such runs usually take
    /// @param more words that it is found by beyond its own
    /// @param me as whom its connection works
    record Extras(String usual, String more, @Nullable Account me) {}

    /// Lines of that moment, newest first.
    List<RunRow> of(ConsoleState state, Instant now) {
        boolean same = sameTables(seen, state);
        if (!same) {
            sources = new Sources(state);
            order = sources.known.newestFirst();
        }
        seen = state;
        Map<RunId, Kept> next = same ? kept : HashMap.newHashMap(order.size());
        List<RunRow> rows = new ArrayList<>(order.size());
        for (Run run : order) {
            Kept line = kept.get(run.id());
            Extras extras = same && line != null ? line.extras() : sources.extras(run);
            if (line == null || line.run() != run || !now.isBefore(line.until()) || !line.extras().equals(extras)) {
                made++;
                line = new Kept(run, extras, RunRows.row(run, extras, now), until(run, now));
            }
            next.put(run.id(), line);
            rows.add(line.row());
        }
        kept = next;
        return List.copyOf(rows);
    }

    /// How many lines were made so far.
    long made() {
        return made;
    }

    private static boolean sameTables(ConsoleState a, ConsoleState b) {
        return a.repositories() == b.repositories() && a.runs() == b.runs() && a.connections() == b.connections()
                && a.described() == b.described() && a.past().runs() == b.past().runs();
    }

    private static Instant until(Run run, Instant now) {
        Instant age = run.createdAt() == null ? Instant.MAX : Durations.readsTheSameUntil(run.createdAt(), now);
        Instant second = now.plus(Duration.ofSeconds(1));
        return run.status() == RunStatus.COMPLETED || age.isBefore(second) ? age : second;
    }

    /// Where the extras come from.
    static final class Sources {

        private final ConsoleState state;
        private final KnownRuns known;
        private final RunSearchWords words;

        Sources(ConsoleState state) {
            this.state = state;
            known = new KnownRuns(state);
            words = new RunSearchWords(state);
        }

        KnownRuns known() {
            return known;
        }

        Extras extras(Run run) {
            Connection connection = state.connections().get(run.id().repository().connection());
            String usual = known.usual(run).map(u -> "usually " + Durations.brief(u.median())).orElse("");
            return new Extras(usual, words.of(run), connection == null ? null : connection.account());
        }
    }
}
