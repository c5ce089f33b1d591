package dev.signalbox.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SheetTest {

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    private final Label title = Fx.run(() -> new Label("Team file"));
    private final VBox body = Fx.run(VBox::new);
    private final Label hint = Fx.run(() -> new Label("Only on this machine."));
    private final Button close = Fx.run(() -> new Button("Close"));

    private Sheet scrolled() {
        return Fx.run(() -> new Sheet("team-sheet", "Team file", 800)
                .heading(title, Texts.gap())
                .scrolled("team-scroll", "How it stands", body)
                .foot(hint, Sheet.buttons(Texts.gap(), close)));
    }

    @Test
    void isADialogWithANameOfItsOwn() {
        Sheet sheet = scrolled();
        assertThat(sheet.getId()).isEqualTo("team-sheet");
        assertThat(sheet.getAccessibleRole()).isEqualTo(AccessibleRole.DIALOG);
        assertThat(sheet.getAccessibleText()).isEqualTo("Team file");
        assertThat(sheet.getPrefWidth()).isEqualTo(800);
        assertThat(sheet.getStyleClass()).contains("sb-sheet");
    }

    @Test
    void headAndFootStandAroundWhatScrolls() {
        List<Node> parts = List.copyOf(scrolled().getChildren());
        assertThat(parts).hasSize(3);
        assertThat(parts.getFirst().getStyleClass()).contains("sb-sheet-head");
        assertThat(parts.getLast().getStyleClass()).contains("sb-sheet-foot");
        ScrollPane scroll = (ScrollPane) parts.get(1);
        assertThat(scroll.getId()).isEqualTo("team-scroll");
        assertThat(scroll.getAccessibleText()).isEqualTo("How it stands");
        assertThat(scroll.getContent()).isEqualTo(body);
        assertThat(scroll.getHbarPolicy()).isEqualTo(ScrollPane.ScrollBarPolicy.NEVER);
        assertThat(VBox.getVgrow(scroll)).as("the foot stays in the window").isEqualTo(Priority.ALWAYS);
    }

    @Test
    void theButtonsAreTheLastRow() {
        VBox foot = (VBox) scrolled().getChildren().getLast();
        assertThat(foot.getChildren().getFirst()).isEqualTo(hint);
        assertThat(Objects.requireNonNull(close.getParent())).isEqualTo(foot.getChildren().getLast());
    }

    @Test
    void whatIsShortStandsThereAsItIs() {
        Sheet sheet = Fx.run(() -> new Sheet("vault-sheet", "Vault", 640).heading(title).body(body).foot(close));
        assertThat(sheet.getChildren()).hasSize(3).element(1).isEqualTo(body);
        assertThat(body.getStyleClass()).contains("sb-sheet-body");
    }

    @Test
    void aPartThatIsNotThereIsNeitherSeenNorTakesRoom() {
        Present.when(hint, false);
        assertThat(hint.isVisible() || hint.isManaged()).isFalse();
        Present.when(hint, true);
        assertThat(hint.isVisible() && hint.isManaged()).isTrue();
    }
}
