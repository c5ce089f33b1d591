package dev.signalbox.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LogIndexTest {

    private static final Path CORPORA = Path.of("src/test/resources/corpora");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"'',0", "'\n',1", "'a',1", "'a\n',1", "'a\nb',2", "'a\n\nb\n',3"})
    void countsLines(String text, int lines) throws IOException {
        try (LogIndex index = LogIndex.open(file(text))) {
            assertThat(index.lines()).isEqualTo(lines);
            assertThat(index.isWhole()).isTrue();
        }
    }

    @Test
    void givesEveryLine() throws IOException {
        List<String> lines = Stream.iterate(0, i -> i + 1).limit(50_000).map(i -> "line " + i + " ä").toList();
        try (LogIndex index = LogIndex.open(file(String.join("\n", lines) + "\n"))) {
            assertThat(index.lines()).isEqualTo(lines.size());
            for (int at : new int[] {0, 1, 16_383, 16_384, 16_385, 32_768, 49_999}) {
                assertThat(index.line(at).text()).isEqualTo(lines.get(at));
            }
        }
    }

    @Test
    void readsWindowsLineEnds() throws IOException {
        try (LogIndex index = LogIndex.open(file("a\r\nb\rc\r\n"))) {
            assertThat(index.line(0).text()).isEqualTo("a");
            assertThat(index.line(1).text()).isEqualTo("b‹CR›c");
        }
    }

    @Test
    void listsLinesWithErrors() throws IOException {
        String log = """
                \ufeff2026-11-20T14:02:31.1Z ##[error]first
                2026-11-20T14:02:31.1Z [INFO] fine
                2026-11-20T14:02:31.1Z [ERROR] second
                [ERROR] third
                2026-11-20T14:02:31.1Z \u001b[31m[ERROR]\u001b[0m fourth
                ::error::fifth
                no [ERROR] here
                """;
        try (LogIndex index = LogIndex.open(file(log))) {
            assertThat(index.errors().count()).isEqualTo(5);
            assertThat(Stream.iterate(0, i -> i + 1).limit(5).map(index.errors()::at)).containsExactly(0, 2, 3, 4, 5);
        }
    }

    @Test
    void showsTheBeginningOfAVeryLongLineAndGoesOnAfterIt() throws IOException {
        Path file = folder.resolve("long.log");
        byte[] part = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("before\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 50; i++) {
                out.write(part);
            }
            out.write("\nafter\n".getBytes(StandardCharsets.UTF_8));
        }
        try (LogIndex index = LogIndex.open(file)) {
            assertThat(index.lines()).isEqualTo(3);
            LogLine line = index.line(1);
            assertThat(line.text()).hasSize(Lines.SHOWN);
            assertThat(line.more()).isEqualTo(5_000_000 - Lines.SHOWN);
            assertThat(index.line(2).text()).isEqualTo("after");
            assertThat(index.line(2).more()).isZero();
        }
    }

    @Test
    void stopsCountingBeforeTheMemoryIsGone() throws IOException {
        try (LogIndex index = LogIndex.open(file("\n".repeat(100)), 10, () -> false)) {
            assertThat(index.lines()).isEqualTo(10);
            assertThat(index.isWhole()).isFalse();
            assertThat(index.line(9).text()).isEmpty();
        }
    }

    @Test
    void goesOnWhereTheFileHasGrown() throws IOException {
        Path file = file("first\nsec");
        try (LogIndex index = LogIndex.begin(file, false)) {
            assertThat(index.lines()).as("nothing was read yet").isZero();
            index.grow(() -> false, () -> {});
            assertThat(index.lines()).isEqualTo(2);
            assertThat(index.line(1).text()).isEqualTo("sec");
            Files.writeString(file, "ond\n[ERROR] third\nfo", StandardOpenOption.APPEND);
            index.grow(() -> false, () -> {});
            assertThat(index.lines()).isEqualTo(4);
            assertThat(index.line(1).text()).isEqualTo("second");
            assertThat(index.line(2).text()).isEqualTo("[ERROR] third");
            assertThat(index.line(3).text()).isEqualTo("fo");
            assertThat(index.errors().count()).isEqualTo(1);
            Files.writeString(file, "ur\n", StandardOpenOption.APPEND);
            index.grow(() -> false, () -> {});
            assertThat(index.lines()).isEqualTo(4);
            assertThat(index.line(3).text()).isEqualTo("four");
        }
    }

    @Test
    void hasLinesWhileItStillGrows() throws IOException {
        Path file = file("0123456789 0123456789\n".repeat(40_000));
        List<Integer> seen = new ArrayList<>();
        List<String> firsts = new ArrayList<>();
        try (LogIndex index = LogIndex.begin(file, false)) {
            index.grow(() -> false, () -> {
                seen.add(index.lines());
                firsts.add(text(index, 0));
                assertThat(index.length(index.lines() - 1)).isEqualTo(21);
            });
            assertThat(index.lines()).isEqualTo(40_000);
        }
        assertThat(seen).isSorted().hasSizeGreaterThan(2);
        assertThat(seen.getFirst()).isBetween(1, 39_999);
        assertThat(firsts).containsOnly("0123456789 0123456789");
    }

    @Test
    void stopsReadingWhenNobodyWantsItAndGoesOnLater() throws IOException {
        Path file = file("0123456789 0123456789\n".repeat(40_000));
        try (LogIndex index = LogIndex.begin(file, false)) {
            index.grow(() -> index.lines() > 0, () -> {});
            assertThat(index.lines()).isBetween(1, 39_999);
            index.grow(() -> false, () -> {});
            assertThat(index.lines()).isEqualTo(40_000);
        }
    }

    @Test
    void knowsGroupsThatAreClosed() throws IOException {
        String log = "##[group]one\n[ERROR] a\n##[endgroup]\n##[group]open\nb\n##[group]two\n##[endgroup]\n"
                + "##[endgroup]\n2026-11-20T14:02:31Z ##[group]never closed\nc\n";
        try (LogIndex index = LogIndex.open(file(log))) {
            assertThat(index.groupEnd(0)).isEqualTo(2);
            assertThat(index.beginsGroup(0)).isTrue();
            assertThat(index.beginsGroup(3)).as("another begins before it ends").isFalse();
            assertThat(index.groupEnd(5)).isEqualTo(6);
            assertThat(index.beginsGroup(8)).as("a group without an end hides nothing").isFalse();
            assertThat(index.nextGroup(1)).isEqualTo(3);
            assertThat(index.nextGroup(9)).isEqualTo(-1);
        }
    }

    @Test
    void showsWhatWasSentWhenAsked() throws IOException {
        try (LogIndex index = LogIndex.open(file("a\u001b[31mred\u001b]0;t\u0007\tb\\\u202e ü \u009b\r\n"))) {
            assertThat(index.line(0).text()).startsWith("ared");
            assertThat(index.raw(0).text())
                    .isEqualTo("a\\x1b[31mred\\x1b]0;t\\x07\\tb\\\\\\u202e ü \\x9b\\r");
        }
    }

    @Test
    void showsBytesThatAreNoTextAsTheirNumbers() throws IOException {
        Path file = Files.write(folder.resolve("bytes.log"), new byte[] {'a', (byte) 0xff, (byte) 0xc3, 'b'});
        try (LogIndex index = LogIndex.open(file)) {
            assertThat(index.raw(0).text()).isEqualTo("a\\xff\\xc3b");
        }
    }

    @Test
    void survivesAFileThatBecameShorter() throws IOException {
        Path file = file("first\nsecond\n");
        try (LogIndex index = LogIndex.open(file)) {
            Files.writeString(file, "fir");
            assertThat(index.line(0).text()).isEqualTo("fir");
            assertThat(index.line(1).text()).isEmpty();
        }
    }

    static List<Path> hostileFiles() throws IOException {
        try (Stream<Path> own = Files.list(CORPORA.resolve("own/logs"));
                Stream<Path> recordings = Files.list(CORPORA.resolve("ansi/alacritty"))) {
            return Stream.concat(own, recordings).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("hostileFiles")
    void leavesNothingInAHostileLogThatATerminalWouldObey(Path hostile) throws IOException {
        try (LogIndex index = LogIndex.open(hostile)) {
            assertThat(index.lines()).isPositive();
            for (int at = 0; at < index.lines(); at++) {
                assertThat(index.line(at).text())
                        .doesNotMatch("(?s).*[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069\\u200b-\\u200f].*");
            }
        }
    }

    @Test
    void letsNoLineOfTheAttackCollectionReadAsAnother() throws IOException {
        try (LogIndex index = LogIndex.open(CORPORA.resolve("own/logs/ansi-attacks.log"))) {
            List<String> texts = Stream.iterate(0, i -> i + 1).limit(index.lines()).map(i -> text(index, i)).toList();
            assertThat(texts).contains(
                    "plain line", "red normal", "title set", "screen and scrollback cleared", "tests FAILED: 12",
                    "tests passed: 812", "FAILED‹CR›PASSED", "concealed: deploy to prod", "black on black");
        }
    }

    private static String text(LogIndex index, int line) {
        try {
            return index.line(line).text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "job", ".log"), text);
    }
}
