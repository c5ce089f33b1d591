package dev.signalbox.ui.settings.desktop;

import dev.signalbox.ui.settings.Setting;
import dev.signalbox.ui.settings.SettingsPage;
import dev.signalbox.ui.widget.Choice;
import dev.signalbox.ui.widget.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How the console lives on its desktop.
public final class DesktopPage {

    private final LoginStart login;
    private final ClosedWindow closed;

    public DesktopPage(LoginStart login, ClosedWindow closed) {
        this.login = login;
        this.closed = closed;
    }

    public SettingsPage page() {
        return new SettingsPage("desktop", "Desktop", "fth-monitor", List.of(
                new Setting(
                        "login", "Start", "Whether your system starts the console when you log in.",
                        List.of("autostart", "login", "boot", "launch agent", "registry"), this::login),
                new Setting(
                        "links", "Links",
                        "signalbox:// links show something here and do nothing else. Ctrl Shift K copies one to what you "
                                + "look at. An installed console is opened by them, or comes to the front.",
                        List.of("url", "deep link", "share", "copy", "scheme"),
                        () -> words("Nothing to choose: links cannot act.")),
                new Setting(
                        "tray", "Closing the window",
                        "The tray of the desktop shows the worst state and how many decisions wait for you. The window can go "
                                + "there when it is closed: the console then goes on watching and notifying until it is "
                                + "ended from the menu of its icon.",
                        List.of("tray", "status", "icon", "close to tray", "background", "quit", "hide"),
                        this::closing)));
    }

    private static Region words(String text) {
        Label label = Texts.wrapped(text, "sb-sub");
        label.setMaxWidth(300);
        return label;
    }

    private Region login() {
        Choice<LoginStart.Wanted> choice = new Choice<>(
                "desktop-login", "Start", List.of(LoginStart.Wanted.values()), DesktopPage::words);
        Label said = Texts.wrapped("", "sb-sub");
        said.setId("desktop-login-words");
        said.setMaxWidth(360);
        login.standing().subscribe(now -> {
            choice.choose(now.wanted());
            choice.setDisable(!now.possible());
            said.setText(now.words());
            said.setManaged(!now.words().isEmpty());
        });
        choice.chosenProperty().addListener((property, before, now) -> {
            if (now != null && now != login.standing().get().wanted()) {
                login.choose(now);
            }
        });
        return new VBox(6, choice, said);
    }

    private Region closing() {
        Choice<ClosedWindow.Wanted> choice = new Choice<>(
                "desktop-close", "Closing the window", List.of(ClosedWindow.Wanted.values()), DesktopPage::words);
        Label said = Texts.wrapped("", "sb-sub");
        said.setId("desktop-close-words");
        said.setMaxWidth(360);
        closed.standing().subscribe(now -> {
            choice.choose(now.wanted());
            choice.setDisable(!now.possible());
            said.setText(now.words());
            said.setManaged(!now.words().isEmpty());
        });
        choice.chosenProperty().addListener((property, before, now) -> {
            if (now != null && now != closed.standing().get().wanted()) {
                closed.choose(now);
            }
        });
        return new VBox(6, choice, said);
    }

    private static String words(ClosedWindow.Wanted wanted) {
        return switch (wanted) {
            case ENDS -> "Ends the console";
            case HIDES -> "Keeps it in the tray";
        };
    }

    private static String words(LoginStart.Wanted wanted) {
        return switch (wanted) {
            case AT_LOGIN -> "At login";
            case BY_HAND -> "By hand";
        };
    }
}
