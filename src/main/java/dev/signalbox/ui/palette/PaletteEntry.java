package dev.signalbox.ui.palette;

import org.kordamp.ikonli.feather.Feather;

/// Something that the palette can lead to.
///
/// @param title what people look for (`checkout`)
/// @param detail where or what it is (`Storefront · production v2.14.1`); also searched
/// @param choose goes there, or begins the action; never does anything outside by itself
public record PaletteEntry(Kind kind, String title, String detail, Runnable choose) {

    /// What kinds there are, in the order in which equal matches are listed.
    public enum Kind {
        SERVICE("service", Feather.BOX),
        ACTION("action", Feather.ZAP),
        RUN("run", Feather.PLAY),
        COMMIT("commit", Feather.GIT_COMMIT),
        SCREEN("screen", Feather.LAYOUT),
        SETTING("setting", Feather.SETTINGS),
        LOG_LINE("log line", Feather.FILE_TEXT),
        SEARCH("search", Feather.SEARCH);

        private final String word;
        private final Feather icon;

        Kind(String word, Feather icon) {
            this.word = word;
            this.icon = icon;
        }

        public String word() {
            return word;
        }

        Feather icon() {
            return icon;
        }
    }
}
