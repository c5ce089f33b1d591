package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.ActionEvent;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the two systems tell of clicks, in the order in which their AWT does, and what comes of it.
class IconClicksTest {

    private static final Component ICON = new Container();

    private final List<String> wanted = new ArrayList<>();
    private final IconClicks windows = new IconClicks("Windows 11", wanted::add);
    private final IconClicks mac = new IconClicks("Mac OS X", wanted::add);

    @Test
    void aNotificationLeadsWhereTheNewestOneDoes() {
        windows.told("signalbox://runs");
        windows.told("signalbox://approvals");
        act(windows);

        assertThat(wanted).containsExactly("signalbox://approvals");
    }

    @Test
    void theIconLeadsToTheWindowAndForgetsWhatWasTold() {
        windows.told("signalbox://approvals");
        click(windows, MouseEvent.BUTTON1);
        assertThat(wanted).containsExactly("");

        click(windows, MouseEvent.BUTTON1);
        act(windows);
        assertThat(wanted).as("the second click of two is told like one on a notification").containsExactly("", "");
    }

    @Test
    void whatIsToldAfterAClickIsFollowedAgain() {
        click(windows, MouseEvent.BUTTON1);
        windows.told("");
        act(windows);

        assertThat(wanted).as("a notification that leads nowhere leads to the window").containsExactly("", "");
    }

    @Test
    void theOtherButtonsOpenTheMenuAndNothingElse() {
        windows.told("signalbox://runs");
        click(windows, MouseEvent.BUTTON3);
        act(windows);

        assertThat(wanted).isEmpty();
    }

    @Test
    void onMacosEveryButtonIsLeftToTheMenu() {
        mac.told("signalbox://runs");
        click(mac, MouseEvent.BUTTON1);
        press(mac, MouseEvent.BUTTON3);
        act(mac);

        assertThat(wanted).as("the press of a menu's button is told like a click on a notification").isEmpty();
    }

    private static void click(IconClicks clicks, int button) {
        press(clicks, button);
        clicks.mouseClicked(event(MouseEvent.MOUSE_CLICKED, button));
    }

    private static void press(IconClicks clicks, int button) {
        clicks.mousePressed(event(MouseEvent.MOUSE_PRESSED, button));
    }

    private static MouseEvent event(int id, int button) {
        return new MouseEvent(ICON, id, 0, 0, 0, 0, 1, false, button);
    }

    private static void act(IconClicks clicks) {
        clicks.actionPerformed(new ActionEvent(ICON, ActionEvent.ACTION_PERFORMED, ""));
    }
}
