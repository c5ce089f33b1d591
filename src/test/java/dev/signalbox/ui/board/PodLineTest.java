package dev.signalbox.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.ui.theme.Theme;
import dev.signalbox.ui.widget.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PodLineTest {

    private static final double DRAWER = 340;

    private final List<String> opened = new ArrayList<>();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "running · 4 m", "CrashLoopBackOff · 12 restarts · 4 m", "ImagePullBackOff · 0 restarts · 22 s", "pending"
    })
    void theStateOfAPodIsNotCutHoweverLongItsName(String words) {
        Fx.run(() -> {
            PodLine line = line("payments-api-7d9f8b6c5d-" + "x".repeat(60), words);
            Label shown = label(line, words);
            assertThat(shown.getWidth()).isGreaterThanOrEqualTo(shown.prefWidth(-1) - 0.5);
            assertThat(line.getWidth()).isLessThanOrEqualTo(DRAWER);
            return true;
        });
    }

    @Test
    void wordsWithoutEndGiveWayBeforeTheButtonDoes() {
        Fx.run(() -> {
            PodLine line = line("checkout-1", "a reason that goes on ".repeat(20));
            Button log = (Button) Objects.requireNonNull(line.lookup("#pod-log-open"));
            assertThat(log.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(DRAWER + 0.5);
            assertThat(line.minWidth(-1)).isLessThanOrEqualTo(DRAWER);
            return true;
        });
    }

    /// Beside a window of 1 000 pixels the drawer is narrower than the line wants to be.
    @ParameterizedTest
    @ValueSource(doubles = {300, 260, 200, 160})
    void theButtonStaysInsideHoweverNarrowTheDrawerIs(double width) {
        Fx.run(() -> {
            PodLine line = line("payments-api-7d9f8b6c5d-x2k4z", "CrashLoopBackOff · 12 restarts · 4 m", width);
            Button log = (Button) Objects.requireNonNull(line.lookup("#pod-log-open"));
            assertThat(line.getWidth()).isLessThanOrEqualTo(width);
            assertThat(log.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(width + 0.5);
            assertThat(log.getWidth()).isGreaterThanOrEqualTo(log.prefWidth(-1) - 0.5);
            return true;
        });
    }

    /// What words leave of a line is the name's.
    @Test
    void theWholeNameIsShownBesideShortWords() {
        Fx.run(() -> {
            Label name = label(line("checkout-7d9f8b6c5d-x2k4z", "running · 4 m"), "checkout-7d9f8b6c5d-x2k4z");
            assertThat(name.getWidth()).isGreaterThanOrEqualTo(name.prefWidth(-1) - 0.5);
            return true;
        });
    }

    @Test
    void theWholeWordsAreInATooltip() {
        Fx.run(() -> {
            PodLine line = line("checkout-1", "CrashLoopBackOff · 12 restarts · 4 m");
            Label shown = label(line, "CrashLoopBackOff · 12 restarts · 4 m");
            assertThat(Objects.requireNonNull(shown.getTooltip()).getText())
                    .isEqualTo("CrashLoopBackOff · 12 restarts · 4 m");
            line.show(new DrawerRow.PodRow("checkout-2", Mark.GOOD, "running · 1 s"));
            assertThat(Objects.requireNonNull(shown.getTooltip()).getText()).isEqualTo("running · 1 s");
            return true;
        });
    }

    @Test
    void theButtonOpensTheLogOfThePodThatIsShownNow() {
        Fx.run(() -> {
            PodLine line = line("checkout-1", "running");
            line.show(new DrawerRow.PodRow("checkout-2", Mark.GOOD, "running"));
            Button log = (Button) Objects.requireNonNull(line.lookup("#pod-log-open"));
            assertThat(log.getAccessibleText()).isEqualTo("Show the log of checkout-2");
            log.fire();
            return true;
        });
        assertThat(opened).containsExactly("checkout-2");
    }

    private PodLine line(String name, String words) {
        return line(name, words, DRAWER);
    }

    private PodLine line(String name, String words, double width) {
        PodLine line = new PodLine(opened::add);
        VBox box = new VBox(line);
        Scene scene = new Scene(box, width, 60);
        Theme.DARK.applyTo(scene);
        line.show(new DrawerRow.PodRow(name, Mark.BAD, words));
        box.applyCss();
        box.layout();
        return line;
    }

    private static Label label(PodLine line, String words) {
        return line.getChildren().stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .filter(l -> l.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }
}
