package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.history.logs.LogArchive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logs lie on the disk before a token that stands in them is known to be one.
class LateSecretsTest {

    private static final String TOKEN = "Qz7vWkJqYpZw9xQjKz";
    private static final String OTHER = "another-token-of-ours";
    private static final Instant LONG_AGO = Instant.parse("2026-03-01T12:00:00Z");
    private static final KeptLog ABOUT = new KeptLog(
            new JobKey(new RunId(new RepositoryId(new ConnectionId("GitHub"), "acme", "checkout"), 1), 7), "nightly",
            77, "unit-tests", Conclusion.FAILURE, "main", LONG_AGO);

    @TempDir
    private Path folder = Path.of("");

    private final KnownSecrets known = new KnownSecrets();
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private final List<Runnable> waiting = new ArrayList<>();
    private Path cache = Path.of("");
    private LogArchive archive = new LogArchive(Path.of(""), 0, known);
    private LateSecrets late = new LateSecrets(known, archive, List.of(), () -> now, waiting::add);

    @BeforeEach
    void open() throws IOException {
        cache = Files.createDirectories(folder.resolve("cache/logs"));
        assertThat(Files.createDirectory(cache.resolve("github-1"))).isEmptyDirectory();
        archive = new LogArchive(folder, 10_000_000, known);
        late = new LateSecrets(
                known, archive, List.of(cache, folder.resolve("not-there")), () -> now, waiting::add);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void aCachedLogLosesItInItsPlace() throws Exception {
        String before = "one\n" + "x".repeat(256 * 1_024 - 12) + TOKEN + " and " + TOKEN + "\nlast\n";
        Path log = write("7.log", before);
        known.learn(List.of(TOKEN));

        step();

        assertThat(log).hasContent(before.replace(TOKEN, "*".repeat(TOKEN.length())));
        assertThat(Files.getLastModifiedTime(log).toInstant()).as("it is as old as it was").isEqualTo(LONG_AGO);
    }

    @Test
    void aKeptLogLosesItFromTheTextAndTheSearch() throws Exception {
        archive.keep(ABOUT, write("7.log", "the password is " + TOKEN + "\n"));
        assertThat(archive.search(TOKEN, 9, () -> false, some -> {}).hits()).hasSize(1);
        known.learn(List.of(TOKEN));

        step();

        Path copy = folder.resolve("copy.log");
        assertThat(archive.copy(ABOUT.job(), copy)).isPresent();
        assertThat(copy).hasContent("the password is •••");
        assertThat(new LogArchive(folder, 10_000_000, () -> Redaction.SHAPES_ONLY)
                .search(TOKEN, 9, () -> false, some -> {}).hits()).isEmpty();
    }

    @Test
    void whatIsNoTokenOfOursAndNoLogStaysByteByByte() throws Exception {
        Path log = write("7.log", "ghp_" + "a".repeat(36) + "\n");
        Path zip = write("7.zip", TOKEN);
        known.learn(List.of(TOKEN, "short"));

        step();

        assertThat(log).hasContent("ghp_" + "a".repeat(36));
        assertThat(zip).hasContent(TOKEN);
    }

    @Test
    void onceAllIsDoneNothingIsReadAgainUntilMoreIsKnown() throws Exception {
        known.learn(List.of(TOKEN));
        step();
        Path log = write("7.log", TOKEN + OTHER);

        step();
        assertThat(log).as("it would have come without it").hasContent(TOKEN + OTHER);
        known.learn(List.of(OTHER));
        step();

        assertThat(log).hasContent(TOKEN + "*".repeat(OTHER.length()));
    }

    @Test
    void aLogThatIsJustBeingFetchedIsLookedAtWhenItIsThere() throws Exception {
        Path half = Files.writeString(cache.resolve("part-1.tmp"), "half " + TOKEN);
        Files.setLastModifiedTime(half, FileTime.from(now));
        known.learn(List.of(TOKEN));
        step();
        assertThat(half).as("somebody writes it").hasContent("half " + TOKEN);
        Path log = Files.move(half, cache.resolve("8.log"));

        step();
        assertThat(log).as("not at once again").hasContent("half " + TOKEN);
        now = now.plus(Duration.ofSeconds(11));
        step();

        assertThat(log).hasContent("half " + "*".repeat(TOKEN.length()));
    }

    @Test
    void halfALogOfAConsoleThatWasKilledIsNotWaitedForForEver() throws Exception {
        write("part-1.tmp", TOKEN);
        known.learn(List.of(TOKEN));
        step();
        now = now.plus(Duration.ofSeconds(11));
        step();
        Path log = write("9.log", TOKEN);
        now = now.plus(Duration.ofSeconds(11));

        step();

        assertThat(log).as("all was done the second time").hasContent(TOKEN);
    }

    @Test
    void itIsDoneInTheBackgroundAndOnceAtATime() throws Exception {
        Path log = write("7.log", TOKEN);
        known.learn(List.of(TOKEN));

        late.step();
        late.step();

        assertThat(waiting).hasSize(1);
        assertThat(log).hasContent(TOKEN);
        waiting.removeFirst().run();
        assertThat(log).content().doesNotContain(TOKEN);
    }

    @Test
    void whoIsInterruptedGoesOnTheNextTime() throws Exception {
        Path log = write("7.log", TOKEN);
        archive.keep(ABOUT, write("8.log", "kept " + TOKEN + "\n"));
        known.learn(List.of(TOKEN));
        Thread.currentThread().interrupt();
        step();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(archive.copy(ABOUT.job(), folder.resolve("copy.log"))).isPresent();
        assertThat(folder.resolve("copy.log")).hasContent("kept " + TOKEN);
        now = now.plus(Duration.ofSeconds(11));

        step();

        assertThat(log).content(StandardCharsets.UTF_8).doesNotContain(TOKEN);
        assertThat(archive.copy(ABOUT.job(), folder.resolve("copy.log"))).isPresent();
        assertThat(folder.resolve("copy.log")).hasContent("kept •••");
    }

    @Test
    void whatIsKnownIsAskedForBesidesWhatWasDone() {
        known.learn(List.of(TOKEN, OTHER));

        assertThat(known.besides(Set.of(TOKEN))).containsExactly(OTHER);
        assertThat(known.besides(Set.of(TOKEN, OTHER))).isEmpty();
    }

    private void step() {
        late.step();
        List<Runnable> tasks = List.copyOf(waiting);
        waiting.clear();
        tasks.forEach(Runnable::run);
    }

    private Path write(String name, String text) throws IOException {
        Path file = Files.writeString(cache.resolve("github-1").resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
        return file;
    }
}
