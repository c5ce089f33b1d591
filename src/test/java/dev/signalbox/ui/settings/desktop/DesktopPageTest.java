package dev.signalbox.ui.settings.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import dev.signalbox.ui.settings.Setting;
import dev.signalbox.ui.settings.SettingsScreen;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.theme.Theme;
import dev.signalbox.ui.widget.Choice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DesktopPageTest {

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    /// Notes what is chosen; the test says how it stands.
    private static final class Played implements LoginStart {

        private final List<Wanted> chosen = new ArrayList<>();
        private final ReadOnlyObjectWrapper<Standing> standing =
                new ReadOnlyObjectWrapper<>(new Standing(Wanted.BY_HAND, true, ""));

        @Override
        public ReadOnlyObjectProperty<Standing> standing() {
            return standing;
        }

        @Override
        public void choose(Wanted wanted) {
            chosen.add(wanted);
        }
    }

    /// Notes what is chosen; the test says how it stands.
    private static final class PlayedClosing implements ClosedWindow {

        private final List<Wanted> chosen = new ArrayList<>();
        private final ReadOnlyObjectWrapper<Standing> standing =
                new ReadOnlyObjectWrapper<>(new Standing(Wanted.ENDS, true, ""));

        @Override
        public ReadOnlyObjectProperty<Standing> standing() {
            return standing;
        }

        @Override
        public void choose(Wanted wanted) {
            chosen.add(wanted);
        }
    }

    private static Parent closing(ClosedWindow closed) {
        Setting setting = new DesktopPage(new Played(), closed).page().settings().getLast();
        assertThat(setting.id()).isEqualTo("tray");
        return setting.control().get();
    }

    private static Parent login(LoginStart start) {
        Setting setting = new DesktopPage(start, new PlayedClosing()).page().settings().getFirst();
        assertThat(setting.id()).isEqualTo("login");
        return setting.control().get();
    }

    @Test
    void whatIsPressedIsAskedOfTheSystemOnce() {
        Fx.run(() -> {
            Played start = new Played();
            Parent control = login(start);
            ((ToggleButton) control.lookup("#desktop-login-at_login".replace('_', '-'))).fire();
            assertThat(start.chosen).containsExactly(LoginStart.Wanted.AT_LOGIN);
            start.standing.set(new LoginStart.Standing(LoginStart.Wanted.AT_LOGIN, true, ""));
            assertThat(start.chosen).hasSize(1);
            return true;
        });
    }

    @Test
    void whatDidNotComeTrueIsShownAsItIsWithItsReason() {
        Fx.run(() -> {
            Played start = new Played();
            Parent control = login(start);
            start.standing.set(new LoginStart.Standing(LoginStart.Wanted.BY_HAND, false, "The disk is full."));
            Choice<?> choice = (Choice<?>) control.lookup("#desktop-login");
            assertThat(choice.isDisabled()).isTrue();
            assertThat(choice.chosenProperty().get()).isEqualTo(LoginStart.Wanted.BY_HAND);
            assertThat(((Label) control.lookup("#desktop-login-words")).getText()).isEqualTo("The disk is full.");
            return true;
        });
    }

    @Test
    void aWindowThatGoesToTheTrayIsChosenOnce() {
        Fx.run(() -> {
            PlayedClosing closed = new PlayedClosing();
            Parent control = closing(closed);
            ((ToggleButton) control.lookup("#desktop-close-hides")).fire();
            assertThat(closed.chosen).containsExactly(ClosedWindow.Wanted.HIDES);
            closed.standing.set(new ClosedWindow.Standing(ClosedWindow.Wanted.HIDES, true, ""));
            assertThat(closed.chosen).hasSize(1);
            assertThat(control.lookup("#desktop-close-words").isManaged()).isFalse();
            return true;
        });
    }

    @Test
    void theKeyboardChoosesWhatClosingDoes() {
        PlayedClosing closed = new PlayedClosing();
        Stage stage = Fx.show(() -> closing(closed), 600, 200);
        Keys keys = new Keys(stage);
        Fx.act(() -> stage.getScene().lookup("#desktop-close-ends").requestFocus());
        keys.press(KeyCode.TAB);
        keys.press(KeyCode.SPACE);
        assertThat(closed.chosen).containsExactly(ClosedWindow.Wanted.HIDES);
        Fx.act(stage::close);
    }

    @Test
    void whereThereIsNoTrayNothingIsOfferedAndTheReasonIsTold() {
        Fx.run(() -> {
            PlayedClosing closed = new PlayedClosing();
            Parent control = closing(closed);
            closed.standing.set(new ClosedWindow.Standing(ClosedWindow.Wanted.ENDS, false, "There is no tray."));
            assertThat(control.lookup("#desktop-close").isDisabled()).isTrue();
            assertThat(((Label) control.lookup("#desktop-close-words")).getText()).isEqualTo("There is no tray.");
            closed.standing.set(new ClosedWindow.Standing(ClosedWindow.Wanted.HIDES, true, ""));
            Choice<?> choice = (Choice<?>) control.lookup("#desktop-close");
            assertThat(choice.isDisabled()).isFalse();
            assertThat(choice.chosenProperty().get()).isEqualTo(ClosedWindow.Wanted.HIDES);
            assertThat(closed.chosen).as("what is shown is not chosen").isEmpty();
            return true;
        });
    }

    @Test
    void looksAsItShould() {
        String pictures = System.getProperty("signalbox.pictures", "");
        for (Theme theme : pictures.isEmpty() ? new Theme[0] : Theme.values()) {
            Fx.picture(() -> {
                SettingsScreen screen =
                        new SettingsScreen(List.of(new DesktopPage(new Played(), new PlayedClosing()).page()),
                                place -> {});
                screen.open(new Place.AtSetting("desktop", ""));
                screen.shown();
                return screen.node();
            }, theme, 1_000, 500, Path.of(pictures, "desktop-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
        }
        assertThat(Fx.run(() -> new DesktopPage(new Played(), new PlayedClosing()).page().id())).isEqualTo("desktop");
    }
}
