package dev.signalbox.ui.trigger;

import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What is chosen and filled in before the plan.
final class TriggerView extends VBox {

    private static final double WIDTH = 520;

    /// Options are sent as they are written and shown so that none can be taken for another.
    private static final StringConverter<String> SAFE = new StringConverter<>() {
        @Override
        public String toString(@Nullable String option) {
            return option == null ? "" : SafeText.line(option, 80);
        }

        @Override
        public String fromString(String shown) {
            return shown;
        }
    };

    private final TriggerViewModel model;
    private final ComboBox<RepositoryRow> repository = new ComboBox<>();
    private final ComboBox<WorkflowRow> workflow = new ComboBox<>();
    private final Label heading = Texts.heading("");
    private final TextField ref = new TextField();
    private final VBox inputs = new VBox(10);
    private final Label words = Texts.wrapped("", "sb-sub");
    private final Button review;
    private boolean filling;

    TriggerView(TriggerViewModel model) {
        super(12);
        this.model = model;
        review = Buttons.of("trigger-review", Feather.PLAY, "Review and start…", model::propose, "primary");
        layOut();
        connect();
    }

    void takeFocus() {
        repository.requestFocus();
    }

    private void layOut() {
        setId("trigger-form");
        getStyleClass().addAll("sb-card", "sb-sheet");
        setMaxWidth(WIDTH);
        setPrefWidth(WIDTH);
        repository.setId("trigger-repository");
        workflow.setId("trigger-workflow");
        ref.setId("trigger-ref");
        ref.setPromptText("main");
        ScrollPane scroll = new ScrollPane(inputs);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(280);
        scroll.setFocusTraversable(false);
        scroll.visibleProperty().bind(model.inputs().map(rows -> !rows.isEmpty()));
        scroll.managedProperty().bind(scroll.visibleProperty());
        HBox buttons = new HBox(
                8, words, Texts.gap(), Buttons.of("trigger-cancel", "Cancel", model::dismiss), review);
        buttons.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
        words.setMinWidth(0);
        getChildren().addAll(
                heading,
                field("Repository", "", repository),
                layOutWorkflow(),
                field("Branch or tag", "", ref),
                scroll,
                buttons);
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
                model.propose();
                key.consume();
            }
        });
    }

    /// Where a repository has but one thing to start, and that without a name, there is nothing to choose.
    private VBox layOutWorkflow() {
        VBox field = field("Workflow", "", workflow);
        field.visibleProperty().bind(model.spoken().map(words -> words.workflow() != null));
        field.managedProperty().bind(field.visibleProperty());
        heading.textProperty().bind(model.spoken().map(words -> "Trigger a " + words.asking()));
        return field;
    }

    private void connect() {
        model.repositories().subscribe(rows -> quietly(() -> {
            repository.setItems(FXCollections.observableArrayList(rows));
            repository.setValue(model.repository().get());
        }));
        model.repository().subscribe(row -> quietly(() -> repository.setValue(row)));
        model.workflows().subscribe(rows -> quietly(() -> {
            workflow.setItems(FXCollections.observableArrayList(rows));
            workflow.setValue(model.workflow().get());
        }));
        model.workflow().subscribe(row -> quietly(() -> workflow.setValue(row)));
        model.ref().subscribe(text -> quietly(() -> {
            if (!text.equals(ref.getText())) {
                ref.setText(text);
            }
        }));
        model.inputs().subscribe(this::rebuild);
        model.words().subscribe(words::setText);
        model.ready().subscribe(isReady -> review.setDisable(!isReady));
        repository.valueProperty().addListener((p, before, row) -> heard(row, model::choose));
        workflow.valueProperty().addListener((p, before, row) -> heard(row, model::choose));
        ref.textProperty().addListener((p, before, text) -> heard(text, model::ref));
    }

    private <T> void heard(@Nullable T value, Consumer<T> tell) {
        if (!filling && value != null) {
            tell.accept(value);
        }
    }

    /// Puts values of the model into the controls without hearing them as choices of a person.
    private void quietly(Runnable fill) {
        boolean before = filling;
        filling = true;
        fill.run();
        filling = before;
    }

    private void rebuild(List<InputRow> rows) {
        List<Node> nodes = new ArrayList<>();
        for (InputRow row : rows) {
            nodes.add(field(row.label(), row.hint(), control(row)));
        }
        inputs.getChildren().setAll(nodes);
    }

    private Region control(InputRow row) {
        if (!row.options().isEmpty()) {
            ComboBox<String> choice = new ComboBox<>(FXCollections.observableArrayList(row.options()));
            choice.setId("input-" + row.name());
            choice.setConverter(SAFE);
            choice.setValue(model.valueOf(row));
            choice.valueProperty()
                    .addListener((p, before, value) -> model.fill(row.name(), value == null ? "" : value));
            return choice;
        }
        TextField text = new TextField(model.valueOf(row));
        text.setId("input-" + row.name());
        text.textProperty().addListener((p, before, value) -> model.fill(row.name(), value));
        return text;
    }

    private static VBox field(String label, String hint, Region control) {
        control.setMaxWidth(Double.MAX_VALUE);
        control.setAccessibleText(label);
        Label name = Texts.sub(label);
        name.setLabelFor(control);
        VBox field = new VBox(4, name, control);
        if (!hint.isBlank()) {
            field.getChildren().add(Texts.wrapped(hint, "sb-sub"));
        }
        return field;
    }
}
