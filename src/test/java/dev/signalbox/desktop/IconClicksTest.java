package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.ActionEvent;
import java.awt.event.MouseEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the two systems tell of clicks, in the order in which their AWT does, and what comes of it.
class IconClicksTest {

    private static final Component ICON = new Container();

    private final List<String> wanted = new ArrayList<>();
    private Duration passed = Duration.ofDays(-1);
    private final IconClicks windows = new IconClicks("Windows 11", wanted::add, () -> passed.toNanos());
    private final IconClicks mac = new IconClicks("Mac OS X", wanted::add, () -> passed.toNanos());

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
        assertThat(wanted).as("the second click of two is told like one on a notification")
                .containsExactly("", "", "");
    }

    /// Enter on the icon is told so, and a notification may still be seen after a press of the icon has forgotten it.
    @Test
    void whateverNobodyWasToldOfLeadsToTheWindow() {
        act(windows);
        assertThat(wanted).containsExactly("");

        windows.told("signalbox://approvals");
        press(windows, MouseEvent.BUTTON3);
        act(windows);
        assertThat(wanted).containsExactly("", "");
    }

    @Test
    void whatWasToldAWhileAgoIsNotWhatIsMeant() {
        windows.told("signalbox://runs");
        passed = passed.plusMinutes(5).minusNanos(1);
        act(windows);
        assertThat(wanted).containsExactly("signalbox://runs");

        passed = passed.plusNanos(1);
        act(windows);
        assertThat(wanted).containsExactly("signalbox://runs", "");
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
        click(windows, MouseEvent.BUTTON2);
        click(windows, MouseEvent.BUTTON3);

        assertThat(wanted).isEmpty();
    }

    @Test
    void onMacosTheFirstButtonIsLeftToTheMenuAndTheSecondOneBringsTheWindow() {
        mac.told("signalbox://runs");
        click(mac, MouseEvent.BUTTON1);
        assertThat(wanted).isEmpty();

        press(mac, MouseEvent.BUTTON3);
        act(mac);
        assertThat(wanted).as("the press of another button is told like a click on a notification").containsExactly("");

        mac.told("signalbox://runs");
        act(mac);
        assertThat(wanted).as("no click on a notification is told").containsExactly("", "");
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
