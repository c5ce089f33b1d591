package dev.signalbox.history.logs;

import static dev.signalbox.history.logs.SampleLogs.about;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.text.Redaction;
import dev.signalbox.port.JournalFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A secret lies in kept logs before anybody knows that it is one.
class LogForgettingTest {

    /// Looks like nothing, and no other line has its letters.
    private static final String SECRET = "Qz7vWkJqYpZw9xQjKz";

    private static final List<String> SECRETS = List.of(SECRET);

    @TempDir
    Path folder;

    private final List<String> known = new ArrayList<>();
    private LogArchive archive;

    @BeforeEach
    void open() {
        archive = new LogArchive(folder, 50_000_000, () -> new Redaction(known));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void whatBecameKnownIsGoneFromTheTextTheSearchAndTheBytes() throws Exception {
        keep(1, noise(1) + "2026-11-20T14:01:55.1234567Z the password is " + SECRET + ", he said\n" + noise(2));
        keep(2, "nothing of it here\n");
        List<byte[]> blobs = blobsWith(SECRET);
        assertThat(blobs).hasSize(1);
        assertThat(isOnDisk(tail(blobs.getFirst()))).as("it can be found while it is there").isTrue();
        assertThat(search(SECRET)).isEqualTo(1);
        assertThat(gram("7vw")).isEqualTo(1);
        known.add(SECRET);

        assertThat(archive.forget(SECRETS, () -> false)).isTrue();

        assertThat(copy(1)).contains("the password is •••, he said").doesNotContain(SECRET);
        assertThat(copy(2)).isEqualTo("nothing of it here\n");
        assertThat(isOnDisk(tail(blobs.getFirst()))).as("in no page, free or not, and in no file beside it").isFalse();
        assertThat(gram("7vw")).as("no letters of it in the index").isZero();
        assertThat(search("password he said")).as("the rest is found as before").isEqualTo(1);
        known.clear();
        assertThat(search(SECRET)).isZero();
    }

    @Test
    void whatWasFreedLongAgoIsWrittenOver() throws Exception {
        keep(1, noise(1) + SECRET + "\n" + noise(2));
        byte[] old = tail(blobsWith(SECRET).getFirst());
        keep(2, "also here: " + SECRET + "\n");
        try (Connection earlier = connection(); Statement statement = earlier.createStatement()) {
            statement.execute("pragma secure_delete=off");
            statement.execute("delete from content where block = 1");
            statement.execute("pragma wal_checkpoint(truncate)");
        }
        assertThat(isOnDisk(old)).as("a free page still holds it").isTrue();
        known.add(SECRET);

        assertThat(archive.forget(SECRETS, () -> false)).isTrue();

        assertThat(isOnDisk(old)).isFalse();
    }

    @Test
    void itEndsWhenItIsToldToAndGoesOnLater() throws Exception {
        for (int job = 1; job <= 4; job++) {
            keep(job, "line of " + job + "\n" + SECRET + "\n");
        }
        known.add(SECRET);
        AtomicInteger asked = new AtomicInteger();

        assertThat(archive.forget(SECRETS, () -> asked.incrementAndGet() > 2)).isFalse();

        assertThat(blobsWith(SECRET)).as("two were done, one after the other").hasSize(2);
        assertThat(archive.forget(SECRETS, () -> false)).isTrue();
        assertThat(blobsWith(SECRET)).isEmpty();
        assertThat(copy(4)).isEqualTo("line of 4\n•••\n");
    }

    @Test
    void tidyingThatWasStoppedIsDoneTheNextTime() throws Exception {
        keep(1, noise(3) + SECRET + "\n" + noise(4));
        byte[] old = tail(blobsWith(SECRET).getFirst());
        known.add(SECRET);
        AtomicInteger asked = new AtomicInteger();

        assertThat(archive.forget(SECRETS, () -> asked.incrementAndGet() > 1)).as("after the one block").isFalse();

        assertThat(blobsWith(SECRET)).isEmpty();
        assertThat(archive.forget(SECRETS, () -> false)).isTrue();
        assertThat(isOnDisk(old)).isFalse();
        assertThat(gram("7vw")).isZero();
    }

    @Test
    void whileSomebodyStillReadsTheOldPagesItIsNotDone() throws Exception {
        keep(1, noise(5) + SECRET + "\n");
        known.add(SECRET);
        try (Connection reader = connection(); Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            try (ResultSet rows = statement.executeQuery("select count(*) from content")) {
                assertThat(rows.getInt(1)).isPositive();

                assertThat(archive.forget(SECRETS, () -> false)).isFalse();
            }
        }
        assertThat(archive.forget(SECRETS, () -> false)).isTrue();
        assertThat(folder.resolve("kept-logs.db-wal")).isEmptyFile();
    }

    @Test
    void wholeOnesAreLookedForAndThenEveryPieceGoes() throws Exception {
        keep(1, "half of it: " + SECRET.substring(0, 9) + "\n");
        keep(2, SECRET + " and half: " + SECRET.substring(0, 9) + "\nCR inside: Qz7vWkJq\rYpZw9xQjKz\n");
        known.add(SECRET);
        known.add("short");

        assertThat(archive.forget(List.of(SECRET, "short"), () -> false)).isTrue();

        assertThat(copy(1)).as("half of one may be half of a word").contains(SECRET.substring(0, 9));
        assertThat(copy(2)).isEqualTo("••• and half: •••\nCR inside: •••\n");
    }

    @Test
    void aSecretOfManyLinesIsFoundByEachOfThem() throws Exception {
        keep(1, "A7dfkWq0pzXcV1bn\nB8dfkWq0pzXcV2bn\n");
        String key = "A7dfkWq0pzXcV1bn\nB8dfkWq0pzXcV2bn\n";
        known.add(key);

        assertThat(archive.forget(List.of(key), () -> false)).isTrue();

        assertThat(copy(1)).doesNotContain("dfkWq0pz");
    }

    @Test
    void theSecretMayStandInAnyOfTheBlocksOfALongLog() throws Exception {
        String log = IntStream.range(0, 12).mapToObj(n -> noise(n) + (n % 5 == 4 ? SECRET + "\n" : ""))
                .collect(Collectors.joining());
        keep(1, log);
        assertThat(blobsWith(SECRET)).hasSize(2);
        known.add(SECRET);

        assertThat(archive.forget(SECRETS, () -> false)).isTrue();

        assertThat(copy(1)).isEqualTo(log.replace(SECRET, "•••"));
    }

    @Test
    void whereNothingWasKeptNothingIsMade() throws Exception {
        known.add(SECRET);

        assertThat(archive.forget(SECRETS, () -> false)).isTrue();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aLogThatIsKeptAfterwardsIsCleanFromTheBeginning() throws Exception {
        keep(1, SECRET + "\n");
        known.add(SECRET);
        assertThat(archive.forget(SECRETS, () -> false)).isTrue();

        keep(2, SECRET + "\n");

        assertThat(blobsWith(SECRET)).isEmpty();
        assertThat(copy(1)).isEqualTo(copy(2)).isEqualTo("•••\n");
    }

    /// Lines that cannot be packed well, of a block and a half.
    private static String noise(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, 600)
                .mapToObj(n -> Long.toString(random.nextLong(Long.MAX_VALUE), 10) + "\n")
                .collect(Collectors.joining());
    }

    private void keep(long job, String text) throws IOException, JournalFailure {
        Path file = Files.createTempFile("fetched", ".log");
        try {
            Files.writeString(file, text);
            archive.keep(about(job, 0), file);
        } finally {
            Files.delete(file);
        }
    }

    private String copy(long job) throws IOException, JournalFailure {
        Path to = Files.createTempFile("copy", ".log");
        try {
            assertThat(archive.copy(about(job, 0).job(), to)).isPresent();
            return Files.readString(to);
        } finally {
            Files.delete(to);
        }
    }

    private int search(String text) throws JournalFailure {
        return archive.search(text, 50, () -> false, some -> {}).hits().size();
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("kept-logs.db"));
    }

    /// Packed blocks whose text holds this.
    private List<byte[]> blobsWith(String text) throws SQLException, IOException {
        List<byte[]> found = new ArrayList<>();
        try (Connection reader = connection();
                PreparedStatement all = reader.prepareStatement("select text from content");
                ResultSet rows = all.executeQuery()) {
            while (rows.next()) {
                if (Packed.text(rows.getBytes(1)).contains(text)) {
                    found.add(rows.getBytes(1));
                }
            }
        }
        return found;
    }

    /// In how many blocks three letters follow each other, as the index has it.
    private int gram(String letters) throws SQLException {
        try (Connection reader = connection(); Statement statement = reader.createStatement()) {
            statement.execute("create virtual table temp.grams using fts5vocab('main', 'words', 'row')");
            try (ResultSet rows = statement.executeQuery("select doc from grams where term = '" + letters + "'")) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }

    private static byte[] tail(byte[] packed) {
        return Arrays.copyOfRange(packed, packed.length - 48, packed.length);
    }

    private boolean isOnDisk(byte[] bytes) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.write(Files.readAllBytes(file));
            }
        }
        return all.toString(StandardCharsets.ISO_8859_1).contains(new String(bytes, StandardCharsets.ISO_8859_1));
    }
}
