package dev.signalbox.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The flags of `packaging/common/jvm.options`, one argument each.
///
/// A flag and its value may stand apart there, which only an arguments file allows; here they are joined.
record JvmOptions(List<String> flags) {

    /// Every five seconds, what the C library keeps of memory that was given back goes back to the system. Only Linux knows this.
    private static final String TRIM = "-XX:TrimNativeHeapInterval=5000";

    JvmOptions on(Platform platform) {
        return platform == Platform.LINUX
                ? new JvmOptions(Stream.concat(flags.stream(), Stream.of(TRIM)).toList())
                : this;
    }

    static JvmOptions read(Path file) throws IOException {
        return new JvmOptions(Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.replaceFirst("^(--[a-z-]+)\\s+", "$1="))
                .toList());
    }
}
