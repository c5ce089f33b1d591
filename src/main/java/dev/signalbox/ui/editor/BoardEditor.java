package dev.signalbox.ui.editor;

import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.palette.PaletteSource;
import dev.signalbox.ui.plan.Proposals;
import dev.signalbox.ui.settings.Setting;
import dev.signalbox.ui.settings.SettingsPage;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Late;
import dev.signalbox.ui.widget.Layer;
import dev.signalbox.ui.widget.Texts;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The editor of the board's files over the window, and the ways to it: the palette, a page of the settings, and whoever
/// else opens it. Nothing leaves it but a proposal, which the confirmation sheet shows.
public final class BoardEditor implements Layer, PaletteSource {

    private final List<BoardTexts> files;
    private final EditorViewModel model;
    private final Late<EditorView> view;

    /// @param files that can be edited, the most important first
    /// @param openPage shows a page of the web
    /// @param workers may be kept waiting
    /// @param screen runs on the screen's thread
    public BoardEditor(
            List<BoardTexts> files, Proposals proposals, Consumer<URI> openPage, Executor workers, Executor screen) {
        this.files = List.copyOf(files);
        model = new EditorViewModel(proposals, openPage, workers, screen);
        view = new Late<>(() -> new EditorView(model));
    }

    /// Opens the first file that there is; does nothing where there is none.
    public void edit() {
        files.stream().filter(BoardTexts::isThere).findFirst().ifPresent(model::open);
    }

    /// Takes the newest state; on the screen's thread.
    public void show(ConsoleState state, Instant now) {
        model.show(state, now);
    }

    /// The page of the settings that leads here.
    public SettingsPage page() {
        return new SettingsPage("board-file", "Board file", "fth-edit-3", List.of(new Setting(
                "edit-board", "Edit as text",
                "Services, environments and their protection, as the file says them. It is checked while you type. A change"
                        + " of the team file is proposed on a branch of its own; this machine's own file is saved here.",
                List.of("team", "yaml", "service", "environment", "propose", "merge request", "pull request"),
                this::buttons)));
    }

    private Region buttons() {
        FlowPane buttons = new FlowPane(8, 8);
        for (int i = 0; i < files.size(); i++) {
            BoardTexts file = files.get(i);
            if (file.isThere()) {
                Button edit = Buttons.of(
                        "edit-board-" + i, Feather.EDIT_3, "Edit " + file.name() + "…", () -> model.open(file));
                buttons.getChildren().add(edit);
            }
        }
        if (buttons.getChildren().isEmpty()) {
            buttons.getChildren().add(Texts.sub("There is no board file: everything is discovered."));
        }
        return buttons;
    }

    @Override
    public List<PaletteEntry> entries(ConsoleState state, Instant now) {
        return files.stream()
                .filter(BoardTexts::isThere)
                .map(file -> new PaletteEntry(
                        PaletteEntry.Kind.ACTION, "Edit " + file.name(), "Services, environments, protection",
                        () -> model.open(file)))
                .toList();
    }

    @Override
    public Region node() {
        return view.get();
    }

    @Override
    public ObservableValue<Boolean> open() {
        return model.openProperty();
    }

    @Override
    public void dismiss() {
        model.dismiss();
    }

    @Override
    public void takeFocus() {
        view.get().takeFocus();
    }
}
