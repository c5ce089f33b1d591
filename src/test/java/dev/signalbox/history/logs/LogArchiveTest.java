package dev.signalbox.history.logs;

import static dev.signalbox.history.logs.SampleLogs.about;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.LogHits;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.port.JournalFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogArchiveTest {

    private static final long CAP = 50_000_000;
    private static final String ERROR = "PSQLException: relation \"baskets_v42\" does not exist";

    @TempDir
    Path folder;

    private LogArchive archive;

    @BeforeEach
    void open() {
        archive = new LogArchive(folder, CAP, () -> new Redaction(List.of("correct-horse-battery")));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void findsALineWithItsNumberAndWhatItIsFrom() throws Exception {
        keep(about(1, 0), "one\ntwo\n2026-11-20T14:01:55.1234567Z " + ERROR + "\nfour\n");
        LogHits hits = search("baskets_V42 psqlexception");
        assertThat(hits.complete()).isTrue();
        assertThat(hits.searched()).isEqualTo(1);
        assertThat(hits.hits()).containsExactly(new LogHits.Hit(about(1, 0), 3, ERROR));
    }

    @Test
    void findsPartsOfWords() throws Exception {
        keep(about(1, 0), "java.net.SocketTimeoutException\n");
        assertThat(search("TimeoutExc").hits()).hasSize(1);
        assertThat(search("tExceptionx").hits()).isEmpty();
    }

    @Test
    void showsTheNewestLogFirstWhateverTheOrderOfKeeping() throws Exception {
        keep(about(2, -5), ERROR);
        keep(about(3, 0), ERROR);
        keep(about(1, -9), ERROR);
        assertThat(search("baskets_v42").hits())
                .extracting(hit -> hit.log().job().job())
                .containsExactly(3L, 2L, 1L);
    }

    @Test
    void showsSomeLinesOfEachLogSoThatOneNoisyOneDoesNotHideTheOthers() throws Exception {
        keep(about(1, 0), (ERROR + "\n").repeat(4_000));
        keep(about(2, -1), "only once: " + ERROR);
        LogHits hits = search("baskets_v42");
        assertThat(hits.hits()).hasSize(6);
        assertThat(hits.hits().getLast().log()).isEqualTo(about(2, -1));
        assertThat(hits.hits()).extracting(LogHits.Hit::line).startsWith(1L, 2L, 3L);
    }

    @Test
    void saysThatThereIsMoreThanWasAskedFor() throws Exception {
        keep(about(1, 0), ERROR);
        keep(about(2, -1), ERROR);
        assertThat(archive.search("baskets_v42", 1, () -> false, hits -> {}).complete()).isFalse();
        assertThat(archive.search("baskets_v42", 10, () -> true, hits -> {}).hits()).isEmpty();
    }

    @Test
    void tellsTheFirstHitsBeforeItHasLookedEverywhere() throws Exception {
        for (int job = 1; job <= 12; job++) {
            keep(about(job, -job), ERROR + "\n" + ERROR + "\n");
        }
        List<LogHits> told = new ArrayList<>();
        LogHits all = archive.search("baskets_v42", 50, () -> false, told::add);
        assertThat(told).extracting(some -> some.hits().size()).containsExactly(2, 12, 22);
        assertThat(told).allSatisfy(some -> {
            assertThat(some.complete()).isFalse();
            assertThat(all.hits()).startsWith(some.hits().toArray(LogHits.Hit[]::new));
        });
        assertThat(all.hits()).hasSize(24);
        assertThat(all.complete()).isTrue();
    }

    @Test
    void keepsTwoLogsThatComeAtOnce() throws Exception {
        String padding = ("padding " + "x".repeat(90) + "\n").repeat(3_000);
        Path otherFile = Files.writeString(folder.resolve("other.log"), padding + "second " + ERROR);
        Thread second = Thread.ofVirtual().start(() -> keepQuietly(otherFile));
        keep(about(1, 0), padding + "first " + ERROR);
        second.join();
        assertThat(search("\"first psql\"").hits()).singleElement()
                .satisfies(hit -> assertThat(hit.log().job().job()).isEqualTo(1));
        assertThat(search("\"second psql\"").hits()).singleElement()
                .satisfies(hit -> assertThat(hit.log().job().job()).isEqualTo(2));
    }

    private void keepQuietly(Path file) {
        try {
            archive.keep(about(2, 0), file);
        } catch (JournalFailure failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void knowsTheRightLineFarIntoALongLog() throws Exception {
        String log = IntStream.rangeClosed(1, 40_000)
                .mapToObj(n -> n == 31_234 ? ERROR + "\n" : "Compiling crate-" + n + "\n")
                .collect(Collectors.joining());
        keep(about(1, 0), log);
        assertThat(search("baskets_v42").hits()).extracting(LogHits.Hit::line).containsExactly(31_234L);
        Path copy = folder.resolve("copy.log");
        assertThat(archive.copy(about(1, 0).job(), copy)).isPresent();
        assertThat(copy).hasContent(log);
    }

    @Test
    void neverKeepsASecretAnywhereOnTheDisk() throws Exception {
        String canary = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";
        keep(about(1, 0), "pushing with \u001b[1mghp_16C7e42F\u001b[0m292c6912E7710c838347Ae178B4a\n"
                + "-----BEGIN PRIVATE KEY-----\nMIIEcanary16C7e42F292c\n-----END PRIVATE KEY-----\n"
                + "and " + canary + " and correct-horse-battery\nthe end\n");
        assertThat(search("16C7e42F292c6912").hits()).isEmpty();
        assertThat(search("correct-horse").hits()).isEmpty();
        assertThat(search("the end").hits()).extracting(LogHits.Hit::line).containsExactly(6L);
        Path copy = folder.resolve("copy.log");
        assertThat(archive.copy(about(1, 0).job(), copy)).isPresent();
        assertThat(Files.readString(copy)).doesNotContain("292c6912").doesNotContain("canary").doesNotContain("horse");
        archive.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("kept-logs")).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (int at = 4; at + 8 <= canary.length(); at++) {
                    assertThat(bytes.toLowerCase(Locale.ROOT))
                            .doesNotContain(canary.substring(at, at + 8).toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    @Test
    void findsAPastedLineThatHasATimeAndColours() throws Exception {
        keep(about(1, 0), ERROR);
        assertThat(search("2026-11-21T09:00:00.0000001Z \u001b[31m" + ERROR + "\u001b[0m").hits()).hasSize(1);
        assertThat(search("2026-11-21T09:00:00.0000001Z " + ERROR + " elsewhere").hits()).isEmpty();
    }

    @Test
    void keepsALogOnceAndOverARestart() throws Exception {
        keep(about(1, 0), ERROR);
        keep(about(1, 0), "something else");
        archive.close();
        open();
        assertThat(archive.has(about(1, 0).job())).isTrue();
        assertThat(archive.about(about(1, 0).job())).contains(about(1, 0));
        assertThat(archive.has(about(2, 0).job())).isFalse();
        assertThat(archive.about(about(2, 0).job())).isEmpty();
        assertThat(search("baskets_v42").hits()).hasSize(1);
        assertThat(search("something else").hits()).isEmpty();
    }

    @Test
    void letsTheOldestGoWhenThereAreTooMany() throws Exception {
        archive.close();
        archive = new LogArchive(folder, 400_000, () -> Redaction.SHAPES_ONLY);
        for (int job = 1; job <= 30; job++) {
            int seed = job;
            keep(about(job, job), "marker-" + job + "\n" + IntStream.range(0, 4_000)
                    .mapToObj(n -> Integer.toHexString((n + seed) * 0x9E3779B1) + "\n").collect(Collectors.joining()));
        }
        assertThat(archive.has(about(1, 0).job())).isFalse();
        assertThat(archive.has(about(30, 0).job())).isTrue();
        assertThat(search("marker-1").hits()).noneMatch(hit -> hit.log().job().job() == 1);
        assertThat(search("marker-30").hits()).hasSize(1);
        assertThat(Files.size(folder.resolve("kept-logs.db"))).isLessThan(3_000_000);
    }

    @Test
    void keepsTheBeginningOfALogThatAloneIsTooLarge() throws Exception {
        archive.close();
        archive = new LogArchive(folder, 200_000, () -> Redaction.SHAPES_ONLY);
        keep(about(1, 0), "the beginning\n" + IntStream.range(0, 1_500_000)
                .mapToObj(n -> Integer.toHexString(n * 0x9E3779B1) + "\n").collect(Collectors.joining()) + "the end\n");
        keep(about(2, 0), ERROR);
        assertThat(search("baskets_v42").hits()).hasSize(1);
    }

    @Test
    void keepsNothingWhenTheCapIsZero() throws Exception {
        archive.close();
        archive = new LogArchive(folder, 0, () -> Redaction.SHAPES_ONLY);
        keep(about(1, 0), ERROR);
        assertThat(archive.has(about(1, 0).job())).isFalse();
        assertThat(archive.about(about(1, 0).job())).isEmpty();
        assertThat(search("baskets_v42").hits()).isEmpty();
        assertThat(archive.copy(about(1, 0).job(), folder.resolve("copy"))).isEmpty();
        assertThat(folder.resolve("kept-logs.db")).doesNotExist();
    }

    @Test
    void searchesForWordsWithSignsOfTheIndexLanguage() throws Exception {
        keep(about(1, 0), "a \"quoted\" AND (odd) line* with NOT -- signs: ^x {y} 'z'\n");
        for (String words : List.of("AND", "(odd)", "line*", "\"quoted", "NOT --", "{y}", "'z'", "signs:")) {
            assertThat(search(words).hits()).as(words).hasSize(1);
        }
        assertThat(search("x\"y\"z \" '' ; drop table log").hits()).isEmpty();
    }

    @Test
    void refusesWhenItIsClosed() {
        archive.close();
        assertThatExceptionOfType(JournalFailure.class)
                .isThrownBy(() -> search("anything"))
                .withMessageContaining("closed");
    }

    private void keep(KeptLog log, String text) throws Exception {
        archive.keep(log, Files.writeString(folder.resolve("job.log"), text));
    }

    private LogHits search(String words) throws JournalFailure {
        return archive.search(words, 50, () -> false, hits -> {});
    }
}
