package dev.signalbox.desktop;

import java.awt.AWTException;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Image;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BufferedImage;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What AWT knows of the icon. Apart from [AwtIcon], so that nobody loads AWT who has no use for it. One caller at a
/// time.
///
/// Where the desktop takes no icon, showing something throws [UnsupportedOperationException].
final class AwtPeer {

    private final IconClicks clicks;
    private @Nullable TrayIcon icon;

    AwtPeer(IconClicks clicks) {
        this.clicks = clicks;
    }

    /// Shows this from now on.
    ///
    /// @param picture makes it as high as this many dots, or as near as there is
    /// @param tip one line
    void show(IntFunction<BufferedImage> picture, String tip, Supplier<PopupMenu> menu) {
        TrayIcon shown = there(picture);
        shown.setImage(picture.apply(dots()));
        shown.setToolTip(tip);
        shown.setPopupMenu(menu.get());
    }

    /// Where nothing was shown yet, what comes out of the icon comes out of an empty one.
    void tell(Notification notification) {
        TrayIcon shown = there(height -> new BufferedImage(height, height, BufferedImage.TYPE_INT_ARGB));
        clicks.told(notification.link());
        shown.displayMessage(notification.heading(), notification.words(), TrayIcon.MessageType.NONE);
    }

    private TrayIcon there(IntFunction<BufferedImage> picture) {
        if (icon != null) {
            return icon;
        }
        SystemTray tray = SystemTray.getSystemTray();
        TrayIcon made = made(picture.apply(dots()));
        try {
            tray.add(made);
        } catch (AWTException refused) {
            throw new UnsupportedOperationException(refused);
        }
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

    /// Takes the icon away, if there is one.
    void takeAway() {
        if (icon != null) {
            SystemTray.getSystemTray().remove(icon);
            icon = null;
        }
    }
}
