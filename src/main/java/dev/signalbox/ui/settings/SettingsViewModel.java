package dev.signalbox.ui.settings;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Which page is open, what is searched for, and which setting is pointed at.
final class SettingsViewModel {

    private final List<SettingsPage> pages;

    /// @param pages in their order; at least one
    SettingsViewModel(List<SettingsPage> pages) {
        this.pages = List.copyOf(pages);
        page = new ReadOnlyObjectWrapper<>(this.pages.getFirst());
        query.subscribe(typed -> hits.setAll(HitRows.of(this.pages, typed)));
    }

    // Properties

    private final ReadOnlyObjectWrapper<SettingsPage> page;
    private final ReadOnlyObjectWrapper<@Nullable Setting> pointed = new ReadOnlyObjectWrapper<>(null);
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<HitRow> hits = FXCollections.observableArrayList();

    List<SettingsPage> pages() {
        return pages;
    }

    ReadOnlyObjectProperty<SettingsPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /// The setting somebody was led to; absent when a page was opened as a whole.
    ReadOnlyObjectProperty<@Nullable Setting> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    StringProperty queryProperty() {
        return query;
    }

    ObservableList<HitRow> hits() {
        return hits;
    }

    /// Whether hits are shown in place of a page.
    boolean isSearching() {
        return !query.get().isBlank();
    }

    // Commands

    void open(SettingsPage wanted) {
        query.set("");
        pointed.set(null);
        page.set(wanted);
    }

    /// Opens a setting at its place.
    ///
    /// @param settingId empty for the page as a whole
    /// @return whether it is there
    boolean open(String pageId, String settingId) {
        Optional<SettingsPage> wanted = pages.stream().filter(p -> p.id().equals(pageId)).findFirst();
        if (wanted.isEmpty()) {
            return false;
        }
        Optional<Setting> setting =
                wanted.get().settings().stream().filter(s -> s.id().equals(settingId)).findFirst();
        if (setting.isEmpty() && !settingId.isEmpty()) {
            return false;
        }
        open(wanted.get());
        pointed.set(setting.orElse(null));
        return true;
    }

    void search(String text) {
        query.set(text);
    }
}
