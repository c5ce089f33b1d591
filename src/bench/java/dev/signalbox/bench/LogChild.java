package dev.signalbox.bench;

import dev.signalbox.logs.LogIndex;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// A process of its own that opens a log: nothing is warm in it, and its heap has a limit.
final class LogChild {

    private static final int LINES_SEEN = 40;

    private LogChild() {}

    /// What the child says, word by word.
    static List<String> run(String heap, String mode, Path file) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(LogFiles.run(
                java, "-Xmx" + heap, "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                LogChild.class.getName(), mode, file.toString()).split("\\s+"));
    }

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        System.out.println(arguments[0].equals("first") ? first(file) : whole(file));
    }

    /// Nanoseconds until the first lines can be shown, and until a plain reader has read as many.
    private static String first(Path file) throws IOException {
        long start = System.nanoTime();
        AtomicLong shown = new AtomicLong();
        try (LogIndex index = LogIndex.begin(file, false)) {
            index.grow(() -> shown.get() > 0, () -> shown.set(lines(index) ? System.nanoTime() - start : 0));
        }
        long again = System.nanoTime();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (int i = 0; i < LINES_SEEN; i++) {
                if (reader.readLine() == null) {
                    throw new IOException("the log is too short");
                }
            }
        }
        return shown.get() + " " + (System.nanoTime() - again);
    }

    private static boolean lines(LogIndex index) {
        try {
            int length = 0;
            for (int line = 0; line < Math.min(LINES_SEEN, index.lines()); line++) {
                length += index.line(line).text().length();
            }
            return length > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /// Milliseconds, lines, and megabytes that are used then.
    private static String whole(Path file) throws IOException {
        long start = System.nanoTime();
        try (LogIndex index = LogIndex.open(file)) {
            long millis = (System.nanoTime() - start) / 1_000_000;
            if (index.line(index.lines() - 1).text().isEmpty()) {
                throw new IOException("the last line is empty");
            }
            System.gc();
            long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            return millis + " " + index.lines() + " " + (used >> 20);
        }
    }
}
