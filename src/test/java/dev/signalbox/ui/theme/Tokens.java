package dev.signalbox.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/// The design tokens as the sheets have them.
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("(-sb-[a-z0-9-]+): ([^;]+);");

    private Tokens() {}

    static Map<String, Color> colours(String sheet) {
        Map<String, Color> tokens = new TreeMap<>();
        TOKEN.matcher(read(sheet)).results().forEach(r -> tokens.put(r.group(1), Color.web(r.group(2))));
        return tokens;
    }

    static String read(String sheet) {
        try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream(sheet), sheet)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
