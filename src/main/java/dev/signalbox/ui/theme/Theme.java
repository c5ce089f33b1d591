package dev.signalbox.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/// Dark or light. AtlantaFX's Primer dresses the controls; our sheets put the console's own colours under its names.
public enum Theme {
    DARK("dark.css"),
    LIGHT("light.css");

    private final String tokens;

    Theme(String tokens) {
        this.tokens = tokens;
    }

    /// The other one.
    public Theme other() {
        return this == DARK ? LIGHT : DARK;
    }

    /// Loads the fonts. Once, before the first scene.
    public static void loadFonts() {
        Fonts.load();
    }

    /// Dresses the scene and, since there is one user-agent sheet for all, the whole application.
    public void applyTo(Scene scene) {
        // The binary form spares parsing 130 KB of CSS at every start.
        String userAgent = this == DARK
                ? new PrimerDark().getUserAgentStylesheetBSS()
                : new PrimerLight().getUserAgentStylesheetBSS();
        Application.setUserAgentStylesheet(userAgent);
        scene.getStylesheets().setAll(stylesheets());
    }

    /// Our sheets, in order; later ones win.
    List<String> stylesheets() {
        return List.of(sheet(tokens), sheet("modena-names.css"), sheet("console.css"));
    }

    private static String sheet(String name) {
        URL url = Theme.class.getResource(name);
        return Objects.requireNonNull(url, name).toExternalForm();
    }
}
