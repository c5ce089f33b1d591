package dev.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.ConsoleFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleWindowTest {

    private final List<WindowState> saved = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private Optional<WindowState> last = Optional.empty();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void opensWhereItWasOnTheScreenThatIsThere() {
        last = Optional.of(new WindowState(4_000, 4_000, 1_440, 900, false, false, "activity"));
        Fx.run(() -> {
            Stage stage = new Stage();
            ConsoleFixture it = window(stage);
            assertThat(stage.getX()).isZero();
            assertThat(stage.getWidth()).isEqualTo(1_000);
            assertThat(it.model.darkProperty().get()).isFalse();
            assertThat(current(it)).isEqualTo("activity");
            return true;
        });
    }

    @Test
    void remembersThemeScreenAndPlace() {
        Fx.run(() -> {
            Stage stage = new Stage();
            ConsoleFixture it = window(stage);
            stage.show();
            it.model.go(new Place.AtScreen("activity"));
            it.model.switchTheme();
            stage.setX(0);
            stage.hide();
            return true;
        });
        assertThat(saved).last().satisfies(state -> {
            assertThat(state.dark()).isFalse();
            assertThat(state.screen()).isEqualTo("activity");
            assertThat(state.width()).isEqualTo(1_000);
        });
    }

    @Test
    void tellsWhenAPersonClosesIt() {
        Fx.run(() -> {
            Stage stage = new Stage();
            window(stage);
            stage.getOnCloseRequest().handle(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return true;
        });
        assertThat(closed).containsExactly("closed");
    }

    @Test
    void isDrawnToAFileWithoutADisplay(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("pictures/console.png");
        Fx.run(() -> {
            Stage stage = new Stage();
            ConsoleWindow window = new ConsoleWindow(stage, new ConsoleFixture(true).shell, memory(), () -> {});
            Snapshots.write(window.scene(), file);
            return true;
        });
        assertThat(Files.size(file)).isGreaterThan(10_000);
    }

    @Test
    void whoRingsAtAWindowThatWasClosedDoesNotOpenItAgain() {
        Fx.run(() -> {
            Stage stage = new Stage();
            ConsoleWindow window =
                    new ConsoleWindow(stage, new ConsoleFixture(true).shell, memory(), () -> closed.add("closed"));
            window.show();
            window.comeToFront();
            assertThat(stage.isShowing()).isTrue();
            window.close();

            window.comeToFront();

            assertThat(stage.isShowing()).isFalse();
            return true;
        });
        assertThat(closed).containsExactly("closed");
    }

    private ConsoleFixture window(Stage stage) {
        ConsoleFixture it = new ConsoleFixture(false).show(SampleStates.rich());
        assertThat(new ConsoleWindow(stage, it.shell, memory(), () -> closed.add("closed")).scene()).isNotNull();
        return it;
    }

    private static String current(ConsoleFixture it) {
        Screen screen = it.model.currentProperty().get();
        return screen == null ? "" : screen.id();
    }

    private WindowMemory memory() {
        return new WindowMemory() {
            @Override
            public Optional<WindowState> load() {
                return last;
            }

            @Override
            public void save(WindowState state) {
                saved.add(state);
            }
        };
    }
}
