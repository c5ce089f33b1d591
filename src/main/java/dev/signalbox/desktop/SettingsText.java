package dev.signalbox.desktop;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// What stands in a file of settings, as far as it can be understood.
sealed interface SettingsText {

    /// The key that says in which form a file is.
    String VERSION_KEY = "settings-version";

    /// The first line of what this console writes. What begins so and has no version at its end was cut off.
    String HEAD = "# Settings of Signalbox";

    int LARGEST = 64 * 1024;

    /// There is no file.
    record Absent() implements SettingsText {}

    /// It can be read.
    ///
    /// @param version 1 where nothing is said
    record Good(Map<String, String> settings, int version) implements SettingsText {}

    /// It is there and cannot be read now; it may be whole.
    record Unreachable() implements SettingsText {}

    /// What stands in it is no settings: cut off, overwritten, zeroed, in another encoding, too large.
    record Broken() implements SettingsText {}

    static SettingsText read(Path file) {
        if (!Files.exists(file)) {
            return new Absent();
        }
        if (!Files.isRegularFile(file)) {
            return new Unreachable();
        }
        try {
            if (Files.size(file) > LARGEST) {
                return new Broken();
            }
            return parse(Files.readAllBytes(file));
        } catch (IOException unreachable) {
            return new Unreachable();
        }
    }

    private static SettingsText parse(byte[] bytes) {
        Properties properties = new Properties();
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.isBlank() || text.indexOf('\0') >= 0) {
                return new Broken();
            }
            properties.load(new StringReader(text));
            return good(properties, text.startsWith(HEAD));
        } catch (CharacterCodingException otherEncoding) {
            return new Broken();
        } catch (IOException | IllegalArgumentException noProperties) {
            return new Broken();
        }
    }

    private static SettingsText good(Properties properties, boolean hasEnd) {
        Map<String, String> settings = new HashMap<>();
        properties.forEach((key, value) -> settings.put(key.toString(), value.toString()));
        String version = settings.remove(VERSION_KEY);
        if (version == null) {
            // Earlier consoles wrote none.
            return hasEnd ? new Broken() : new Good(settings, 1);
        }
        return version.matches("\\d{1,6}") ? new Good(settings, Integer.parseInt(version)) : new Broken();
    }

    /// The text of settings, with the version at its end.
    static String write(Map<String, String> settings, int version) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        return HEAD + System.lineSeparator() + text + VERSION_KEY + "=" + version + System.lineSeparator();
    }
}
