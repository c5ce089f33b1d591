package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.desktop.tray.TrayStanding;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.ConsoleFixture;
import dev.signalbox.ui.notice.Told;
import dev.signalbox.ui.settings.desktop.ClosedWindow.Wanted;
import dev.signalbox.ui.shell.ConsoleWindow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of the window, on the headless screen.
class TrayDeskTest {

    private static final TrayStanding THERE = new TrayStanding(true, "");
    private static final TrayStanding NONE = new TrayStanding(false, "There is no tray.");

    @TempDir
    private Path folder;

    private final List<String> followed = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // made before each test
    private SavedClosing closing;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Stage stage;

    @SuppressWarnings("NullAway.Init") // made before each test
    private TrayDesk desk;

    @BeforeEach
    void open() {
        Fx.start();
        closing = new SavedClosing(new SettingsFile(folder.resolve("tray.properties")), Runnable::run);
        Fx.act(() -> {
            stage = new Stage();
            ConsoleWindow window = new ConsoleWindow(
                    stage, new ConsoleFixture(false).show(SampleStates.rich()).shell,
                    new SavedWindow(new SettingsFile(folder.resolve("window.properties"))), () -> ended.add("ended"));
            desk = new TrayDesk(window, closing, followed::add, told::add, Runnable::run);
            window.show();
        });
    }

    @AfterEach
    void close() {
        Fx.act(stage::hide);
    }

    private void person(Runnable does) {
        Fx.act(does);
    }

    /// What the system does when somebody closes a window.
    private void closeWindow() {
        person(() -> {
            WindowEvent request = new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST);
            stage.getOnCloseRequest().handle(request);
            if (!request.isConsumed()) {
                stage.hide();
            }
        });
    }

    private boolean isShowing() {
        return Fx.run(() -> stage.isShowing());
    }

    @Test
    void closingEndsTheConsoleWhileNobodyChoseOtherwise() {
        person(() -> desk.stands(THERE));
        closeWindow();
        assertThat(ended).containsExactly("ended");
        assertThat(isShowing()).isFalse();
        person(() -> desk.opened(""));
        assertThat(isShowing()).as("what ended does not come back").isFalse();
    }

    @Test
    void aHiddenConsoleGoesOnAndSaysSoTheFirstTime() {
        person(() -> {
            desk.stands(THERE);
            closing.choose(Wanted.HIDES);
        });
        closeWindow();
        assertThat(isShowing()).isFalse();
        assertThat(ended).isEmpty();
        assertThat(told).singleElement().satisfies(one -> {
            assertThat(one.heading()).isEqualTo("Signalbox goes on in the tray");
            assertThat(one.words()).contains("“Quit”");
        });

        person(() -> desk.opened("signalbox://approvals"));
        assertThat(isShowing()).isTrue();
        assertThat(followed).containsExactly("signalbox://approvals");

        closeWindow();
        assertThat(isShowing()).isFalse();
        assertThat(told).as("said once").hasSize(1);
    }

    @Test
    void quitEndsItWhetherItIsInSightOrNot() {
        person(() -> {
            desk.stands(THERE);
            closing.choose(Wanted.HIDES);
        });
        closeWindow();
        person(desk::quit);
        assertThat(ended).containsExactly("ended");
        person(desk::quit);
        person(() -> desk.stands(NONE));
        assertThat(ended).hasSize(1);
        assertThat(isShowing()).isFalse();
    }

    @Test
    void theWindowComesBackWhenItsTrayGoes() {
        person(() -> {
            desk.stands(THERE);
            closing.choose(Wanted.HIDES);
        });
        closeWindow();
        assertThat(isShowing()).isFalse();

        person(() -> desk.stands(NONE));

        assertThat(isShowing()).as("there is always a door").isTrue();
        closeWindow();
        assertThat(ended).as("without a tray closing ends it").containsExactly("ended");
    }

    @Test
    void aWindowThatIsInSightDoesNotJumpWhenItsTrayGoes() {
        person(() -> {
            desk.stands(THERE);
            stage.setIconified(true);
            desk.stands(NONE);
        });
        assertThat(Fx.run(() -> stage.isIconified())).isTrue();
        assertThat(ended).isEmpty();
    }
}
