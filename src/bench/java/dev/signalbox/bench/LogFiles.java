package dev.signalbox.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/// Logs on disk as runners write them, always the same ones; gone when it is closed.
final class LogFiles implements AutoCloseable {

    static final int MILLION = 1_000_000;
    static final int FORTY_MILLION = 40_000_000;

    /// Stands in one of a thousand lines.
    static final String NEEDLE = "java.net.SocketTimeoutException";

    private static final int BYTES_EACH = 126;
    private static final String[] WORDS = {
        "Running", "test", "OrderServiceTest", "compile", "Downloaded", "from", "central:", "https://repo.example.org/",
        "org/example/", "artifact", "resolved", "in", "ms", "cache", "hit", "restored", "12.4", "KB",
    };

    private final Path folder = Files.createTempDirectory("signalbox-logs");

    LogFiles() throws IOException {}

    /// 1 000 000 lines, 126 MB: times, now and then colours, errors and the needle.
    Path million() throws IOException {
        Random random = new Random(1);
        Path file = folder.resolve("million.log");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            for (int i = 0; i < MILLION; i++) {
                StringBuilder line = new StringBuilder(BYTES_EACH + 32).append(
                        String.format(Locale.ROOT,
                                "2026-11-20T14:%02d:%02d.%07dZ ", i / 60_000 % 60, i / 1_000 % 60, i % 10_000_000));
                line.append(i % 40_000 == 39_999 ? "[ERROR] " : i % 50 == 0 ? "\u001b[36mINFO\u001b[0m " : "[INFO] ");
                if (i % 1_000 == 500) {
                    line.append(NEEDLE).append(' ');
                }
                while (line.length() < BYTES_EACH) {
                    line.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
                }
                line.setLength(BYTES_EACH - 1);
                out.write(line.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return file;
    }

    /// 40 000 000 lines, 2 GB.
    Path fortyMillion() throws IOException {
        byte[] part = "2026-11-20T14:00:00.1234567Z step done in 120 ms \n".repeat(40_000)
                .getBytes(StandardCharsets.ISO_8859_1);
        Path file = folder.resolve("forty-million.log");
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < FORTY_MILLION / 40_000; i++) {
                out.write(part);
            }
        }
        return file;
    }

    /// Three lines; the second is very long and ends with the needle, which stands in the third too.
    Path lineOf(int bytes) throws IOException {
        byte[] part = new byte[1_000_000];
        Arrays.fill(part, (byte) 'x');
        Path file = folder.resolve("long-line.log");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write("before\n".getBytes(StandardCharsets.ISO_8859_1));
            for (int i = 0; i < bytes / part.length; i++) {
                out.write(part);
            }
            out.write((NEEDLE + "\nafter " + NEEDLE + "\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        return file;
    }

    /// Runs a program and gives what it says.
    static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int ended = process.waitFor();
        if (ended != 0) {
            throw new IOException(command[0] + " ended with " + ended + ": " + said);
        }
        return said;
    }

    @Override
    public void close() throws IOException {
        for (String name : new String[] {"million.log", "forty-million.log", "long-line.log"}) {
            boolean unused = Files.deleteIfExists(folder.resolve(name));
        }
        Files.delete(folder);
    }
}
