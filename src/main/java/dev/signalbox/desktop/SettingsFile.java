package dev.signalbox.desktop;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// A small file of settings, replaced as a whole: after a crash it holds the old or the new content, never a mixture.
/// Nothing in it matters enough to keep the console from starting, so a broken file counts as an empty one.
public final class SettingsFile {

    private static final int LARGEST = 64 * 1024;

    private final Path file;

    /// @param file where it lies; its folder must exist
    public SettingsFile(Path file) {
        this.file = file;
    }

    /// The settings; empty when there are none or they cannot be read.
    public Map<String, String> read() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Map.of();
            }
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            Map<String, String> settings = new HashMap<>();
            properties.forEach((key, value) -> settings.put(key.toString(), value.toString()));
            return settings;
        } catch (IOException | IllegalArgumentException broken) {
            return Map.of();
        }
    }

    /// Replaces the settings.
    public void write(Map<String, String> settings) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(StandardCharsets.UTF_8.encode(text.toString()));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
