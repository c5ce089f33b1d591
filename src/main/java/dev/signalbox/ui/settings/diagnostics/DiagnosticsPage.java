package dev.signalbox.ui.settings.diagnostics;

import dev.signalbox.ui.settings.Setting;
import dev.signalbox.ui.settings.SettingsPage;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Texts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/// The report for whoever helps: shown as text first, saved as shown.
public final class DiagnosticsPage {

    private static final String NAME = "signalbox-diagnostics.zip";

    private final Report report;
    private final Executor workers;
    private final Executor screen;
    private final Supplier<Optional<Path>> chosen;
    private final TextArea text = new TextArea();
    private final Label said = Texts.wrapped("", "sb-sub");
    private final Button save;
    private List<Report.Part> parts = List.of();

    /// @param workers may be kept waiting
    /// @param screen runs on the screen's thread
    public DiagnosticsPage(Report report, Executor workers, Executor screen) {
        this(report, workers, screen, null);
    }

    /// @param place asks where to save; absent for the system's dialog
    DiagnosticsPage(
            Report report, Executor workers, Executor screen,
            @org.jspecify.annotations.Nullable Supplier<Optional<Path>> place) {
        this.report = report;
        this.workers = workers;
        this.screen = screen;
        chosen = place == null ? this::choose : place;
        save = Buttons.of("diagnostics-save", Feather.SAVE, "Save as ZIP…", this::save);
        save.setDisable(true);
        text.setId("diagnostics-text");
        text.setAccessibleText("What the report says");
        text.setEditable(false);
        text.setPrefRowCount(18);
        text.getStyleClass().add("sb-mono");
        text.setPromptText("Nothing has been put together yet.");
    }

    public SettingsPage page() {
        return new SettingsPage("diagnostics", "Diagnostics", "fth-activity", List.of(Setting.wide(
                "report", "Report",
                "Versions, system, connections and their problems, counts, the last lines of the log and what the"
                        + " program is doing. Tokens and what looks like one are taken out. You see all of it here before"
                        + " you save it; nothing is sent.",
                List.of("bundle", "support", "bug", "log", "threads", "version", "help"), this::control)));
    }

    private Region control() {
        HBox row = new HBox(
                8, Buttons.of("diagnostics-gather", Feather.FILE_TEXT, "Put together", this::gather, "primary"), save,
                said);
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(8, row, text);
    }

    private void gather() {
        said.setText("Putting it together…");
        workers.execute(() -> {
            List<Report.Part> gathered = report.gather();
            screen.execute(() -> show(gathered));
        });
    }

    private void show(List<Report.Part> gathered) {
        parts = List.copyOf(gathered);
        text.setText(parts.stream().map(p -> "── " + p.name() + "\n\n" + p.text()).collect(Collectors.joining("\n\n")));
        save.setDisable(parts.isEmpty());
        said.setText("This is all of it.");
    }

    private void save() {
        List<Report.Part> shown = parts;
        chosen.get().ifPresent(file -> workers.execute(() -> {
            String words;
            try {
                report.save(shown, file);
                words = "Saved to " + file + ".";
            } catch (IOException failure) {
                words = "It could not be saved to " + file + ".";
            }
            String done = words;
            screen.execute(() -> said.setText(done));
        }));
    }

    private Optional<Path> choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the report");
        chooser.setInitialFileName(NAME);
        Window over = text.getScene() == null ? null : text.getScene().getWindow();
        File file = chooser.showSaveDialog(over);
        return Optional.ofNullable(file).map(File::toPath);
    }
}
