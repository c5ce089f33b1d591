package dev.signalbox.desktop;

import java.awt.AWTException;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Notifications of macOS and Windows, which come out of an icon in the tray that is there as long as the console is. The
/// system tells a click, and not on which of them; so it leads where the newest one does. Not tried on either system yet.
final class AwtNotifications implements Notifications {

    private static final Logger LOG = Logger.getLogger(AwtNotifications.class.getName());

    private final Consumer<String> clicked;
    private @Nullable TrayIcon icon;
    private String newest = "";
    private boolean closed;

    AwtNotifications(Consumer<String> clicked) {
        this.clicked = clicked;
    }

    @Override
    public synchronized boolean show(Notification notification) {
        if (closed) {
            return false;
        }
        try {
            TrayIcon shown = icon == null ? add() : icon;
            icon = shown;
            newest = notification.link();
            shown.displayMessage(notification.heading(), notification.words(), TrayIcon.MessageType.NONE);
            return true;
        } catch (AWTException | UnsupportedOperationException | LinkageError absent) {
            LOG.log(Level.FINE, "No notifications here", absent);
            return false;
        }
    }

    private TrayIcon add() throws AWTException {
        SystemTray tray = SystemTray.getSystemTray();
        TrayIcon made = new TrayIcon(new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB), "Signalbox");
        made.setImageAutoSize(true);
        made.addActionListener(event -> clicked.accept(link()));
        tray.add(made);
        return made;
    }

    private synchronized String link() {
        return newest;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (icon != null) {
            SystemTray.getSystemTray().remove(icon);
            icon = null;
        }
    }
}
