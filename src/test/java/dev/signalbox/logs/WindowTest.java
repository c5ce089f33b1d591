package dev.signalbox.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.logs.LogLine.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "'ab\ncd\nef',0,8,true,'0 3 6'", "'ab\ncd\nef',0,8,false,'3 6'", "'ab\ncd\nef',3,8,false,6",
        "'ab\ncd\nef',0,3,true,'0 3'", "'ab\ncd\nef',0,2,true,0", "'ab\n',0,3,true,0", "'\n\n\n',0,2,false,'1 2'",
        "'',0,0,true,''",
    })
    void findsTheLinesThatBeginBehindItsLineFeeds(String text, int from, int to, boolean begins, String starts)
            throws IOException {
        Stretch stretch = scan(text.getBytes(StandardCharsets.UTF_8), from, to, begins);
        assertThat(String.join(" ", starts(stretch).stream().map(String::valueOf).toList())).isEqualTo(starts);
        assertThat(stretch.end()).isEqualTo(to);
        assertThat(stretch.isCut()).isFalse();
        assertThat(stretch.endsALine()).isEqualTo(to > from && text.charAt(to - 1) == '\n');
    }

    @Test
    void notesWhatAnErrorAndWhatAGroupIs() throws IOException {
        Stretch stretch = scan("##[error]a\nb\n##[group]c\n##[endgroup]\n[ERROR] d");
        assertThat(notes(stretch)).containsExactly("0 ERROR", "2 GROUP", "3 ENDGROUP", "4 ERROR unusual");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "ä", "a\u001b[1mb", "a\rb", "\u0000", "\u202e", "\u007f\u0080"})
    void notesALineThatHoldsMoreThanPlainLetters(String text) throws IOException {
        for (int before = 0; before < 70; before++) {
            Stretch stretch = scan("x".repeat(before) + "\n" + text + "\n" + "plain\nplain too\n");
            assertThat(notes(stretch)).as("%s after %d", text, before).containsExactly("1 PLAIN unusual");
        }
    }

    @Test
    void findsNothingUnusualInLettersAndWindowsLineEnds() throws IOException {
        assertThat(notes(scan("plain\r\n ~!a\r\n" + "z".repeat(500) + "\n"))).isEmpty();
    }

    @Test
    void looksBehindItselfForTheRestOfItsLastLine() throws IOException {
        String text = "first\n##[error]it goes on\nä\n";
        assertThat(notes(scan(text.getBytes(StandardCharsets.UTF_8), 0, 8, true))).containsExactly("1 ERROR");
        assertThat(notes(scan("first\nplain ä\n".getBytes(StandardCharsets.UTF_8), 0, 8, true)))
                .containsExactly("1 PLAIN unusual");
        assertThat(notes(scan(("a\n" + "x".repeat(Window.BEHIND + 10) + "\n").getBytes(StandardCharsets.UTF_8), 0, 2,
                true))).as("too long to be looked at").containsExactly("1 PLAIN unusual");
    }

    @Test
    void saysWhenTheFileBecameShorter() throws IOException {
        Path file = Files.writeString(folder.resolve("short.log"), "a\nb\n");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Stretch stretch = new Window().scan(channel, 0, 100, 200, true, false);
            assertThat(stretch.isCut()).isTrue();
            assertThat(stretch.end()).isEqualTo(4);
            assertThat(starts(stretch)).containsExactly(0L, 2L);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void severalBesideEachOtherFindWhatOneAloneFinds(long seed) throws IOException {
        Random random = new Random(seed);
        String[] pieces = {"\n", "\n\n", "a", "word ", "[ERROR] ", "##[group]", "é", "\t", "\r\n", "x".repeat(90)};
        StringBuilder text = new StringBuilder();
        while (text.length() < 20_000) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        List<Long> starts = new ArrayList<>();
        List<Long> errors = new ArrayList<>();
        for (int from = 0; from < bytes.length;) {
            int to = Math.min(bytes.length, from + 1 + random.nextInt(700));
            Stretch stretch = scan(bytes, from, to, from == 0);
            starts.addAll(starts(stretch));
            errors.addAll(errors(stretch));
            from = to;
        }
        Stretch alone = scan(bytes, 0, bytes.length, true);
        assertThat(starts).isEqualTo(starts(alone)).hasSizeGreaterThan(100);
        assertThat(errors).isEqualTo(errors(alone)).isNotEmpty();
    }

    private static List<Long> starts(Stretch stretch) {
        return IntStream.range(0, stretch.lines()).mapToObj(stretch::start).toList();
    }

    private static List<Long> errors(Stretch stretch) {
        return IntStream.range(0, stretch.noted()).filter(note -> stretch.kind(note) == Kind.ERROR)
                .mapToObj(note -> stretch.start(stretch.line(note))).toList();
    }

    private static List<String> notes(Stretch stretch) {
        return IntStream.range(0, stretch.noted())
                .mapToObj(note -> stretch.line(note) + " " + stretch.kind(note)
                        + (stretch.isUnusual(note) ? " unusual" : ""))
                .toList();
    }

    private Stretch scan(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return scan(bytes, 0, bytes.length, true);
    }

    private Stretch scan(byte[] bytes, int from, int to, boolean begins) throws IOException {
        Path file = Files.write(folder.resolve("stretch.log"), bytes);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new Window().scan(channel, from, to, bytes.length, begins, false);
        }
    }
}
