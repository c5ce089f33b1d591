package dev.signalbox.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/// Dark or light. AtlantaFX's Primer dresses the controls; our sheets put the console's own colours under its names.
public enum Theme {
    DARK("dark.css", "dark-safe.css"),
    LIGHT("light.css", "light-safe.css");

    private final String tokens;
    private final String safe;

    Theme(String tokens, String safe) {
        this.tokens = tokens;
        this.safe = safe;
    }

    /// Loads the fonts. Once, before the first scene.
    public static void loadFonts() {
        Fonts.load();
    }

    /// Loads the fonts of the board of last time alone: the others would only make it late.
    public static void loadFirstFonts() {
        Fonts.loadFirst();
    }

    /// Dresses the scene in the usual appearance and, since there is one user-agent sheet for all, the whole application.
    public void applyTo(Scene scene) {
        applyTo(scene, Appearance.USUAL, false);
    }

    /// Dresses the scene. The size of everything is not a matter of sheets, but that of menus and hints, which lie in
    /// windows of their own.
    void applyTo(Scene scene, Appearance appearance, boolean still) {
        // The binary form spares parsing 130 KB of CSS at every start.
        String userAgent = this == DARK
                ? new PrimerDark().getUserAgentStylesheetBSS()
                : new PrimerLight().getUserAgentStylesheetBSS();
        if (!userAgent.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(userAgent);
        }
        List<String> sheets = stylesheets(appearance, still);
        if (!sheets.equals(scene.getStylesheets())) {
            scene.getStylesheets().setAll(sheets);
        }
    }

    /// Our sheets, in order; later ones win.
    List<String> stylesheets(Appearance appearance, boolean still) {
        List<String> sheets = new ArrayList<>(List.of(sheet(tokens), sheet("modena-names.css"), sheet("console.css")));
        if (appearance.palette() == Appearance.Palette.SAFE) {
            sheets.add(1, sheet(safe));
        }
        if (appearance.density() == Appearance.Density.COMPACT) {
            sheets.add(sheet("compact.css"));
        }
        if (still) {
            sheets.add(sheet("still.css"));
        }
        if (appearance.percent() != 100) {
            sheets.add(PopupSizes.sheet(appearance.percent()));
        }
        return List.copyOf(sheets);
    }

    /// The colours that the sheets give in this palette.
    TokenColours tokens(Appearance.Palette palette) {
        return TokenColours.of(palette == Appearance.Palette.SAFE ? List.of(tokens, safe) : List.of(tokens));
    }

    private static String sheet(String name) {
        URL url = Theme.class.getResource(name);
        return Objects.requireNonNull(url, name).toExternalForm();
    }
}
