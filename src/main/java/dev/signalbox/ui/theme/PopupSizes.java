package dev.signalbox.ui.theme;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Menus, lists that drop down and hints lie in windows of their own, where the size of the console's window does not
/// reach: their text is sized by a sheet that is made for the size. What surrounds it follows the text.
final class PopupSizes {

    private static final double TEXT = 13;
    private static final double SMALL = 12;

    private PopupSizes() {}

    /// The address of the sheet, which holds its text.
    static String sheet(int percent) {
        return "data:text/css;charset=utf-8,"
                + URLEncoder.encode(text(percent), StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String text(int percent) {
        return String.format(Locale.ROOT, """
                .context-menu, .combo-box-popup .list-view, .popover { -fx-font-size: %.2fpx; }
                .tooltip, .popover .sb-sub { -fx-font-size: %.2fpx; }
                .context-menu .sb-key { -fx-font-size: %.2fpx; -fx-min-height: %.2fpx; -fx-max-height: %.2fpx; }
                """, TEXT * percent / 100, SMALL * percent / 100, 11.0 * percent / 100, 17.0 * percent / 100,
                17.0 * percent / 100);
    }
}
