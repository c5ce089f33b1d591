package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it looks at what the whole process does")
class OwnLogTest {

    private final KnownSecrets known = new KnownSecrets();

    @TempDir
    private Path folder = Path.of("");

    private static void say(OwnLog log, Level level, String words) {
        LogRecord said = new LogRecord(level, words);
        said.setLoggerName("test");
        log.publish(said);
    }

    private String written() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().contains("console.log.")).sorted().toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    void writesWhatMattersAndNotWhatIsSmall() throws Exception {
        try (Closing closing = new Closing()) {
            OwnLog log = OwnLog.open(folder, known);
            closing.later(log);
            say(log, Level.WARNING, "the disk is slow");
            say(log, Level.FINE, "a detail");
        }
        assertThat(written()).contains("the disk is slow").doesNotContain("a detail");
    }

    @Test
    void aLineThatComesAgainAndAgainIsWrittenOnce() throws Exception {
        OwnLog log = OwnLog.open(folder, known);
        for (int i = 0; i < 1_000_000; i++) {
            say(log, Level.WARNING, "refused, trying again");
        }
        say(log, Level.WARNING, "something else");
        log.close();
        assertThat(written().split("refused, trying again", -1)).hasSize(2);
        assertThat(written()).contains("The same again, 999999 times.").contains("something else");
    }

    @Test
    void linesThatDifferOnlyInWhatTheySpeakOfAreAllWritten() throws Exception {
        OwnLog log = OwnLog.open(folder, known);
        for (String cluster : List.of("prod-eu", "prod-us", "prod-us")) {
            LogRecord said = new LogRecord(Level.WARNING, "{0} does not answer");
            said.setParameters(new Object[] {cluster});
            log.publish(said);
        }
        log.close();
        assertThat(written()).contains("prod-eu does not answer", "prod-us does not answer", "again, 1 time");
    }

    @Test
    void repeatsAreToldAtTheEndToo() throws Exception {
        OwnLog log = OwnLog.open(folder, known);
        say(log, Level.WARNING, "refused");
        say(log, Level.WARNING, "refused");
        log.close();
        assertThat(written()).contains("The same again, 1 time.");
    }

    @Test
    void holdsNoSecret() throws Exception {
        OwnLog log = OwnLog.open(folder, known);
        known.learn(List.of("an-odd-secret-of-ours"));
        say(log, Level.WARNING, "sent ghp_canarycanary and odd-secret-of to Bearer abcdefgh");
        assertThat(log.lines()).singleElement().asString().doesNotContain("canary").doesNotContain("odd-sec");
        log.close();
        assertThat(written()).contains("•••").doesNotContain("canary").doesNotContain("odd-sec")
                .doesNotContain("abcdefgh");
    }

    @Test
    void neverTakesMoreThanFiveFilesOfTenMegabytes() throws Exception {
        OwnLog log = OwnLog.open(folder, known);
        String long1 = "x".repeat(15_000);
        for (int i = 0; i < 4_200; i++) {
            say(log, Level.WARNING, i + long1);
        }
        log.close();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.filter(f -> !f.toString().endsWith(".lck")).toList();
            assertThat(all).hasSizeLessThanOrEqualTo(5);
            long bytes = 0;
            for (Path file : all) {
                bytes += Files.size(file);
            }
            assertThat(bytes).isLessThan(50_100_000L).isGreaterThan(30_000_000L);
        }
        assertThat(log.lines()).hasSizeLessThanOrEqualTo(300);
    }

    @Test
    void hearsWhatAnybodyLogsAndNothingAfterItsEnd() {
        Logger other = Logger.getLogger("of.somebody.else");
        OwnLog log = OwnLog.open(folder, known);
        other.warning("from elsewhere");
        assertThat(log.lines()).anySatisfy(line -> assertThat(line).contains("from elsewhere"));
        log.close();
        other.warning("too late");
        assertThat(log.lines()).noneSatisfy(line -> assertThat(line).contains("too late"));
    }

    @Test
    void aFolderThatTakesNothingCostsOnlyTheFile() {
        OwnLog log = OwnLog.open(folder.resolve("nowhere/at/all"), known);
        say(log, Level.WARNING, "still heard");
        assertThat(log.lines()).hasSize(1);
        log.close();
    }
}
