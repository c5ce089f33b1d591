package dev.signalbox.ui.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Where the comment and the buttons of a decision are.
class DecisionPaneTest {

    private final TextField comment = Fx.run(TextField::new);
    private final Button reject = Fx.run(() -> new Button("Reject…"));
    private final Button approve = Fx.run(() -> new Button("Approve…"));
    private final Stage stage = Fx.show(() -> new VBox(new DecisionPane(comment, reject, approve)), 600, 200);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @Test
    void sharesALineWhereThereIsRoom() {
        layOut();

        assertThat(box(comment).getWidth()).isGreaterThan(300);
        assertThat(box(approve).getMaxX()).isEqualTo(600);
        assertThat(box(reject).getMinY()).isEqualTo(box(comment).getMinY());
        assertThat(box(comment).getMaxX()).isLessThan(box(reject).getMinX());
        assertThat(box(reject).getMaxX()).isLessThan(box(approve).getMinX());
    }

    @Test
    void theCommentGoesAboveButtonsWithManyWords() {
        Fx.act(() -> {
            reject.setText("Reject for Release managers…");
            approve.setText("Approve for Release managers…");
        });
        layOut();

        assertThat(box(comment).getWidth()).isEqualTo(600);
        assertThat(box(approve).getMinY()).isGreaterThan(box(comment).getMaxY());
        assertThat(box(reject).getMaxX()).isLessThan(box(approve).getMinX());
        assertThat(box(approve).getMaxX()).isEqualTo(600);
    }

    @Test
    void everythingIsAsHighAsTheStyleAsks() {
        Fx.act(() -> approve.setStyle("-fx-min-height: 44px"));
        layOut();

        assertThat(box(approve).getHeight()).isEqualTo(44);
        assertThat(box(comment).getHeight()).isGreaterThan(20);
    }

    @Test
    void wordsWithoutEndStayWithinTheWindow() {
        Fx.act(() -> approve.setText("Approve for " + "everybody ".repeat(40)));
        layOut();

        assertThat(box(approve).getWidth()).isLessThan(300);
        assertThat(box(reject).getMinX()).isNotNegative();
    }

    @Test
    void whoWritesGoesOnWritingWhenTheButtonsGrow() {
        Fx.act(() -> {
            stage.requestFocus();
            comment.requestFocus();
        });
        Fx.act(() -> approve.setText("Approve for Release managers and everybody else…"));
        layOut();

        assertThat(Fx.run(comment::isFocused)).isTrue();
    }

    private void layOut() {
        Fx.act(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
    }

    private static Bounds box(Node node) {
        return Fx.run(node::getBoundsInParent);
    }
}
