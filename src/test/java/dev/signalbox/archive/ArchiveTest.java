package dev.signalbox.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.archive.ZipMaker.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchiveTest {

    private static final ArchiveLimits SMALL = new ArchiveLimits(10, 50_000, 80_000, 20, 1_000);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsWhatTheJdkWrites() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("reports/"));
            zip.putNextEntry(new ZipEntry("reports/ü.xml"));
            zip.write("<testsuite/>".getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("a.zip"), bytes.toByteArray());
        try (Archive archive = Archive.open(file, ArchiveLimits.STANDARD)) {
            assertThat(archive.entries()).extracting(ArchiveEntry::name, ArchiveEntry::isFolder).containsExactly(
                    org.assertj.core.groups.Tuple.tuple("reports", true),
                    org.assertj.core.groups.Tuple.tuple("reports/ü.xml", false));
            assertThat(text(archive, archive.entries().getLast())).isEqualTo("<testsuite/>");
            assertThat(archive.bytes()).isEqualTo(12);
        }
    }

    @Test
    void readsStoredEntriesAndComments() throws IOException {
        Path file = ZipMaker.with(Entry.stored("a", "hello"), Entry.of("b", "")).comment("made by hand").in(folder);
        try (Archive archive = Archive.open(file, SMALL)) {
            assertThat(text(archive, archive.entries().getFirst())).isEqualTo("hello");
            assertThat(text(archive, archive.entries().getLast())).isEmpty();
        }
    }

    @Test
    void opensAnEmptyArchiveAsEmpty() throws IOException {
        try (Archive archive = Archive.open(ZipMaker.empty().in(folder), SMALL)) {
            assertThat(archive.entries()).isEmpty();
        }
    }

    static Stream<Arguments> liars() {
        byte[] whole = ZipMaker.with(Entry.of("a", "hello")).bytes();
        byte[] tar = new byte[1024];
        Entry good = Entry.of("a", "hello");
        return Stream.of(
                lies("an empty file", new byte[0], "too short"),
                lies("a page", "<!doctype html><html>Please sign in to go on</html>".getBytes(StandardCharsets.UTF_8),
                        "begins with something else"),
                lies("a tar", tar, "begins with something else"),
                lies("a page before the archive",
                        joined("<html>sign in</html>".getBytes(StandardCharsets.UTF_8), whole), "begins with"),
                lies("cut", Arrays.copyOf(whole, whole.length - 30), "cut short"),
                lies("only its beginning", Arrays.copyOf(whole, 33), "cut short"),
                lies("something behind", joined(whole, new byte[] {1, 2}), "cut short"),
                lies("junk inside before the first entry", fake().junk("xxxx").add(good).bytes(), "begins with"),
                lies("a slipping entry", ZipMaker.with(good, Entry.of("../e.txt", "x")).bytes(), "../e.txt"),
                lies("an absolute entry", ZipMaker.with(Entry.of("/tmp/e.txt", "x")).bytes(), "absolute"),
                lies("a symbolic link", ZipMaker.with(Entry.of("link", "/etc/passwd").mode(0120777)).bytes(), "link"),
                lies("a device", ZipMaker.with(Entry.of("null", "").mode(0020666)).bytes(), "device"),
                lies("a pipe", ZipMaker.with(Entry.of("pipe", "").mode(0010666)).bytes(), "device"),
                lies("other names in front", ZipMaker.with(Entry.of("good", "x").localName("evil")).bytes(), "good"),
                lies("a slip in front", ZipMaker.with(Entry.of("good", "x").localName("../e.txt")).bytes(), "good"),
                lies("encrypted", ZipMaker.with(good.flags(1)).bytes(), "encrypted"),
                lies("an odd method", ZipMaker.with(good.method(99)).bytes(), "packed in a way"),
                lies("two of a name", ZipMaker.with(good, good).bytes(), "name of another"),
                lies("one name in two cases", ZipMaker.with(good, Entry.of("A", "x")).bytes(), "name of another"),
                lies("a name in no alphabet", ZipMaker.with(good.rawName(new byte[] {(byte) 0x81})).bytes(),
                        "alphabet"),
                lies("a folder with content", ZipMaker.with(Entry.of("d/", "x").mode(0040755)).bytes(), "size"),
                lies("stored sizes that differ", ZipMaker.with(Entry.stored("a", "hello").bytes(4)).bytes(), "size"),
                lies("too many entries", ZipMaker.with(many(11)).bytes(), "11 entries"),
                lies("a count that is too low", ZipMaker.with(many(3)).bytes(2), "more than its end says"),
                lies("a count that is too high", ZipMaker.with(many(3)).bytes(4), "damaged"),
                lies("a file that is too large", ZipMaker.with(good.bytes(60_000)).bytes(), "larger"),
                lies("too much together", ZipMaker.with(good.bytes(45_000), Entry.of("b", "x").bytes(45_000)).bytes(),
                        "80000"),
                lies("shared data", ZipMaker.with(good).pointingAt(good.rawName(new byte[] {'b'}), 0).bytes(),
                        "named otherwise"),
                lies("the large format", ZipMaker.with(many(2)).bytes(0xFFFF), "65535 entries"));
    }

    @ParameterizedTest
    @MethodSource("liars")
    void refusesArchivesThatLie(byte[] bytes, String why) throws IOException {
        Path file = Files.write(folder.resolve("a.zip"), bytes);
        assertThatThrownBy(() -> Archive.open(file, SMALL).close())
                .isInstanceOf(RefusedArchive.class)
                .hasMessageContaining(why);
    }

    /// One file quoted inside another: each unpacks well alone, together they unpack to more than there is.
    @Test
    void refusesEntriesThatOverlap() throws IOException {
        byte[] inner = ZipMaker.with(Entry.stored("b", "hello")).bytes();
        byte[] head = Arrays.copyOf(inner, 30 + 1 + 5);
        Entry outer = Entry.stored("a", "").data(head).bytes(head.length);
        ZipMaker maker = ZipMaker.with(outer).pointingAt(Entry.stored("b", "hello"), 31);
        Path file = maker.in(folder);
        assertThatThrownBy(() -> Archive.open(file, SMALL).close()).hasMessageContaining("shares its data");
    }

    @Test
    void stopsAtTheFirstByteBeyondTheSizeThatWasTold() throws IOException {
        Path file = ZipMaker.with(Entry.of("a", "x".repeat(30_000)).bytes(10)).in(folder);
        try (Archive archive = Archive.open(file, SMALL)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThatThrownBy(() -> archive.copy(archive.entries().getFirst(), out, n -> {}))
                    .isInstanceOf(RefusedArchive.class)
                    .hasMessageContaining("more than the archive says");
            assertThat(out.size()).isZero();
        }
    }

    @Test
    void stopsABombByItsRatio() throws IOException {
        Path file = ZipMaker.with(Entry.of("a", new byte[45_000])).in(folder);
        try (Archive archive = Archive.open(file, SMALL)) {
            assertThatThrownBy(() -> text(archive, archive.entries().getFirst()))
                    .isInstanceOf(RefusedArchive.class)
                    .hasMessageContaining("20 times");
        }
    }

    @Test
    void letsSmallFilesHaveAnyRatio() throws IOException {
        Path file = ZipMaker.with(Entry.of("a", "x".repeat(1_000))).in(folder);
        try (Archive archive = Archive.open(file, SMALL)) {
            assertThat(text(archive, archive.entries().getFirst())).hasSize(1_000);
        }
    }

    @Test
    void neverOpensAnArchiveInAnArchive() throws IOException {
        byte[] inner = ZipMaker.with(Entry.of("../../deep", "x")).bytes();
        Path file = ZipMaker.with(Entry.of("inner.zip", inner)).in(folder);
        try (Archive archive = Archive.open(file, SMALL)) {
            assertThat(archive.entries()).extracting(ArchiveEntry::name).containsExactly("inner.zip");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            archive.copy(archive.entries().getFirst(), out, n -> {});
            assertThat(out.toByteArray()).isEqualTo(inner);
        }
    }

    static Stream<Arguments> damaged() {
        Entry good = Entry.of("a", "hello");
        byte[] flipped = ZipMaker.deflated("a longer text that can be damaged".getBytes(StandardCharsets.UTF_8));
        flipped[0] = (byte) 0xFF;
        return Stream.of(
                Arguments.of(Named.of("a wrong checksum", good.crc(7)), "checksum"),
                Arguments.of(Named.of("a wrong stored checksum", Entry.stored("a", "hello").crc(7)), "checksum"),
                Arguments.of(Named.of("less than told", good.bytes(6)), "checksum"),
                Arguments.of(Named.of("cut data", good.data(Arrays.copyOf(good.data(), 3))), "ends too early"),
                Arguments.of(Named.of("more data", good.data(joined(good.data(), new byte[9]))), "behind its content"),
                Arguments.of(Named.of("broken data", good.data(flipped)), "damaged"));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void refusesContentThatIsNotWhatTheDirectorySays(Entry entry, String why) throws IOException {
        Path file = ZipMaker.with(entry).in(folder);
        try (Archive archive = Archive.open(file, SMALL)) {
            assertThatThrownBy(() -> text(archive, archive.entries().getFirst()))
                    .isInstanceOf(RefusedArchive.class)
                    .hasMessageContaining("“a”")
                    .hasMessageContaining(why);
        }
    }

    @Test
    void endsWhenItsThreadIsInterrupted() throws IOException {
        Path file = ZipMaker.with(Entry.of("a", "hello")).in(folder);
        try (Archive archive = Archive.open(file, SMALL)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> text(archive, archive.entries().getFirst()))
                    .isInstanceOf(InterruptedIOException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void takesAtMostATenthOfTheDisk() {
        assertThat(ArchiveLimits.STANDARD.within(1_000).totalBytes()).isEqualTo(100);
        assertThat(ArchiveLimits.STANDARD.within(Long.MAX_VALUE).totalBytes()).isEqualTo(4L << 30);
    }

    private static Arguments lies(String name, byte[] bytes, String why) {
        return Arguments.of(Named.of(name, bytes), why);
    }

    private static ZipMaker fake() {
        return ZipMaker.empty();
    }

    private static Entry[] many(int count) {
        Entry[] entries = new Entry[count];
        Arrays.setAll(entries, i -> Entry.of("f" + i, "x"));
        return entries;
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static String text(Archive archive, ArchiveEntry entry) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        archive.copy(entry, out, n -> {});
        return out.toString(StandardCharsets.UTF_8);
    }
}
