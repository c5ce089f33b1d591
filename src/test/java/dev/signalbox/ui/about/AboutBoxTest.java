package dev.signalbox.ui.about;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.FakeOperator;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.plan.PlanSheetViewModel;
import dev.signalbox.ui.shell.Shell;
import dev.signalbox.ui.shell.ShellViewModel;
import dev.signalbox.ui.theme.Theme;
import dev.signalbox.ui.words.TimeOfDay;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The about box in the window, found by the palette and used by keyboard.
class AboutBoxTest {

    private static final List<String> RUNS_ON = List.of("Java 25.0.1 · JavaFX 26.0.2", "Linux 6.1 · amd64");
    private static final String LICENCES = """
            Signalbox contains these works of others.

            com.fasterxml.jackson.core:jackson-core 2.22.4: Apache-2.0
            org.xerial:sqlite-jdbc 3.54.1.0: Apache-2.0""";

    private String licencesText = LICENCES;
    private final AtomicInteger readings = new AtomicInteger();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final AboutBox box = Fx.run(this::box);
    private final Stage stage = Fx.show(() -> window(box), 1_000, 700);
    private final Keys keys = new Keys(stage);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @Test
    void thePaletteLeadsToIt() {
        // A layer that nobody has opened may not be in the window yet.
        assertThat(box.node().getScene() != null && box.node().isVisible()).isFalse();
        Fx.act(stage::requestFocus);
        keys.press(KeyCode.CONTROL, KeyCode.K);
        keys.type("about");
        keys.press(KeyCode.ENTER);
        assertThat(box.node().isVisible()).isTrue();
        assertThat(focused()).isEqualTo("about-close");
    }

    @Test
    void tellsVersionAndWhatItRunsOn() {
        open();
        assertThat(box.node().lookupAll(".label").stream().map(node -> ((Label) node).getText()))
                .contains("Signalbox 0.1.0", "Java 25.0.1 · JavaFX 26.0.2", "Linux 6.1 · amd64");
        assertThat(box.node().getAccessibleText()).isEqualTo("About Signalbox 0.1.0");
    }

    @Test
    void opensBeforeTheLicencesAreRead() {
        open();
        assertThat(licences()).isEmpty();
        assertThat(readings).hasValue(0);
        read();
        assertThat(licences()).hasSize(4).contains("org.xerial:sqlite-jdbc 3.54.1.0: Apache-2.0");
    }

    @Test
    void readsTheLicencesOnce() {
        open();
        read();
        Fx.act(box::dismiss);
        open();
        read();
        assertThat(readings).hasValue(1);
        assertThat(licences()).hasSize(4);
    }

    @Test
    void escapeClosesItAndTheKeyboardStaysInItUntilThen() {
        open();
        read();
        keys.press(KeyCode.TAB);
        keys.press(KeyCode.TAB);
        keys.press(KeyCode.TAB);
        assertThat(focused()).isIn("about-close", "about-licences");
        keys.press(KeyCode.ESCAPE);
        assertThat(box.node().isVisible()).isFalse();
    }

    @Test
    void theListCanBeReadByKeyboard() {
        open();
        read();
        Fx.act(() -> list().requestFocus());
        // It hears keys once it has been laid out.
        Fx.await(() -> list().getSkin() != null && list().isFocused());
        keys.press(KeyCode.END);
        Fx.await(() -> list().getSelectionModel().getSelectedIndex() == 3);
        assertThat(list().getAccessibleText()).isNotBlank();
    }

    @Test
    void fitsInASmallWindow() {
        open();
        read();
        Fx.act(() -> {
            stage.getScene().getRoot().layout();
            assertThat(box.node().localToScene(box.node().getBoundsInLocal()).getMaxY()).isLessThanOrEqualTo(700);
        });
        String pictures = System.getProperty("signalbox.pictures", "");
        if (!pictures.isEmpty()) {
            for (Theme theme : Theme.values()) {
                Fx.picture(this::opened, theme, 1_000, 700,
                        Path.of(pictures, "about-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
            }
        }
    }

    @Test
    void noLineIsCutOffAndNothingHasToBeMovedAside() {
        String wide =
                "W".repeat(60) + " and more of it, as long as the lines of some licences are, which is longer still\n";
        licencesText = ("-".repeat(100) + "\n" + wide + "\tCopyright (c) somebody\n").repeat(30);
        open();
        read();
        Fx.await(() -> list().getSkin() != null);

        Fx.act(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });

        assertThat(Fx.run(() -> list().lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible()).toList())).isEmpty();
        assertThat(licences()).anyMatch(line -> line.contains("longer still"));
        String pictures = System.getProperty("signalbox.pictures", "");
        if (!pictures.isEmpty()) {
            for (Theme theme : Theme.values()) {
                Fx.picture(this::opened, theme, 1_000, 700,
                        Path.of(pictures, "about-long-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
            }
        }
    }

    private Parent opened() {
        AboutBox other = box();
        Parent root = window(other);
        entry(other).choose().run();
        waiting.forEach(Runnable::run);
        return root;
    }

    private AboutBox box() {
        return new AboutBox("Signalbox 0.1.0", RUNS_ON, this::licencesRead, waiting::add, Runnable::run);
    }

    private String licencesRead() {
        readings.incrementAndGet();
        return licencesText;
    }

    private static Parent window(AboutBox box) {
        Shell shell = new Shell(
                new ShellViewModel(), List.of(), new PlanSheetViewModel(new FakeOperator()), List.of(box),
                List.of(box), null, () -> {}, new TimeOfDay(ZoneOffset.UTC));
        return shell.root();
    }

    private void open() {
        Fx.act(() -> entry(box).choose().run());
    }

    private void read() {
        Fx.act(() -> {
            for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                next.run();
            }
        });
    }

    private static PaletteEntry entry(AboutBox box) {
        return box.entries(ConsoleState.EMPTY, SampleStates.NOW).getFirst();
    }

    private List<String> licences() {
        return List.copyOf(list().getItems());
    }

    @SuppressWarnings("unchecked") // the only list in the box is one of lines
    private ListView<String> list() {
        return (ListView<String>) Objects.requireNonNull(box.node().lookup("#about-licences"));
    }

    private String focused() {
        Node owner = stage.getScene().getFocusOwner();
        return owner == null ? "" : String.valueOf(owner.getId());
    }
}
