package dev.signalbox.ui.palette;

import dev.signalbox.state.ConsoleState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The palette: what was typed, what fits, and which of it is chosen. Works with the keyboard alone.
public final class PaletteViewModel {

    private static final int MOST_SHOWN = 60;

    private final List<PaletteSource> sources;
    private final Map<PaletteEntry, PaletteSearch> offered = new HashMap<>();
    private List<PaletteEntry> all = List.of();
    private ConsoleState known = ConsoleState.EMPTY;
    private Instant since = Instant.EPOCH;
    /// Counts questions, so that an answer to an earlier one is told from the current.
    private int asked;

    public PaletteViewModel(List<PaletteSource> sources) {
        this.sources = List.copyOf(sources);
        query.addListener((property, before, now) -> match());
    }

    // Properties

    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(false);
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<PaletteEntry> matches = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(0);

    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    StringProperty queryProperty() {
        return query;
    }

    /// Said about a search; empty while none was begun.
    ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    ObservableList<PaletteEntry> matches() {
        return matches;
    }

    ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    // Commands

    /// Opens with everything that is known now.
    public void open(ConsoleState state, Instant now) {
        known = state;
        since = now;
        all = sources.stream().flatMap(s -> s.entries(state, now).stream()).toList();
        query.set("");
        match();
        open.set(true);
    }

    public void dismiss() {
        open.set(false);
        asked++;
        all = List.of();
        known = ConsoleState.EMPTY;
        offered.clear();
        matches.clear();
    }

    /// Moves the choice; past an end it begins at the other.
    void move(int by) {
        if (!matches.isEmpty()) {
            selected.set(Math.floorMod(selected.get() + by, matches.size()));
        }
    }

    void select(int index) {
        if (index >= 0 && index < matches.size()) {
            selected.set(index);
        }
    }

    /// Goes to the chosen one.
    void choose() {
        int at = selected.get();
        if (at < 0 || at >= matches.size()) {
            return;
        }
        PaletteEntry entry = matches.get(at);
        PaletteSearch search = offered.get(entry);
        if (search != null) {
            begin(search);
            return;
        }
        dismiss();
        entry.choose().run();
    }

    private void match() {
        asked++;
        offered.clear();
        words.set("");
        List<PaletteEntry> found = new ArrayList<>();
        sources.forEach(source -> found.addAll(source.typed(query.get())));
        TypedWords typed = TypedWords.of(query.get());
        List<PaletteEntry> acts = typed.isEmpty()
                ? List.of()
                : sources.stream().flatMap(source -> source.acts(typed, known, since).stream()).toList();
        found.addAll(FuzzyMatch.rank(all, acts, typed, MOST_SHOWN));
        matches.setAll(found);
        offerSearches();
        selected.set(0);
    }

    /// What can be searched for the text stands last: it takes a moment, everything else is known.
    private void offerSearches() {
        for (PaletteSource source : sources) {
            source.search().ifPresent(search -> {
                String title = search.title(query.get());
                if (!title.isEmpty()) {
                    PaletteEntry entry = new PaletteEntry(PaletteEntry.Kind.SEARCH, title, "", () -> {});
                    offered.put(entry, search);
                    matches.add(entry);
                }
            });
        }
    }

    private void begin(PaletteSearch search) {
        int mine = ++asked;
        offered.clear();
        matches.clear();
        words.set("Searching…");
        search.begin(query.get(), answer -> {
            if (mine == asked) {
                int kept = matches.isEmpty() ? 0 : selected.get();
                matches.setAll(answer.entries());
                selected.set(Math.clamp(kept, 0, Math.max(0, answer.entries().size() - 1)));
                words.set(answer.words());
            }
        });
    }
}
