package dev.signalbox.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
            assertThat(index.line(1).text()).isEqualTo("b␍c");
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
            assertThat(index.errors()).isEqualTo(5);
            assertThat(Stream.iterate(0, i -> i + 1).limit(5).map(index::error)).containsExactly(0, 2, 3, 4, 5);
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
    void findsTextInEitherCaseInWhatIsShown() throws IOException {
        String log =
                "2026-11-20T14:02:31Z Deploy OK\nde\u001b[31mploy\u001b[0m failed\nnothing\nRe-DEPLOY\n2026 Ünder\n";
        try (LogIndex index = LogIndex.open(file(log))) {
            assertThat(find(index, "deploy")).containsExactly(0, 1, 3);
            assertThat(find(index, "14:02")).as("the time is not part of the text").isEmpty();
            assertThat(find(index, "ünd")).containsExactly(4);
            assertThat(find(index, "2026")).containsExactly(4);
            assertThat(find(index, "[31m")).isEmpty();
        }
    }

    @Test
    void findsAcrossTheEdgesOfTheBuffer() throws IOException {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            log.append("0123456789 ").append(i % 1_000 == 0 ? "needle" : "straw").append('\n');
        }
        try (LogIndex index = LogIndex.open(file(log.toString()))) {
            assertThat(find(index, "NEEDLE")).hasSize(60).startsWith(0, 1_000).endsWith(59_000);
        }
    }

    @Test
    void givesASearchUpWhenAsked() throws IOException {
        try (LogIndex index = LogIndex.open(file("a\n".repeat(10)))) {
            List<Integer> found = new ArrayList<>();
            index.find("a", found::add, () -> true);
            assertThat(found).isEmpty();
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
                    "tests passed: 812", "FAILED␍PASSED", "concealed: deploy to prod", "black on black");
        }
    }

    private static String text(LogIndex index, int line) {
        try {
            return index.line(line).text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> find(LogIndex index, String text) throws IOException {
        List<Integer> found = new ArrayList<>();
        index.find(text, found::add, () -> false);
        return found;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "job", ".log"), text);
    }
}
