package dev.signalbox.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleActions;
import dev.signalbox.ui.widget.Mark;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StepsViewTest {

    private static final List<StepRow> PLAN = StepRows.of(SampleActions.rollBack("p1"));

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void copiesARequestAsACommand() {
        Fx.run(() -> {
            StepsView view = new StepsView("steps");
            Scene scene = new Scene(view, 700, 600);
            view.show(PLAN);
            Button copy = (Button) find(scene, "steps-copy-1");
            assertThat(copy.getAccessibleText()).isEqualTo("Copy as kubectl command");
            copy.fire();
            assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(PLAN.getFirst().command());
            return true;
        });
    }

    @Test
    void namesTheProgramThatACommandIsFor() {
        assertThat(List.of(
                "kubectl patch x", "KUBECONFIG='/a b:/c' kubectl patch x", "printf '%s' '{}' | kubectl create",
                "git -C '/x' push", "curl --request POST", "# left out\n# git push"))
                .extracting(command -> StepsView.tool(new StepRow(
                        1, "t", "r", "u", "", command, "", false, "", Mark.QUEUED)))
                .containsExactly("kubectl", "kubectl", "kubectl", "git", "curl", "curl");
    }

    @Test
    void showsALongBodyWholeWhenAskedAndKeepsItOpen() {
        Fx.run(() -> {
            StepsView view = new StepsView("steps");
            Scene scene = new Scene(view, 700, 600);
            view.show(PLAN);
            assertThat(words(view))
                    .noneMatch(w -> w.contains("checkout:v2.14.0\"}\n        ]\n      }\n    }\n  }\n]"));
            ((Button) find(scene, "steps-all-1")).fire();
            assertThat(scene.lookup("#steps-all-1")).isNull();
            view.show(StepRows.of(
                    SampleActions.record(SampleActions.rollBack("p1"), Phase.SENDING, "", 5, null, Fate.INTENDED)));
            assertThat(scene.lookup("#steps-all-1")).isNull();
            assertThat(words(view)).anyMatch(w -> w.startsWith("being sent"));
            return true;
        });
    }

    @Test
    void keepsItsNodesWhileNothingChanges() {
        Fx.run(() -> {
            StepsView view = new StepsView("steps");
            view.show(PLAN);
            Node first = view.getChildren().getFirst();
            view.show(StepRows.of(SampleActions.rollBack("p1")));
            assertThat(view.getChildren().getFirst()).isSameAs(first);
            return true;
        });
    }

    private static List<String> words(StepsView view) {
        return view.lookupAll(".label").stream()
                .flatMap(n -> n instanceof Labeled l ? Stream.of(l.getText()) : Stream.empty())
                .toList();
    }

    private static Node find(Scene scene, String id) {
        return Objects.requireNonNull(scene.lookup("#" + id), id);
    }
}
