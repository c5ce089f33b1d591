package dev.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.ConsoleFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the window remembers from one start to the next, and what it does with odd memories.
class WindowMemoryTest {

    private final List<WindowState> saved = new ArrayList<>();
    private final Stage stage = Fx.run(Stage::new);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @Test
    void opensDarkOnTheFirstScreenWhereNothingIsRemembered() {
        ConsoleFixture it = open(Optional.empty());
        assertThat(it.model.darkProperty().get()).isTrue();
        assertThat(screen(it)).as("this fixture has no board: it stays on the first screen").isEqualTo("approvals");
        assertThat(stage.getTitle()).isEqualTo("Signalbox");
    }

    @Test
    void aScreenThatIsNotThereAnyMoreIsNoHarm() {
        ConsoleFixture it = open(Optional.of(new WindowState(0, 0, 1_000, 700, false, true, "gone")));
        assertThat(screen(it)).isEqualTo("approvals");
    }

    @Test
    void everySwitchIsRememberedAtOnceNotOnlyAtTheEnd() {
        ConsoleFixture it = open(Optional.empty());
        saved.clear();
        Fx.act(() -> it.model.go(new Place.AtScreen("activity")));
        assertThat(saved).isNotEmpty().last().extracting(WindowState::screen).isEqualTo("activity");
        Fx.act(it.model::switchTheme);
        assertThat(saved).last().extracting(WindowState::dark).isEqualTo(false);
    }

    @Test
    void themeOfLastTimeIsOnFromTheBeginning() {
        open(Optional.of(new WindowState(0, 0, 1_000, 700, false, false, "activity")));
        assertThat(Fx.run(() -> stage.getScene().getStylesheets())).anyMatch(s -> s.endsWith("light.css"))
                .noneMatch(s -> s.endsWith("dark.css"));
    }

    @Test
    void theThemeChangesTheSheetsOfTheOpenWindow() {
        ConsoleFixture it = open(Optional.empty());
        Fx.act(it.model::switchTheme);
        assertThat(Fx.run(() -> stage.getScene().getStylesheets())).anyMatch(s -> s.endsWith("light.css"));
        Fx.act(it.model::switchTheme);
        assertThat(Fx.run(() -> stage.getScene().getStylesheets())).anyMatch(s -> s.endsWith("dark.css"))
                .noneMatch(s -> s.endsWith("light.css"));
    }

    @Test
    void aWindowThatWasNeverShownKeepsTheRememberedPlace() {
        WindowState last = new WindowState(0, 0, 1_000, 800, false, true, "approvals");
        ConsoleFixture it = open(Optional.of(last));
        Fx.act(() -> it.model.go(new Place.AtScreen("activity")));
        assertThat(saved).last().satisfies(state -> {
            assertThat(state.width()).isEqualTo(1_000);
            assertThat(state.height()).isEqualTo(800);
        });
    }

    @Test
    void isNeverSmallerThanWhatItsScreensNeed() {
        open(Optional.of(new WindowState(0, 0, 1, 1, false, true, "approvals")));
        assertThat(stage.getWidth()).isGreaterThanOrEqualTo(WindowPlacement.LEAST_WIDTH);
        assertThat(stage.getHeight()).isGreaterThanOrEqualTo(WindowPlacement.LEAST_HEIGHT);
        assertThat(stage.getMinWidth()).isEqualTo(WindowPlacement.LEAST_WIDTH);
    }

    private ConsoleFixture open(Optional<WindowState> last) {
        return Fx.run(() -> {
            ConsoleFixture it = new ConsoleFixture(false).show(SampleStates.rich());
            WindowMemory memory = new WindowMemory() {
                @Override
                public Optional<WindowState> load() {
                    return last;
                }

                @Override
                public void save(WindowState state) {
                    saved.add(state);
                }
            };
            assertThat(new ConsoleWindow(stage, it.shell, memory, () -> {}).scene()).isNotNull();
            return it;
        });
    }

    private static String screen(ConsoleFixture it) {
        Screen screen = it.model.currentProperty().get();
        return screen == null ? "" : screen.id();
    }
}
