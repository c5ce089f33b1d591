package dev.signalbox.ui.search;

import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.LogHits;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.palette.PaletteSearch.Answer;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.Numbers;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// Words for what was found in kept logs. Pure.
final class LogHitEntries {

    /// What fits beside the rest of a line in the palette.
    private static final int LINE = 46;

    private LogHitEntries() {}

    /// @param open takes the line that is chosen
    static Answer of(LogHits hits, ConsoleState state, Instant now, Consumer<LogHits.Hit> open) {
        List<PaletteEntry> entries = hits.hits().stream()
                .map(hit -> new PaletteEntry(
                        PaletteEntry.Kind.LOG_LINE,
                        SafeText.line(hit.text().strip(), LINE),
                        where(hit, state, now),
                        () -> open.accept(hit)))
                .toList();
        return new Answer(entries, words(hits));
    }

    private static String where(LogHits.Hit hit, ConsoleState state, Instant now) {
        KeptLog log = hit.log();
        return Durations.age(log.at(), now) + " ago · "
                + SafeText.line(service(log.job().run().repository(), state), 30)
                + " #" + log.number() + " · " + SafeText.line(log.jobName(), 30) + " · line " + hit.line();
    }

    private static String service(RepositoryId repository, ConsoleState state) {
        return state.described().services().stream()
                .filter(service -> repository.equals(service.repository()))
                .map(ServiceSpec::name)
                .findFirst()
                .orElse(repository.name());
    }

    private static String words(LogHits hits) {
        String kept = Numbers.counted(hits.searched(), "log", "logs") + " kept here";
        if (hits.hits().isEmpty()) {
            return hits.complete()
                    ? "Never seen in the " + kept + "."
                    : "Not found in the first of the places that it could be in; more words narrow it down.";
        }
        return (hits.complete() ? "" : "At least ") + Numbers.counted(hits.hits().size(), "line", "lines")
                + ", newest log first, a few of each · " + kept;
    }
}
