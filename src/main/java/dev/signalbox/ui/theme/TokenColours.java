package dev.signalbox.ui.theme;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.paint.Color;

/// The colours of a theme, for what is painted before any style sheet is in force.
public final class TokenColours {

    private static final String PREFIX = "-sb-";

    private final Map<String, Color> colours = new HashMap<>();

    private TokenColours() {}

    static TokenColours of(Iterable<String> sheets) {
        TokenColours tokens = new TokenColours();
        sheets.forEach(tokens::read);
        return tokens;
    }

    /// @param name without the prefix that all tokens have (`bg-0`)
    /// @throws IllegalArgumentException when the theme has no such token
    public Color get(String name) {
        Color colour = colours.get(name);
        if (colour == null) {
            throw new IllegalArgumentException("No token is called " + name);
        }
        return colour;
    }

    /// Our sheets have one token a line.
    private void read(String sheet) {
        try (InputStream in = Objects.requireNonNull(TokenColours.class.getResourceAsStream(sheet), sheet);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String text = line.strip();
                int colon = text.indexOf(':');
                int end = text.indexOf(';');
                if (text.startsWith(PREFIX) && colon > 0 && end > colon) {
                    colours.put(
                            text.substring(PREFIX.length(), colon).strip(),
                            Color.web(text.substring(colon + 1, end).strip()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
