package dev.signalbox.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.logs.LogQuery.Option;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogSearchTest {

    @TempDir
    private Path folder;

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

    @ParameterizedTest
    @CsvSource({
        "error,                 0 1 2 3, ''",
        "error,                 1 3,     MATCH_CASE",
        "error,                 0 1,     WHOLE_WORD",
        "err.r,                 0 1 2 3, EXPRESSION",
        "^error,                1,       EXPRESSION MATCH_CASE",
        "err.r,                 1,       EXPRESSION MATCH_CASE WHOLE_WORD",
        "(an|my)error|x,        3,       EXPRESSION WHOLE_WORD",
        "err.r,                 '',      ''",
        "'an error',            '',      ''",
    })
    void obeysItsOptions(String text, String lines, String options) throws IOException {
        try (LogIndex index = LogIndex.open(file("an ERROR\nerror.\nErrors\nmyerror\nfine\n"))) {
            List<String> found = find(index, query(text, options)).stream().map(String::valueOf).toList();
            assertThat(String.join(" ", found)).isEqualTo(text.equals("an error") ? "0" : lines);
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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsWhatReadingLineByLineFinds(long seed) throws IOException {
        Random random = new Random(seed);
        String[] pieces = {
            "ab", "A", "b", " ", "ba", "\u001b[31m", "\u001b[0m", "ä", "\t", "\u001b]0;ab\u0007", "_", "aB", "\r",
            "2026-11-20T14:02:31Z ", "\u202e",
        };
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            for (int n = random.nextInt(8); n > 0; n--) {
                log.append(pieces[random.nextInt(pieces.length)]);
            }
            log.append('\n');
        }
        try (LogIndex index = LogIndex.open(file(log.toString()))) {
            for (String wanted : List.of("ab", "b ", "Ba", "_a", "bb", "a", "202")) {
                List<Integer> expected = new ArrayList<>();
                for (int at = 0; at < index.lines(); at++) {
                    String text = index.line(at).text().toLowerCase(Locale.ROOT);
                    if (text.contains(wanted.toLowerCase(Locale.ROOT))) {
                        expected.add(at);
                    }
                }
                assertThat(find(index, wanted)).as(wanted).isEqualTo(expected);
                assertThat(find(index, new LogQuery(wanted, Set.of(Option.EXPRESSION)))).isEqualTo(expected);
            }
        }
    }

    @Test
    void findsFarInsideALineThatIsLongerThanAnyBuffer() throws IOException {
        Path file = folder.resolve("long.log");
        byte[] part = "x".repeat(99_999).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("before\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 50; i++) {
                out.write(part);
                out.write(i == 37 ? "needle".getBytes(StandardCharsets.UTF_8) : new byte[0]);
            }
            out.write("\nafter the needle\n".getBytes(StandardCharsets.UTF_8));
        }
        try (LogIndex index = LogIndex.open(file)) {
            assertThat(index.lines()).isEqualTo(3);
            assertThat(find(index, "needle")).containsExactly(1, 2);
            assertThat(find(index, "noodle")).isEmpty();
        }
    }

    @Test
    void goesOnInLinesThatCameLater() throws IOException {
        Path file = file("one hit\ntwo\n");
        try (LogIndex index = LogIndex.begin(file, false)) {
            index.grow(() -> false, () -> {});
            LogSearch search = new LogSearch(index, query("hit", ""), () -> false);
            LineSet hits = new LineSet();
            assertThat(search.run(index.lines(), hits, line -> {})).isTrue();
            Files.writeString(file, "three hit\n", StandardOpenOption.APPEND);
            index.grow(() -> false, () -> {});
            assertThat(search.run(index.lines(), hits, line -> {})).isTrue();
            assertThat(search.searched()).isEqualTo(3);
            assertThat(hits.count()).isEqualTo(2);
            assertThat(hits.contains(2)).isTrue();
        }
    }

    @Test
    void findsBySourceWhenContainersShareTheLog() throws IOException {
        try (LogIndex index = LogIndex.begin(file("pay-1/app │ a\npay-2/app │ b\n"), true)) {
            index.grow(() -> false, () -> {});
            assertThat(find(index, "pay-2")).containsExactly(1);
            assertThat(find(index, "app b")).containsExactly(1);
        }
    }

    @Test
    void givesASearchUpWhenAsked() throws IOException {
        try (LogIndex index = LogIndex.open(file("a\n".repeat(10)))) {
            LineSet hits = new LineSet();
            assertThat(new LogSearch(index, query("a", ""), () -> true).run(10, hits, line -> {})).isTrue();
            assertThat(hits.count()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "^(([a-z])+.)+[A-Z]([a-z])+$", "(x?a?)*y"})
    void stopsAtALineOnWhichAnExpressionTakesTooLong(String costly) throws IOException {
        try (LogIndex index = LogIndex.open(file("short\n" + "a".repeat(5_000) + "!\nrest\n"))) {
            LogSearch search =
                    new LogSearch(index, new LogQuery(costly, Set.of(Option.EXPRESSION)), () -> false, 1_000_000);
            assertThat(search.run(3, new LineSet(), line -> {})).isFalse();
            assertThat(search.searched()).isEqualTo(1);
        }
    }

    @Test
    void isStoppedInTheMiddleOfACostlyLine() throws IOException {
        int[] asked = {0};
        try (LogIndex index = LogIndex.open(file("a".repeat(200) + "!\n"))) {
            LogSearch search = new LogSearch(
                    index, new LogQuery("(a+)+$", Set.of(Option.EXPRESSION)), () -> ++asked[0] > 3, Long.MAX_VALUE);
            assertThat(search.run(1, new LineSet(), line -> {})).as("not wanted any more is no problem").isTrue();
        }
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        List<Integer> told = new ArrayList<>();
        try (LogIndex index = LogIndex.open(file("0123456789 0123456789\n".repeat(40_000)))) {
            boolean unused = new LogSearch(index, query("x", ""), () -> false).run(40_000, new LineSet(), told::add);
        }
        assertThat(told).isSorted().hasSizeGreaterThan(2).endsWith(40_000);
    }

    private static LogQuery query(String text, String options) {
        LogQuery query = LogQuery.NOTHING.withText(text);
        for (String option : options.split(" ")) {
            query = option.isEmpty() ? query : query.toggled(Option.valueOf(option));
        }
        return query;
    }

    private static List<Integer> find(LogIndex index, String text) throws IOException {
        return find(index, query(text, ""));
    }

    private static List<Integer> find(LogIndex index, LogQuery query) throws IOException {
        LineSet hits = new LineSet();
        assertThat(new LogSearch(index, query, () -> false).run(index.lines(), hits, line -> {})).isTrue();
        List<Integer> found = new ArrayList<>();
        for (int at = hits.next(0); at >= 0; at = hits.next(at + 1)) {
            found.add(at);
        }
        return found;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "job", ".log"), text);
    }
}
