package dev.signalbox.ui.welcome;

import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.ProblemLine;
import dev.signalbox.ui.widget.Texts;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The frame around the steps: the trail above, the page, and below it what goes on.
final class WizardView extends BorderPane {

    private static final double WIDTH = 860;
    /// Left and right of the page, as the sheet has it.
    private static final double MARGIN = 24;

    private final WizardModel model;
    private final Map<Step, StepPage> pages;
    private final VBox column = new VBox(14);
    private final ScrollPane scroll = new ScrollPane(new StackPane(column));
    private final ProblemLine problem = new ProblemLine("step-problem");
    private final Label doing = Texts.sub("");
    private final Button stop;
    private final Button forward;
    private Subscription hearing = () -> {};

    WizardView(WizardModel model, Map<Step, StepPage> pages) {
        this.model = model;
        this.pages = pages;
        setId("wizard");
        stop = Buttons.of("step-stop", "Cancel", () -> page().asking().cancel(), "quiet");
        forward = Buttons.of("step-forward", "", this::forward, "primary");
        Button back = Buttons.of("step-back", "Back", this::back);
        forward.setDefaultButton(true);
        doing.setId("step-doing");
        column.setMaxWidth(WIDTH);
        column.getStyleClass().add("welcome-page");
        scroll.setFitToWidth(true);
        // A page takes the height that is there, and scrolls when it wants more.
        scroll.setFitToHeight(true);
        column.setMinHeight(USE_PREF_SIZE);
        scroll.setFocusTraversable(false);
        HBox bar = new HBox(8, back, Texts.gap(), doing, stop, forward);
        bar.setAlignment(Pos.CENTER_LEFT);
        VBox foot = new VBox(8, problem, bar);
        foot.setMaxWidth(WIDTH - 2 * MARGIN);
        StackPane footing = new StackPane(foot);
        footing.getStyleClass().add("welcome-foot");
        TrailView trail = new TrailView(model);
        trail.setMaxWidth(WIDTH - 2 * MARGIN);
        StackPane head = new StackPane(trail);
        head.getStyleClass().add("welcome-head");
        setTop(head);
        setCenter(scroll);
        setBottom(footing);
        HBox.setHgrow(doing, Priority.SOMETIMES);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        model.step().subscribe(step -> {
            if (step != null) {
                show(step);
            }
        });
    }

    /// Enter on a button presses that button; anywhere else it goes on, since that is the default. Esc gives up what is
    /// under way.
    private void onKey(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && key.getTarget() instanceof Button button && !button.isDefaultButton()) {
            button.fire();
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && key.getTarget() instanceof ListView) {
            // A list would keep it for itself.
            forward();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE && page().asking().isBusy()) {
            page().asking().cancel();
            key.consume();
        }
    }

    private StepPage page() {
        return Objects.requireNonNull(pages.get(model.step().get()));
    }

    private void show(Step step) {
        StepPage page = Objects.requireNonNull(pages.get(step));
        Label title = Texts.title(step.title());
        title.setId("step-title");
        VBox.setVgrow(page.node(), Priority.ALWAYS);
        column.getChildren().setAll(title, page.node());
        scroll.setVvalue(0);
        hearing.unsubscribe();
        ReadOnlyStringProperty wrong = page.asking().problem();
        ReadOnlyStringProperty way = page.asking().doing();
        ObservableValue<String> words = page.forwardWords();
        hearing = wrong.subscribe(sentence -> problem.show(sentence, Mark.WARNING))
                .and(way.subscribe(this::tell))
                .and(words.subscribe(text -> {
                    forward.setText(text);
                    forward.setAccessibleText(text);
                }));
    }

    /// Puts the keyboard where a person goes on at this step.
    void takeFocus() {
        // What lies in a scroll pane belongs to no scene, and takes no keyboard, until that was dressed once.
        applyCss();
        forward.requestFocus();
        page().shown();
    }

    private void tell(String what) {
        doing.setText(what);
        stop.setVisible(!what.isEmpty());
        stop.setManaged(!what.isEmpty());
    }

    private void forward() {
        page().forward();
    }

    private void back() {
        page().asking().cancel();
        model.back();
    }
}
