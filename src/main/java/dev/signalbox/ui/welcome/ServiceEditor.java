package dev.signalbox.ui.welcome;

import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.widget.Texts;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Changes one proposed service: its name, its group, and the environment of each place where it runs.
final class ServiceEditor extends VBox {

    private static final double FIELD = 200;

    private final ProposalViewModel model;
    private final TextField name = new TextField();
    private final TextField group = new TextField();
    private final FlowPane places = new FlowPane(12, 8);
    private int at = -1;
    private List<TargetSpec> shown = List.of();
    private boolean filling;

    ServiceEditor(ProposalViewModel model) {
        super(8);
        this.model = model;
        setId("proposal-editor");
        getStyleClass().add("sb-card");
        name.setId("proposal-name");
        group.setId("proposal-group");
        name.textProperty().addListener((property, before, now) -> rename());
        group.textProperty().addListener((property, before, now) -> rename());
        FlowPane names = new FlowPane(12, 8, sized("Name", name), sized("Group", group));
        getChildren().addAll(Texts.section("Change this service"), names, places);
        clear();
    }

    void clear() {
        at = -1;
        setVisible(false);
        setManaged(false);
    }

    void show(int index, ServiceDraft draft) {
        boolean same = index == at && places(draft.service().targets()).equals(places(shown));
        at = index;
        shown = draft.service().targets();
        setVisible(true);
        setManaged(true);
        filling = true;
        put(name, draft.service().name(), same);
        put(group, draft.service().group(), same);
        filling = false;
        if (!same) {
            places.getChildren().setAll(IntStream.range(0, shown.size())
                    .mapToObj(i -> place(i, shown.get(i))).toList());
        }
    }

    private static List<?> places(List<TargetSpec> targets) {
        return targets.stream().map(TargetSpec::workload).toList();
    }

    /// What is being typed is not typed over.
    private static void put(TextField field, String text, boolean same) {
        if (!same || !field.isFocused()) {
            field.setText(text);
        }
    }

    private VBox place(int target, TargetSpec spec) {
        TextField environment = new TextField(spec.environment());
        environment.setId("proposal-environment-" + target);
        int index = at;
        environment.textProperty().addListener((property, before, now) -> model.move(index, target, now));
        return sized("Environment of " + SafeText.line(spec.workload().name(), 30) + " in "
                + SafeText.line(spec.workload().cluster().name(), 30), environment);
    }

    private static VBox sized(String words, TextField field) {
        field.setPrefWidth(FIELD);
        VBox box = Fields.of(words, "", field);
        box.setPrefWidth(Math.max(FIELD, 7.5 * words.length()));
        return box;
    }

    private void rename() {
        if (!filling && at >= 0) {
            model.rename(at, name.getText(), group.getText());
        }
    }
}
