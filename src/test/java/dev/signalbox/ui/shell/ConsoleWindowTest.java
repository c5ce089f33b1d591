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
    void aWindowThatIsOnTheScreenAlreadyStaysWhereItIs() {
        last = Optional.of(new WindowState(0, 0, 1_000, 640, false, false, "board"));
        Fx.run(() -> {
            Stage stage = new Stage();
            ConsoleWindow.place(stage, last.orElseThrow());
            stage.setScene(new javafx.scene.Scene(new javafx.scene.layout.Pane()));
            stage.show();
            stage.setY(20);
            stage.setHeight(700);
            window(stage);
            assertThat(stage.getY()).isEqualTo(20);
            assertThat(stage.getHeight()).isEqualTo(700);
            stage.hide();
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

    @Test
    void goesOutOfSightInsteadOfBeingClosedWhileThatIsWanted() {
        List<String> gone = new ArrayList<>();
        boolean[] wanted = {true};
        Fx.run(() -> {
            Stage stage = new Stage();
            ConsoleWindow window = sightly(stage);
            window.hideWhile(() -> wanted[0], () -> gone.add("gone"));
            window.show();
            stage.setX(0);

            WindowEvent first = askToClose(stage);

            assertThat(first.isConsumed()).as("the toolkit leaves it alone").isTrue();
            assertThat(stage.isShowing()).isFalse();
            assertThat(window.isOutOfSight()).isTrue();
            assertThat(saved).as("remembered as it was").isNotEmpty();

            window.comeToFront();
            assertThat(stage.isShowing()).isTrue();
            assertThat(window.isOutOfSight()).isFalse();

            wanted[0] = false;
            assertThat(askToClose(stage).isConsumed()).isFalse();
            return true;
        });
        assertThat(gone).containsExactly("gone");
        assertThat(closed).containsExactly("closed");
    }

    @Test
    void isClosedForGoodAlsoOutOfSight() {
        Fx.run(() -> {
            Stage stage = new Stage();
            ConsoleWindow window = sightly(stage);
            window.hideWhile(() -> true, () -> {});
            window.show();
            askToClose(stage);
            assertThat(closed).isEmpty();

            window.close();
            window.close();
            window.comeToFront();

            assertThat(stage.isShowing()).isFalse();
            return true;
        });
        assertThat(closed).containsExactly("closed");
    }

    private ConsoleWindow sightly(Stage stage) {
        return new ConsoleWindow(stage, new ConsoleFixture(true).shell, memory(), () -> closed.add("closed"));
    }

    private static WindowEvent askToClose(Stage stage) {
        WindowEvent request = new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST);
        stage.getOnCloseRequest().handle(request);
        return request;
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
