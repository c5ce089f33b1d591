package dev.signalbox.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

    /// Long enough for several rounds on several cores.
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void readsALogThatGrowsInPiecesAsOneThatIsThere(long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        while (text.length() < 3_000_000) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
            if (random.nextInt(8) == 0) {
                text.append("x".repeat(random.nextInt(300))).append('\n');
            }
            if (random.nextInt(20_000) == 0) {
                text.append("long".repeat(random.nextInt(50_000)));
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        Path whole = Files.write(folder.resolve("whole.log"), bytes);
        Path growing = Files.write(folder.resolve("growing.log"), new byte[0]);
        try (LogIndex there = LogIndex.open(whole); LogIndex index = LogIndex.begin(growing, false)) {
            for (int from = 0; from < bytes.length;) {
                int to = Math.min(bytes.length, from + 1 + random.nextInt(400_000));
                Files.write(growing, Arrays.copyOfRange(bytes, from, to), StandardOpenOption.APPEND);
                index.grow(() -> false, () -> {});
                from = to;
            }
            assertThat(starts(there)).isEqualTo(startsOf(bytes));
            assertThat(starts(index)).isEqualTo(startsOf(bytes));
            assertThat(errors(index)).containsAll(errors(there)).isNotEmpty();
            assertThat(index.length(index.lines() - 1)).isEqualTo(there.length(there.lines() - 1));
            assertThat(index.bytes()).isEqualTo(bytes.length);
        }
    }

    private static List<Long> starts(LogIndex index) {
        return IntStream.range(0, index.lines()).mapToObj(index::start).toList();
    }

    private static List<Integer> errors(LogIndex index) {
        return IntStream.range(0, index.errors().count()).mapToObj(index.errors()::at).toList();
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
