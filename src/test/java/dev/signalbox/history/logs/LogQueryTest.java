package dev.signalbox.history.logs;

import static dev.signalbox.history.logs.SampleLogs.about;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.LogHits;
import dev.signalbox.domain.text.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Asking for the newest logs first and for ever more of the others gives what asking for all at once gives.
class LogQueryTest {

    private static final int LOGS = 30;

    @TempDir
    Path folder;

    private LogHits ask(String text, int blocks, int atMost, List<Integer> told) throws Exception {
        try (ArchiveFile file = new ArchiveFile(folder.resolve(LogArchive.NAME), new AtomicInteger(), 0)) {
            return file.run(connection -> new LogQuery(connection, new LogWords(text), () -> false, blocks)
                    .find(atMost, hits -> told.add(hits.hits().size())));
        }
    }

    private void fill() throws Exception {
        Random random = new Random(7);
        try (LogArchive archive = new LogArchive(folder, 50_000_000, () -> Redaction.SHAPES_ONLY)) {
            for (int job = 1; job <= LOGS; job++) {
                // Kept in another order than they were written in.
                archive.keep(about(job, -(job * 7 % LOGS)), written(random, job));
            }
        }
    }

    private Path written(Random random, int job) throws IOException {
        StringBuilder log = new StringBuilder();
        for (int line = 0; line < 600; line++) {
            log.append("everywhere line ").append(line).append(' ').append("x".repeat(random.nextInt(120)));
            log.append(random.nextInt(3_000) == 0 ? " seldom-seen" : "").append('\n');
        }
        log.append(job == 13 ? "only-here\n" : "");
        return Files.writeString(folder.resolve(job + ".log"), log);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 40, 1_000_000})
    void findsTheSameHowManyBlocksItAsksForAtFirst(int blocks) throws Exception {
        fill();
        for (String text : List.of("everywhere", "seldom-seen", "only-here", "nowhere-at-all")) {
            LogHits all = ask(text, 1_000_000, 10_000, new ArrayList<>());
            assertThat(ask(text, blocks, 10_000, new ArrayList<>())).as(text).isEqualTo(all);
            assertThat(all.complete()).isTrue();
            assertThat(all.searched()).isEqualTo(LOGS);
            assertThat(all.hits()).extracting(hit -> hit.log().at()).isSortedAccordingTo((a, b) -> b.compareTo(a));
        }
    }

    @Test
    void stopsAsSoonAsThereAreEnough() throws Exception {
        fill();
        List<Integer> told = new ArrayList<>();
        LogHits some = ask("everywhere", 3, 12, told);
        assertThat(some.hits()).hasSize(12);
        assertThat(some.complete()).isFalse();
        assertThat(told).first().isEqualTo(5);
        assertThat(some.hits()).isEqualTo(ask("everywhere", 1_000_000, 12, new ArrayList<>()).hits());
    }

    @Test
    void knowsThatNothingIsKept() throws Exception {
        assertThat(ask("everywhere", 3, 12, new ArrayList<>())).isEqualTo(new LogHits(List.of(), 0, true));
    }
}
