package dev.signalbox.ui.logs;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCombination;
import javafx.stage.FileChooser;

/// The menu of a log: what is not needed at every moment. Every entry tells its key.
final class LogMenu {

    private static final int[] CONTEXTS = {0, 2, 5, 20};

    private final LogViewModel model;
    private final Supplier<List<Integer>> chosen;
    private final MenuButton button = new MenuButton("View");

    /// @param chosen rows that are selected
    LogMenu(LogViewModel model, Supplier<List<Integer>> chosen) {
        this.model = model;
        this.chosen = chosen;
        button.setId("log-menu");
        button.getStyleClass().add("small");
        button.setMinWidth(MenuButton.USE_PREF_SIZE);
        button.setAccessibleText("How the log is shown, copied and saved");
        addTimes();
        button.getItems().addAll(
                new SeparatorMenuItem(), check("Show as sent, with escapes", "Alt+S", model.options().raw()),
                item("Fold all groups", "Alt+Minus", () -> model.foldAll(true)),
                item("Unfold all groups", "Alt+Equals", () -> model.foldAll(false)), new SeparatorMenuItem());
        addContexts();
        button.getItems().addAll(
                new SeparatorMenuItem(),
                item("Copy selected lines", "Shortcut+C", () -> copy(LogExcerpts.Form.SHOWN)),
                item("Copy with line numbers", "Shortcut+Shift+C", () -> copy(LogExcerpts.Form.NUMBERED)),
                item("Copy link to line", "Shortcut+L", this::copyLink),
                item("Save as shown…", "Shortcut+S", () -> save(LogExcerpts.Form.SHOWN)),
                item("Save with line numbers…", "", () -> save(LogExcerpts.Form.NUMBERED)),
                item("Save as sent…", "Shortcut+Shift+S", () -> save(LogExcerpts.Form.SENT)));
    }

    MenuButton button() {
        return button;
    }

    void copy(LogExcerpts.Form form) {
        model.copy(chosen.get(), form, LogMenu::keep);
    }

    void copyLink() {
        String link = model.shown().linkTo(model.signs().current().get());
        if (link.isEmpty()) {
            model.excerpts().say("No link leads to this line");
        } else {
            keep(link);
            model.excerpts().say("Copied " + link);
        }
    }

    void save(LogExcerpts.Form form) {
        if (model.signs().lines().get() == 0) {
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the log");
        chooser.setInitialFileName(model.shown().fileName());
        File file = chooser.showSaveDialog(button.getScene().getWindow());
        if (file != null) {
            model.save(file.toPath(), form);
        }
    }

    private void addTimes() {
        ToggleGroup group = new ToggleGroup();
        for (LogTimes times : LogTimes.values()) {
            RadioMenuItem item = new RadioMenuItem(times.title());
            item.setId("log-times-" + times.ordinal());
            item.setToggleGroup(group);
            item.setOnAction(press -> model.options().times().set(times));
            model.options().times().subscribe(now -> item.setSelected(now == times));
            button.getItems().add(item);
        }
    }

    private void addContexts() {
        ToggleGroup group = new ToggleGroup();
        for (int context : CONTEXTS) {
            RadioMenuItem item = new RadioMenuItem(
                    context == 0 ? "Only matches: nothing around them" : "Only matches: " + context + " lines around");
            item.setToggleGroup(group);
            item.setOnAction(press -> model.options().context().set(context));
            model.options().context().subscribe(now -> item.setSelected(now.intValue() == context));
            button.getItems().add(item);
        }
    }

    private static MenuItem item(String words, String key, Runnable press) {
        MenuItem item = new MenuItem(key.isEmpty() ? words : words + "  " + shown(key));
        item.setOnAction(e -> press.run());
        return item;
    }

    private static CheckMenuItem check(String words, String key, BooleanProperty property) {
        CheckMenuItem item = new CheckMenuItem(words + "  " + shown(key));
        item.selectedProperty().bindBidirectional(property);
        return item;
    }

    /// Keys are written in the text and handled by the log: as accelerators they would act in the whole window.
    private static String shown(String key) {
        return "(" + KeyCombination.valueOf(key).getDisplayText() + ")";
    }

    private static void keep(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
