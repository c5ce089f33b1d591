package dev.signalbox.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bytes that nobody thought of, always the same ones.
class HostileBytesTest {

    private static final Pattern OBEYED =
            Pattern.compile("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069\\u200b-\\u200f\\ufeff]");
    private static final String[] PIECES = {
        "\u001b", "[", "]", "P", "\\", "m", "31;1", ";", "?", "\u0007", "\u009b", "\u009d", "\u009c", "text", "\r",
        "\t", "é",
        "\u202e", "##[error]", "2026-11-20T14:01:55Z ", "\u0000", "\uD83D\uDE00", "0", "K", " ", "(", "_",
    };

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void leavesNothingToObeyInAnyMixOfPieces(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder line = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                line.append(PIECES[random.nextInt(PIECES.length)]);
            }
            byte[] bytes = line.toString().getBytes(StandardCharsets.UTF_8);
            String text = Lines.of(bytes, 0, bytes.length, 0, false, false).text();
            assertThat(OBEYED.matcher(text).find()).as(line.toString()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void neverLosesAWordThatStandsOutsideASequence(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder line = new StringBuilder();
            for (int n = random.nextInt(6); n >= 0; n--) {
                line.append("\u001b[").append(random.nextInt(120)).append(random.nextBoolean() ? "m" : "K");
            }
            byte[] bytes = line.append("FAILED").toString().getBytes(StandardCharsets.UTF_8);
            assertThat(Lines.of(bytes, 0, bytes.length, 0, false, false).text()).isEqualTo("FAILED");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void cutsAnyFileIntoTheLinesThatItHas(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] bytes = new byte[200_000];
        random.nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) {
            // Long lines and runs of empty ones.
            if (random.nextInt(4_000) == 0) {
                Arrays.fill(bytes, i, Math.min(bytes.length, i + random.nextInt(20)), (byte) '\n');
            }
        }
        Path file = Files.write(folder.resolve("random.log"), bytes);
        try (LogIndex index = LogIndex.open(file)) {
            assertThat(index.lines()).isEqualTo(startsOf(bytes).size());
            for (int at = 0; at < index.lines(); at++) {
                assertThat(index.line(at).text().length()).isLessThanOrEqualTo(Lines.SHOWN * 8);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 8_191, 8_192, 8_193, 16_383, 16_384, 16_385, 16_386, 33_000})
    void scansTheSameLinesWhereverTheBufferEnds(int length) throws IOException {
        String text = "x".repeat(length) + "\nsecond\n" + "y".repeat(length) + "\nlast";
        Path file = Files.writeString(folder.resolve("edge.log"), text);
        List<Long> starts = new ArrayList<>();
        List<String> beginnings = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            LineScanner scanner = new LineScanner(channel, 1);
            LineScanner.Visitor visitor = (start, buffer, from, to, unusual) -> {
                starts.add(start);
                beginnings.add(new String(buffer, from, to - from, StandardCharsets.UTF_8));
                return true;
            };
            scanner.scan(visitor, () -> false, () -> {});
            scanner.last(visitor);
            assertThat(scanner.read()).isEqualTo(text.length());
        }
        assertThat(starts).isEqualTo(startsOf(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(beginnings.get(1)).isEqualTo("second");
        assertThat(beginnings.get(3)).isEqualTo("last");
        assertThat(beginnings.getFirst()).hasSize(Math.min(length, Lines.SHOWN));
    }

    @Test
    void agreesWithItselfOnWhatAnErrorIs() throws IOException {
        Random random = new Random(10);
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            for (int n = random.nextInt(6); n >= 0; n--) {
                log.append(PIECES[random.nextInt(PIECES.length)]);
            }
            log.append('\n');
        }
        try (LogIndex index = LogIndex.open(Files.writeString(folder.resolve("kinds.log"), log))) {
            List<Integer> listed = new ArrayList<>();
            for (int i = 0; i < index.errors().count(); i++) {
                listed.add(index.errors().at(i));
            }
            List<Integer> shown = new ArrayList<>();
            for (int at = 0; at < index.lines(); at++) {
                if (kind(index, at) == LogLine.Kind.ERROR) {
                    shown.add(at);
                }
            }
            assertThat(listed).isEqualTo(shown).isNotEmpty();
        }
    }

    private static LogLine.Kind kind(LogIndex index, int line) {
        try {
            return index.line(line).kind();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Long> startsOf(byte[] bytes) {
        List<Long> starts = new ArrayList<>();
        for (int at = 0; at < bytes.length; at++) {
            if (at == 0 || bytes[at - 1] == '\n') {
                starts.add((long) at);
            }
        }
        return starts;
    }
}
