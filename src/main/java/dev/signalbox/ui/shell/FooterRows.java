package dev.signalbox.ui.shell;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.Connection.Lamp;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.HistoryProgress;
import dev.signalbox.ui.widget.Tone;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.Numbers;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The footer as a pure function of state and time.
final class FooterRows {

    private static final int LAST_SHOWN = 2;

    private FooterRows() {}

    /// @param known takes out the secrets that the console holds
    static FooterRow of(ConsoleState state, Instant now, TimeOfDay clock, Redaction known) {
        Collection<Connection> connections = state.connections().values();
        List<Connection> troubled = connections.stream().filter(c -> c.lamp() != Lamp.LIVE).toList();
        long flying = state.actions().values().stream().filter(a -> !a.phase().isEnd()).count();
        long open = state.actions().values().stream().filter(a -> a.phase() == Phase.UNKNOWN).count();
        String flight = flying == 0 ? "" : Numbers.counted(flying, "action", "actions") + " in flight";
        String unknown = open == 0 ? "" : Numbers.counted(open, "outcome", "outcomes") + " unknown";
        boolean works = state.journalProblem().isEmpty();
        return new FooterRow(
                fresh(connections, troubled, now),
                connections.isEmpty() ? Tone.IDLE : troubled.isEmpty() ? Tone.OK : Tone.WARN,
                last(state, now, clock, known),
                flight.isEmpty() || unknown.isEmpty() ? flight + unknown : flight + " · " + unknown,
                history(state.past().progress(), clock),
                works ? "journal in sync" : "journal does not work",
                works ? Tone.IDLE : Tone.BAD);
    }

    /// A quiet word while older runs are fetched; nothing once they are there.
    private static String history(HistoryProgress progress, TimeOfDay clock) {
        if (!progress.problem().isEmpty()) {
            return "history: " + progress.problem();
        }
        if (progress.done() >= progress.repositories()) {
            return progress.jobs() == 0
                    ? ""
                    : "history: jobs of " + Numbers.counted(progress.jobs(), "older run", "older runs") + " to read";
        }
        Instant back = progress.backTo();
        return "history: " + progress.done() + " of " + progress.repositories() + " repositories"
                + (back == null ? "" : ", back to " + clock.day(back));
    }

    private static String fresh(Collection<Connection> all, List<Connection> troubled, Instant now) {
        if (all.isEmpty()) {
            return "nothing connected";
        }
        if (troubled.isEmpty()) {
            Optional<Instant> oldest =
                    all.stream().map(Connection::freshAt).filter(Objects::nonNull).min(Comparator.naturalOrder());
            return oldest.map(then -> "everything live, oldest " + Durations.age(then, now)).orElse("everything live");
        }
        Connection first = troubled.stream().min(Comparator.comparing(Connection::id)).orElseThrow();
        String name = SafeText.line(first.id().name(), 40);
        String what = first.freshAt() == null
                ? name + " not read yet"
                : name + " is " + Durations.age(first.freshAt(), now) + " old";
        return troubled.size() == 1 ? what : what + ", " + (troubled.size() - 1) + " more not live";
    }

    private static List<String> last(ConsoleState state, Instant now, TimeOfDay clock, Redaction known) {
        return state.actions().values().stream()
                .filter(a -> a.endedAt() != null)
                .sorted(Comparator.comparing((ActionRecord a) -> Objects.requireNonNullElse(a.endedAt(), now))
                        .reversed())
                .limit(LAST_SHOWN)
                .map(a -> clock.words(Objects.requireNonNullElse(a.endedAt(), now), now) + " "
                        + SafeText.line(known.hideWhole(a.plan().title()), 60) + ": " + outcome(a.phase()))
                .toList();
    }

    private static String outcome(Phase phase) {
        return switch (phase) {
            case DONE -> "done";
            case FAILED -> "failed";
            case STOPPED -> "stopped";
            case UNKNOWN -> "unknown";
            case CLOSED -> "closed";
            case CHECKING, SENDING, VERIFYING -> "in flight";
        };
    }
}
