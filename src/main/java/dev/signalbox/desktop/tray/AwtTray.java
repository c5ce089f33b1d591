package dev.signalbox.desktop.tray;

import dev.signalbox.desktop.AwtIcon;
import dev.signalbox.domain.tray.TrayFace;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tray of macOS and Windows. It was not tried on either system yet, so nobody may rely on it as the way back to a window that
/// was hidden: it never counts as there.
final class AwtTray implements Tray {

    private static final TrayStanding ABSENT = new TrayStanding(false, "This system has no tray for icons.");
    private static final TrayStanding UNTRIED = new TrayStanding(
            false, "The icon in the tray was not tried on this system yet, so closing the window ends the console.");

    private final AwtIcon icon;
    private final String title;
    private final TrayOwner owner;
    private volatile @Nullable TrayFace shown;
    private volatile @Nullable TrayStanding told;
    private volatile boolean closed;

    /// @param title what people call this console
    AwtTray(AwtIcon icon, String title, TrayOwner owner) {
        this.icon = icon;
        this.title = title;
        this.owner = owner;
    }

    @Override
    public void show(TrayFace face) {
        // A menu that is open is not to be replaced by the same one.
        if (closed || face.equals(shown)) {
            return;
        }
        List<TrayPixmap> pictures = TrayDrawing.of(face.sign(), face.waiting());
        boolean taken = icon.show(height -> image(pictures, height), title + ": " + face.words(),
                () -> menu(TrayLine.of(face, owner)));
        shown = taken ? face : null;
        tell(taken ? UNTRIED : ABSENT);
    }

    @Override
    public Duration rest() {
        return AwtIcon.REST;
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
        if (!closed && !now.equals(told)) {
            told = now;
            owner.stands(now);
        }
    }

    @Override
    public void close() {
        closed = true;
        icon.takeAway();
    }
}
