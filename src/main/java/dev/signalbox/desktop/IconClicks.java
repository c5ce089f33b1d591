package dev.signalbox.desktop;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What a click on the icon, or on what came out of it, means. Told on AWT's thread, which waits for nobody here.
///
/// Windows tells a click on a notification, and not on which of them; so it leads where the newest one does. macOS tells none.
/// Both tell some clicks on the icon itself in the same way, right after the press, and Windows the Enter key too, without
/// one. On macOS the menu comes with the first button, and such clicks are those of the second one, or of the first with
/// Control.
/// Source: `sun.awt.windows.WTrayIconPeer`, `awt_TrayIcon.cpp` and `sun.lwawt.macosx.CTrayIcon` of OpenJDK 25.
final class IconClicks extends MouseAdapter implements ActionListener {

    /// How long a notification counts as what was clicked. Later, somebody rather wants the window.
    private static final Duration LASTING = Duration.ofMinutes(5);

    /// A notification.
    ///
    /// @param at when it came, by the ticker
    private record Told(String link, long at) {}

    private final boolean opensItsMenu;
    private final Consumer<String> wanted;
    private final LongSupplier ticker;
    private volatile @Nullable Told newest;

    /// @param system name of the operating system, as Java tells it
    /// @param wanted is told where a person wants to go, as a link or empty for just the window
    /// @param ticker nanoseconds that only grow
    IconClicks(String system, Consumer<String> wanted, LongSupplier ticker) {
        // With the first button, which elsewhere is left to the program.
        opensItsMenu = system.toLowerCase(Locale.ROOT).contains("mac");
        this.wanted = wanted;
        this.ticker = ticker;
    }

    /// From now on this is what a notification that is clicked leads to.
    void told(String link) {
        newest = opensItsMenu ? null : new Told(link, ticker.getAsLong());
    }

    @Override
    public void mousePressed(MouseEvent event) {
        newest = null;
    }

    @Override
    public void mouseClicked(MouseEvent event) {
        if (!opensItsMenu && event.getButton() == MouseEvent.BUTTON1) {
            wanted.accept("");
        }
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        Told last = newest;
        wanted.accept(
                last == null || ticker.getAsLong() - last.at() >= LASTING.toNanos() ? "" : last.link());
    }
}
