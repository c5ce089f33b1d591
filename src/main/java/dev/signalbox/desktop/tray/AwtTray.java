package dev.signalbox.desktop.tray;

import dev.signalbox.domain.tray.TrayFace;
import java.awt.AWTException;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The tray of macOS and Windows. It was not tried on either system yet, so nobody may rely on it as the way back to a window that
/// was hidden: it never counts as there.
final class AwtTray implements Tray {

    private static final Logger LOG = Logger.getLogger(AwtTray.class.getName());
    private static final TrayStanding ABSENT = new TrayStanding(false, "This system has no tray for icons.");
    private static final TrayStanding UNTRIED = new TrayStanding(
            false, "The icon in the tray was not tried on this system yet, so closing the window ends the console.");

    private final String title;
    private final TrayOwner owner;
    private @Nullable TrayIcon icon;
    private @Nullable TrayFace shown;
    private @Nullable TrayStanding told;
    private boolean closed;

    /// @param title what people call this console
    AwtTray(String title, TrayOwner owner) {
        this.title = title;
        this.owner = owner;
    }

    @Override
    public synchronized void show(TrayFace face) {
        // A menu that is open is not to be replaced by the same one.
        if (closed || face.equals(shown)) {
            return;
        }
        try {
            SystemTray tray = SystemTray.getSystemTray();
            BufferedImage image = image(TrayDrawing.of(face.sign(), face.waiting()), tray.getTrayIconSize().height);
            TrayIcon mine = icon;
            if (mine == null) {
                mine = made(image);
                tray.add(mine);
                icon = mine;
            }
            mine.setImage(image);
            mine.setToolTip(title + ": " + face.words());
            mine.setPopupMenu(menu(TrayLine.of(face, owner)));
            shown = face;
            tell(UNTRIED);
        } catch (AWTException | UnsupportedOperationException | LinkageError absent) {
            LOG.log(Level.FINE, "No tray here", absent);
            tell(ABSENT);
        }
    }

    private TrayIcon made(BufferedImage image) {
        TrayIcon made = new TrayIcon(image);
        made.setImageAutoSize(true);
        made.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getButton() == MouseEvent.BUTTON1) {
                    owner.opened("");
                }
            }
        });
        return made;
    }

    private static PopupMenu menu(List<TrayLine> lines) {
        PopupMenu menu = new PopupMenu();
        for (TrayLine line : lines) {
            if (line.kind() == TrayLine.Kind.SEPARATOR) {
                menu.addSeparator();
                continue;
            }
            MenuItem item = new MenuItem(line.words());
            item.setEnabled(line.kind() == TrayLine.Kind.ENTRY);
            item.addActionListener(event -> line.press().run());
            menu.add(item);
        }
        return menu;
    }

    /// The smallest that is as high as the tray wants it, or else the largest.
    ///
    /// @param pictures from the smallest to the largest
    /// @param height in dots
    static BufferedImage image(List<TrayPixmap> pictures, int height) {
        TrayPixmap best = pictures.stream()
                .filter(picture -> picture.height >= height)
                .min(Comparator.comparingInt(picture -> picture.height))
                .orElse(pictures.getLast());
        BufferedImage image = new BufferedImage(best.width, best.height, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < best.width * best.height; i++) {
            int colour = 0;
            for (int part = 0; part < 4; part++) {
                colour = colour << 8 | best.dots[4 * i + part] & 0xff;
            }
            image.setRGB(i % best.width, i / best.width, colour);
        }
        return image;
    }

    private void tell(TrayStanding now) {
        if (!now.equals(told)) {
            told = now;
            owner.stands(now);
        }
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
