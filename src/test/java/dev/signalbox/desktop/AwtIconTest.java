package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.awt.HeadlessException;
import java.awt.PopupMenu;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The icon of macOS and Windows, as far as it can be tried without a desktop.
class AwtIconTest {

    private final List<String> wanted = new ArrayList<>();
    private final AwtIcon icon = new AwtIcon("Windows 11", wanted::add, () -> 0);

    @Test
    void whereThereIsNoTrayNothingIsTakenAndNothingBreaks() {
        assertThat(icon.show(new Notification("web is broken", "in prod", "signalbox://runs"))).isFalse();
        assertThat(icon.show(AwtIconTest::picture, "Signalbox", PopupMenu::new)).isFalse();
        icon.takeAway();

        assertThat(wanted).isEmpty();
    }

    @Test
    void onceClosedNothingIsLookedForAnyMore() {
        AwtIcon closed = new AwtIcon(() -> fail("AWT is looked for"));
        closed.close();
        showsNothing(closed);

        AwtIcon takenAway = new AwtIcon(() -> fail("AWT is looked for"));
        takenAway.takeAway();
        showsNothing(takenAway);
    }

    private static void showsNothing(AwtIcon icon) {
        assertThat(icon.show(height -> fail("nothing is drawn"), "Signalbox", () -> fail("nothing is made"))).isFalse();
        assertThat(icon.show(new Notification("web is broken", "", ""))).isFalse();
    }

    @Test
    void untilThenItIsLookedForWheneverSomethingIsToBeShown() {
        AwtIcon refused = new AwtIcon(() -> {
            wanted.add("looked for");
            throw new HeadlessException();
        });

        showsNothing(refused);

        assertThat(wanted).containsExactly("looked for", "looked for");
    }

    /// It is made once, since a second one would be a second icon.
    @Test
    void whatWasFoundOnceIsNotLookedForAgain() {
        AwtIcon found = new AwtIcon(() -> {
            wanted.add("looked for");
            return new AwtPeer(new IconClicks("Windows 11", wanted::add, () -> 0));
        });
        found.show(new Notification("web is broken", "", ""));
        found.show(new Notification("web is well", "", ""));

        assertThat(wanted).containsExactly("looked for");
    }

    /// The thread that closes may be the one which the desktop needs to answer.
    @Test
    void closingWaitsForNobody() throws Exception {
        CountDownLatch holds = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        FutureTask<Boolean> desktop = new FutureTask<>(() -> {
            synchronized (icon) {
                holds.countDown();
                return closed.await(30, TimeUnit.SECONDS);
            }
        });
        Thread.ofPlatform().daemon().start(desktop);
        holds.await();

        icon.close();
        closed.countDown();

        assertThat(desktop.get()).isTrue();
    }

    private static BufferedImage picture(int height) {
        return new BufferedImage(height, height, BufferedImage.TYPE_INT_ARGB);
    }
}
