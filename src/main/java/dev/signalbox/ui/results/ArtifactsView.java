package dev.signalbox.ui.results;

import dev.signalbox.domain.ci.ArtifactSave.Form;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.FoldSection;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.StatusIcon;
import dev.signalbox.ui.widget.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Artifacts of a run, each with a way to save it into a folder.
public final class ArtifactsView extends StackPane {

    private final ResultsViewModel model;
    private final Function<@Nullable Window, Optional<Path>> folders;
    private final VBox lines = new VBox(6);
    private final Label words = Texts.wrapped("", "sb-sub");

    /// Asks for the folder with the system's own dialog.
    public ArtifactsView(ResultsViewModel model) {
        this(model, ArtifactsView::ask);
    }

    /// @param folders asks a person for a folder; none when they change their mind
    ArtifactsView(ResultsViewModel model, Function<@Nullable Window, Optional<Path>> folders) {
        this.model = model;
        this.folders = folders;
        words.setId("run-artifacts-words");
        words.visibleProperty().bind(words.textProperty().isNotEmpty());
        words.managedProperty().bind(words.visibleProperty());
        words.textProperty().bind(model.words());
        getStylesheets().add(
                java.util.Objects.requireNonNull(ArtifactsView.class.getResource("results.css")).toExternalForm());
        getChildren().add(new FoldSection("run-artifacts", "Artifacts", lines, words));
        model.artifacts().subscribe(this::show);
    }

    /// A line whose words alone changed stays where the keyboard is.
    private void show(List<ArtifactRow> rows) {
        boolean same = lines.getChildren().size() == rows.size();
        for (int i = 0; same && i < rows.size(); i++) {
            same = lines.getChildren().get(i) instanceof Line line && line.fits(rows.get(i));
        }
        if (!same) {
            lines.getChildren().setAll(rows.stream().map(Line::new).toList());
        }
        for (int i = 0; i < rows.size(); i++) {
            ((Line) lines.getChildren().get(i)).say(rows.get(i));
        }
    }

    private void save(ArtifactRow row, Form form) {
        folders.apply(getScene() == null ? null : getScene().getWindow())
                .ifPresent(folder -> model.save(row.artifact(), folder, form));
    }

    private static Optional<Path> ask(@Nullable Window window) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Save the artifact into a folder");
        return Optional.ofNullable(chooser.showDialog(window)).map(File::toPath);
    }

    /// One artifact.
    private final class Line extends HBox {

        private final ArtifactRow row;
        private final StatusIcon icon = new StatusIcon(Mark.IDLE);
        private final Label about = Texts.wrapped("", "sb-sub");

        Line(ArtifactRow row) {
            super(8);
            this.row = row;
            Label name = Texts.plain(row.name());
            name.setMinWidth(0);
            name.setTooltip(new Tooltip(row.name()));
            VBox both = new VBox(1, name, about);
            both.setMinWidth(0);
            HBox.setHgrow(both, Priority.ALWAYS);
            getChildren().addAll(icon, both);
            switch (row.offer()) {
                case SAVE -> getChildren().add(saveButton());
                case STOP -> getChildren().add(stopButton());
                case NOTHING -> {}
            }
            setAlignment(Pos.TOP_LEFT);
            getStyleClass().add("result-line");
        }

        boolean fits(ArtifactRow other) {
            return other.artifact().equals(row.artifact()) && other.offer() == row.offer();
        }

        void say(ArtifactRow now) {
            icon.set(now.mark(), now.mark().word());
            about.setText(now.words());
            setAccessibleText(now.name() + ", " + now.words());
        }

        private Node saveButton() {
            MenuItem files = new MenuItem("Unpack into a folder…");
            files.setOnAction(press -> save(row, Form.FILES));
            MenuItem archive = new MenuItem("Save as ZIP…");
            archive.setOnAction(press -> save(row, Form.ARCHIVE));
            MenuButton button = new MenuButton("Save…", null, files, archive);
            button.setId("artifact-save-" + row.artifact().number());
            button.getStyleClass().addAll("small", "compact-menu");
            button.setAccessibleText("Save " + row.name());
            button.setMinWidth(USE_PREF_SIZE);
            return button;
        }

        private Button stopButton() {
            Button button = Buttons.of(
                    "artifact-stop-" + row.artifact().number(), "Stop", () -> model.stop(row.artifact()), "small");
            button.setAccessibleText("Stop saving " + row.name());
            button.setMinWidth(USE_PREF_SIZE);
            return button;
        }
    }
}
