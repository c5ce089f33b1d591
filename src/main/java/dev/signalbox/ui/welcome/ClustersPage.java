package dev.signalbox.ui.welcome;

import dev.signalbox.ui.widget.Buttons;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/// The fourth step as it looks: a card for each context.
final class ClustersPage implements StepPage {

    private final ClustersViewModel model;
    private final VBox root = new VBox(10);
    private final VBox cards = new VBox(8);
    private final TextField file = new TextField();
    private final Map<String, ClusterView> made = new HashMap<>();

    ClustersPage(ClustersViewModel model) {
        this.model = model;
        root.setId("step-clusters");
        file.setId("clusters-file");
        file.setPromptText("KUBECONFIG, otherwise ~/.kube/config");
        file.textProperty().bindBidirectional(model.fileProperty());
        file.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && !file.getText().isBlank()) {
                model.look();
                key.consume();
            }
        });
        HBox.setHgrow(file, Priority.ALWAYS);
        HBox row = new HBox(
                8, file,
                Buttons.of("clusters-read", Feather.REFRESH_CW, "Read", model::look),
                Buttons.of("clusters-choose", Feather.FOLDER, "Choose a file…", this::chooseFile));
        row.setAlignment(Pos.CENTER_LEFT);
        VBox field = Fields.of("Kubeconfig file", "Reading it runs nothing and sends nothing.", row);
        file.setAccessibleText("Kubeconfig file");
        cards.setId("clusters-list");
        root.getChildren().addAll(field, cards);
        model.drafts().subscribe(this::show);
        model.listed().subscribe(listed -> show(model.drafts().get()));
    }

    private void show(List<ClusterDraft> drafts) {
        made.keySet().retainAll(drafts.stream().map(d -> d.context().name()).toList());
        List<ClusterView> wanted = drafts.stream().map(draft -> {
            ClusterView card = made.computeIfAbsent(draft.context().name(), name -> new ClusterView(model, name));
            card.show(draft, model.listed().get().getOrDefault(draft.context().name(), List.of()));
            return card;
        }).toList();
        if (!cards.getChildren().equals(wanted)) {
            cards.getChildren().setAll(wanted);
        }
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose a kubeconfig file");
        File chosen = chooser.showOpenDialog(root.getScene().getWindow());
        if (chosen != null) {
            file.setText(chosen.getPath());
            model.look();
        }
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void shown() {
        file.requestFocus();
        model.begin();
    }

    @Override
    public Asking asking() {
        return model.asking();
    }

    @Override
    public ObservableValue<String> forwardWords() {
        return Bindings.createStringBinding(
                () -> model.drafts().get().stream().anyMatch(ClusterDraft::chosen)
                        ? "Propose the board"
                        : "Go on without clusters",
                model.drafts());
    }

    @Override
    public void forward() {
        model.forward();
    }
}
