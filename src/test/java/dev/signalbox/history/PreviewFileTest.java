package dev.signalbox.history;

import static dev.signalbox.testing.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.board.BoardPreview;
import dev.signalbox.domain.text.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewFileTest {

    private static final String STAMP = "/home/me/console.yaml|1|2";
    private static final Redaction KNOWN = new Redaction(List.of("a-secret-that-is-known"));

    @TempDir
    private Path folder;

    private PreviewFile file() {
        return new PreviewFile(folder);
    }

    private Path place() {
        return folder.resolve("last-state-preview.bin");
    }

    private static BoardPreview preview(String text) {
        BoardPreview.Cell cell = new BoardPreview.Cell(text, BoardPreview.Tone.BAD, "failed", NOON);
        return new BoardPreview(
                NOON, List.of(new BoardPreview.Column("production", true), new BoardPreview.Column("dev", false)),
                List.of(
                        new BoardPreview.Group("Payments", "1 service · 1 failing", true),
                        new BoardPreview.Service("checkout", List.of(
                                cell,
                                new BoardPreview.Cell("", BoardPreview.Tone.IDLE, "idle", NOON.minusSeconds(9))))));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        assertThat(file().read(STAMP)).isEmpty();
        file().write(preview("bücher \u202e 日本"), STAMP, KNOWN);
        assertThat(file().read(STAMP)).contains(preview("bücher \u202e 日本"));
        file().write(preview("other"), STAMP, KNOWN);
        assertThat(file().read(STAMP)).contains(preview("other"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(place());
        }
    }

    @Test
    void whatStoodUnderAnotherConfigurationIsNotShown() throws IOException {
        file().write(preview("v1"), STAMP, KNOWN);
        assertThat(file().read("/home/me/console.yaml|1|3")).isEmpty();
        assertThat(file().read("")).isEmpty();
    }

    @Test
    void noSecretIsKept() throws IOException {
        file().write(
                preview("ghp_0123456789abcdef0123456789abcdef0123 and a-secret-that-is-known"), STAMP, KNOWN);
        String bytes = Files.readString(place(), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("checkout").doesNotContain("0123456789abcdef")
                .doesNotContain("a-secret-that-is-known");
    }

    @Test
    void everyBrokenByteAndEveryBeginningCountsAsNothing() throws IOException {
        file().write(preview("v1"), STAMP, KNOWN);
        byte[] good = Files.readAllBytes(place());
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 0x55;
            Files.write(place(), bad);
            assertThat(file().read(STAMP)).as("byte %d", i).isEmpty();
            Files.write(place(), Arrays.copyOf(good, i));
            assertThat(file().read(STAMP)).as("the first %d bytes", i).isEmpty();
        }
    }

    @Test
    void neitherAFolderNorALinkIsRead(@TempDir Path elsewhere) throws IOException {
        new PreviewFile(elsewhere).write(preview("v1"), STAMP, KNOWN);
        Files.createSymbolicLink(place(), elsewhere.resolve("last-state-preview.bin"));
        assertThat(file().read(STAMP)).isEmpty();
        Files.delete(place());
        Files.createDirectory(place());
        assertThat(file().read(STAMP)).isEmpty();
    }

    @Test
    void whatIsTooLargeIsNotKeptAndTheOldOneStays() throws IOException {
        file().write(preview("v1"), STAMP, KNOWN);
        BoardPreview.Line line = new BoardPreview.Group("g".repeat(60_000), "", false);
        BoardPreview huge = new BoardPreview(NOON, List.of(), Collections.nCopies(10, line));
        assertThatThrownBy(() -> file().write(huge, STAMP, KNOWN)).isInstanceOf(IOException.class);
        assertThat(file().read(STAMP)).contains(preview("v1"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(place());
        }
    }
}
