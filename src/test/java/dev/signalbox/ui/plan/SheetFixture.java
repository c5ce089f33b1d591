package dev.signalbox.ui.plan;

import static dev.signalbox.testing.SampleStates.NOW;

import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.FakeOperator;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleActions;
import dev.signalbox.testing.SampleStates;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// A sheet on a stage of its own, with a plan that production guards and one that needs a press only.
abstract class SheetFixture {

    static final Plan GUARDED = SampleActions.rollBack("p1");
    static final Plan EASY = SampleActions.restart("p2");
    static final DraftId FIRST = new DraftId("draft-1");

    final FakeOperator operator = new FakeOperator();
    final PlanSheetViewModel model = new PlanSheetViewModel(operator);

    @SuppressWarnings("NullAway.Init") // made before each test
    PlanSheetView view;

    @SuppressWarnings("NullAway.Init") // made before each test
    Stage stage;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() {
        stage = Fx.show(
                () -> {
                    view = new PlanSheetView(model);
                    return view;
                },
                900, 800);
        Fx.act(stage::requestFocus);
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    void ready(Plan plan) {
        ready(plan, NOW);
    }

    void ready(Plan plan, Instant now) {
        Fx.act(() -> model.propose(plan.intent()));
        Fx.act(() -> model.show(drafts(FIRST, plan), now));
    }

    void run(Phase phase, Fate... fates) {
        ready(GUARDED);
        Fx.act(() -> {
            field().setText("production");
            button("plan-confirm").fire();
        });
        Duration took = phase.isEnd() ? Duration.ofSeconds(4) : null;
        ConsoleState state = SampleStates.full()
                .action(SampleActions.record(GUARDED, phase, "words", 10, took, fates))
                .draft(new Draft.Confirmed(FIRST, GUARDED.intent(), GUARDED.id()))
                .state();
        Fx.act(() -> model.show(state, NOW));
    }

    static ConsoleState drafts(DraftId id, Plan plan) {
        return SampleStates.full().draft(new Draft.Ready(id, plan.intent(), plan)).state();
    }

    List<String> words() {
        return Fx.run(() -> {
            view.applyCss();
            view.layout();
            return view.lookupAll(".label").stream()
                    .filter(SheetFixture::isShown)
                    .flatMap(n -> n instanceof Labeled l ? Stream.of(l.getText()) : Stream.empty())
                    .toList();
        });
    }

    /// The words of the sheet's own buttons that are shown, from left to right.
    List<String> buttons() {
        return Fx.run(() -> Arrays
                .stream(new String[] {"plan-copy", "plan-again", "plan-undo", "plan-cancel", "plan-confirm"})
                .map(this::button)
                .filter(SheetFixture::isShown)
                .map(Button::getText)
                .toList());
    }

    static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    String focused() {
        return Fx.run(() -> Objects.requireNonNull(stage.getScene().getFocusOwner()).getId());
    }

    TextField field() {
        return (TextField) Objects.requireNonNull(view.lookup("#plan-name"));
    }

    Button button(String id) {
        return (Button) Objects.requireNonNull(view.lookup("#" + id), id);
    }
}
