package dev.signalbox.ui.widget;

import dev.signalbox.testing.Fx;
import dev.signalbox.ui.theme.Theme;
import java.nio.file.Path;

/// Draws the gallery of small nodes into the folder named by the argument, to be looked at.
public final class GalleryPictures {

    private GalleryPictures() {}

    public static void main(String[] args) {
        Fx.start();
        for (Theme theme : Theme.values()) {
            Fx.picture(WidgetsTest::gallery, theme, 1200, 420, Path.of(args[0], "gallery-" + theme + ".png"));
        }
        System.exit(0);
    }
}
