package dev.signalbox.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.archive.ZipMaker.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnpackingTest {

    private static final ArchiveLimits SMALL = new ArchiveLimits(10, 50_000, 80_000, 20, 1_000);

    @TempDir
    private Path folder = Path.of("");

    private Path chosen = Path.of("");

    @BeforeEach
    void chooseAFolder() throws IOException {
        chosen = Files.createDirectory(folder.resolve("chosen"));
    }

    @Test
    void unpacksEverythingIntoANewFolder() throws IOException {
        Path zip = ZipMaker.with(
                Entry.folder("empty/"), Entry.of("a/b/c.txt", "deep"), Entry.stored("top.txt", "top")).in(folder);
        AtomicLong written = new AtomicLong();
        Path made = Unpacking.unpack(zip, chosen, "artifact-7", written::addAndGet);
        assertThat(made).isEqualTo(chosen.resolve("artifact-7"));
        assertThat(made.resolve("a/b/c.txt")).hasContent("deep");
        assertThat(made.resolve("top.txt")).hasContent("top");
        assertThat(made.resolve("empty")).isEmptyDirectory();
        assertThat(written).hasValue(7);
        assertThat(there()).containsExactly("artifact-7");
    }

    @Test
    void neverWritesIntoAFolderThatIsThere() throws IOException {
        Files.writeString(Files.createDirectory(chosen.resolve("artifact-7")).resolve("mine.txt"), "mine");
        Path zip = ZipMaker.with(Entry.of("mine.txt", "theirs")).in(folder);
        Path made = Unpacking.unpack(zip, chosen, "artifact-7", n -> {});
        assertThat(made).isEqualTo(chosen.resolve("artifact-7-2"));
        assertThat(chosen.resolve("artifact-7/mine.txt")).hasContent("mine");
    }

    static List<byte[]> hostile() {
        Entry good = Entry.of("good.txt", "good");
        return List.of(
                ZipMaker.with(good, Entry.of("../slipped.txt", "x")).bytes(),
                ZipMaker.with(good, Entry.of("link", "../").mode(0120777), Entry.of("link/x", "x")).bytes(),
                ZipMaker.with(good, Entry.of("bad", "x").crc(1)).bytes(),
                ZipMaker.with(good, Entry.of("bomb", new byte[49_000])).bytes(),
                ZipMaker.with(good, Entry.of("more", "x".repeat(40_000)).bytes(9)).bytes(),
                ZipMaker.with(good, Entry.of("GOOD.TXT", "x")).bytes(),
                ZipMaker.with(good, Entry.of("good.txt/x", "x")).bytes(),
                ZipMaker.with(good, Entry.of("nul", "x")).bytes(),
                ZipMaker.with(good, Entry.of("a/b/c/d/e/f.txt", ""), Entry.of("g/h/i/j/k/l/m.txt", "")).bytes(),
                ZipMaker.with(Entry.of("a/b/c.txt", "deep"), Entry.of("d/e/bad", "x").crc(1)).bytes(),
                ZipMaker.with(Entry.folder("only/")).bytes(),
                ZipMaker.empty().bytes(),
                new byte[4096]);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void leavesNothingBehindWhenItRefuses(byte[] bytes) throws IOException {
        Path zip = Files.write(folder.resolve("a.zip"), bytes);
        assertThatThrownBy(() -> Unpacking.unpack(zip, chosen, "artifact-7", SMALL, n -> {}))
                .isInstanceOf(RefusedArchive.class);
        assertThat(there()).isEmpty();
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactlyInAnyOrder(chosen, zip);
        }
    }

    @Test
    void leavesNothingBehindWhenItIsStopped() throws IOException {
        Path zip = ZipMaker.with(Entry.of("a", "hello"), Entry.of("b", "hello")).in(folder);
        assertThatThrownBy(() -> Unpacking.unpack(zip, chosen, "artifact-7", n -> Thread.currentThread().interrupt()))
                .isInstanceOf(IOException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(there()).isEmpty();
    }

    @Test
    void saysThatAFolderIsNotThere() throws IOException {
        Path zip = ZipMaker.with(Entry.of("a", "hello")).in(folder);
        assertThatThrownBy(() -> Unpacking.unpack(zip, chosen.resolve("gone"), "artifact-7", n -> {}))
                .isInstanceOf(IOException.class);
    }

    private List<String> there() throws IOException {
        try (Stream<Path> files = Files.list(chosen)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
