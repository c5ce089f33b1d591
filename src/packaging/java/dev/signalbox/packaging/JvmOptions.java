package dev.signalbox.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The flags of `packaging/common/jvm.options`, one argument each.
///
/// A flag and its value may stand apart there, which only an arguments file allows; here they are joined.
record JvmOptions(List<String> flags) {

    static JvmOptions read(Path file) throws IOException {
        return new JvmOptions(Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.replaceFirst("^(--[a-z-]+)\\s+", "$1="))
                .toList());
    }
}
