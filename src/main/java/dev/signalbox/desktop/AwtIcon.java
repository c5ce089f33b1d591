package dev.signalbox.desktop;

import java.awt.AWTException;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Image;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The one icon that macOS and Windows have of the console: its tray shows how things stand on it, and notifications come
/// out of it. AWT draws it, and is loaded when it is first needed. Tried with a tray of X11, and on neither system yet.
public final class AwtIcon implements Notifications {

    private static final Logger LOG = Logger.getLogger(AwtIcon.class.getName());

    private final IconClicks clicks;
    private @Nullable TrayIcon icon;
    private volatile boolean closed;

    /// @param system name of the operating system, as Java tells it
    /// @param wanted is told where a person wants to go, as a link or empty for just the window; on any thread, and it must not
    ///               block
    /// @param ticker nanoseconds that only grow
    public AwtIcon(String system, Consumer<String> wanted, LongSupplier ticker) {
        clicks = new IconClicks(system, wanted, ticker);
    }

    /// Shows this from now on. Blocks while the desktop does not answer; to be called from a worker.
    ///
    /// @param picture makes it as high as this many dots, or as near as there is
    /// @param tip one line
    /// @return whether the desktop took it; whether anybody sees it is not known
    public synchronized boolean show(IntFunction<BufferedImage> picture, String tip, Supplier<PopupMenu> menu) {
        try {
            TrayIcon shown = there(picture);
            if (shown == null) {
                return false;
            }
            shown.setImage(picture.apply(dots()));
            shown.setToolTip(tip);
            shown.setPopupMenu(menu.get());
            return true;
        } catch (AWTException | UnsupportedOperationException | LinkageError absent) {
            LOG.log(Level.FINE, "No tray here", absent);
            return false;
        }
    }

    /// Where nothing was shown yet, what comes out of the icon comes out of an empty one.
    @Override
    public synchronized boolean show(Notification notification) {
        try {
            TrayIcon shown = there(height -> new BufferedImage(height, height, BufferedImage.TYPE_INT_ARGB));
            if (shown == null) {
                return false;
            }
            clicks.told(notification.link());
            shown.displayMessage(notification.heading(), notification.words(), TrayIcon.MessageType.NONE);
            return true;
        } catch (AWTException | UnsupportedOperationException | LinkageError absent) {
            LOG.log(Level.FINE, "No notifications here", absent);
            return false;
        }
    }

    private @Nullable TrayIcon there(IntFunction<BufferedImage> picture) throws AWTException {
        if (closed || icon != null) {
            return closed ? null : icon;
        }
        SystemTray tray = SystemTray.getSystemTray();
        TrayIcon made = made(picture.apply(dots()));
        tray.add(made);
        icon = made;
        return made;
    }

    /// How high a picture must be to be sharp on the first screen.
    private static int dots() {
        Dimension size = SystemTray.getSystemTray().getTrayIconSize();
        double scale = GraphicsEnvironment.getLocalGraphicsEnvironment()
                .getDefaultScreenDevice()
                .getDefaultConfiguration()
                .getDefaultTransform()
                .getScaleY();
        return (int) Math.ceil(size.height * scale);
    }

    private TrayIcon made(Image image) {
        TrayIcon made = new TrayIcon(image);
        made.setImageAutoSize(true);
        made.addMouseListener(clicks);
        made.addActionListener(clicks);
        return made;
    }

    /// Nothing more is shown. Does not wait for the desktop, which may itself wait for who calls this.
    @Override
    public void close() {
        closed = true;
    }

    /// Takes the icon away. Blocks while the desktop does not answer; to be called from a thread that nobody waits for.
    public synchronized void takeAway() {
        closed = true;
        if (icon != null) {
            SystemTray.getSystemTray().remove(icon);
            icon = null;
        }
    }
}
