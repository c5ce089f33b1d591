package dev.signalbox.ui.search;

import dev.signalbox.domain.ci.LogHits;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.palette.PaletteSearch;
import dev.signalbox.ui.palette.PaletteSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// “Have we seen this error before?”: offers in the palette to look for the typed text in all kept logs.
public final class KeptLogSearch implements PaletteSource, PaletteSearch {

    private static final int LEAST = 3;
    private static final int SHOWN = 60;

    private final LogFinder finder;
    private final Consumer<LogHits.Hit> open;
    private ConsoleState state = ConsoleState.EMPTY;
    private Instant now = Instant.EPOCH;

    /// @param open goes to the line that is chosen
    public KeptLogSearch(LogFinder finder, Consumer<LogHits.Hit> open) {
        this.finder = finder;
        this.open = open;
    }

    @Override
    public List<PaletteEntry> entries(ConsoleState newest, Instant time) {
        state = newest;
        now = time;
        return List.of();
    }

    @Override
    public Optional<PaletteSearch> search() {
        return Optional.of(this);
    }

    @Override
    public String title(String text) {
        return text.strip().length() < LEAST
                ? ""
                : "Search kept logs for “" + SafeText.line(text.strip(), SHOWN) + "”";
    }

    @Override
    public void begin(String text, Consumer<Answer> answer) {
        finder.find(
                text,
                hits -> answer.accept(LogHitEntries.of(hits, state, now, open)),
                why -> answer.accept(new Answer(List.of(), why)));
    }
}
