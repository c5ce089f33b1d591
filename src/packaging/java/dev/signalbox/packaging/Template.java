package dev.signalbox.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file of `packaging/` with places like `@version@`.
record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("@([a-z-]+)@");

    static Template read(Path file) throws IOException {
        return new Template(Files.readString(file));
    }

    /// @throws IllegalArgumentException when a place has no value
    String fill(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("Nothing to put in for " + place.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
