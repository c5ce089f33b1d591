package dev.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleActions;
import dev.signalbox.ui.ConsoleFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ToastPaneTest {

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void holdsTheNewestFewAndReadsThemAloud() {
        Fx.run(() -> {
            ToastPane pane = new ToastPane();
            for (int i = 0; i < 5; i++) {
                pane.say("Link copied", "number " + i, null);
            }
            assertThat(pane.getChildren()).hasSize(3);
            assertThat(pane.getChildren()).extracting(n -> n.getAccessibleText())
                    .containsExactly("Link copied: number 2", "Link copied: number 3", "Link copied: number 4");
            return true;
        });
    }

    @Test
    void itsButtonOpensWhatItSpeaksOfAndTakesItAway() {
        Fx.run(() -> {
            List<String> opened = new ArrayList<>();
            ToastPane pane = new ToastPane();
            pane.say("checkout is broken", "", () -> opened.add("checkout"));
            Pane toast = (Pane) pane.getChildren().getFirst();
            Button show = (Button) toast.getChildren().getLast();
            assertThat(show.getAccessibleText()).isEqualTo("Show checkout is broken");
            show.fire();
            assertThat(opened).containsExactly("checkout");
            assertThat(pane.getChildren()).isEmpty();
            return true;
        });
    }

    @Test
    void waitsOutOfSightWhileSomebodyMayBeAboutToConfirm() {
        Fx.run(() -> {
            ToastPane pane = new ToastPane();
            pane.say("before", "", null);
            pane.hold(true);
            pane.say("meanwhile", "", null);
            assertThat(pane.isVisible()).isFalse();
            assertThat(pane.getChildren()).hasSize(2);
            pane.hold(false);
            assertThat(pane.isVisible()).isTrue();
            assertThat(pane.getChildren()).hasSize(2);
            return true;
        });
    }

    @Test
    void theShellHoldsThemWhileItsSheetIsOpen() {
        Fx.run(() -> {
            ConsoleFixture it = new ConsoleFixture(false);
            it.shell.say("checkout is broken", "", null);
            Node toasts = Objects.requireNonNull(it.shell.root().lookup("#toasts"));
            assertThat(toasts.isVisible()).isTrue();
            it.sheet.propose(SampleActions.restart("p2").intent());
            assertThat(toasts.isVisible()).isFalse();
            it.sheet.dismiss();
            assertThat(toasts.isVisible()).isTrue();
            return true;
        });
    }

    @Test
    void aClickBesideItGoesToWhatLiesBelow() {
        Fx.run(() -> {
            ToastPane pane = new ToastPane();
            assertThat(pane.isPickOnBounds()).isFalse();
            assertThat(pane.getChildren()).isEmpty();
            return true;
        });
    }
}
