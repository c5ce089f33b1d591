package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.text.Redaction;
import dev.signalbox.testing.faults.FaultServer;
import dev.signalbox.testing.faults.Faults;
import dev.signalbox.testing.faults.RawAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tokens that the console holds, of whichever connection, are in nothing that is read: not in answers, nor in logs that
/// are kept on the disk.
class HeldSecretsTest {

    private static final String TOKEN = "an-odd-token-of-another-cluster";

    @TempDir
    private Path folder;

    private Redaction known = new Redaction(List.of(TOKEN));

    private HttpDoor door(FaultServer server) {
        return HttpDoor.open(Doors.to(server).hiding(() -> known));
    }

    @Test
    void aLogIsWrittenWithoutThemWhereverTheyLieInIt() throws Exception {
        String log = ("line\n".repeat(3_275) + "x" + TOKEN + "\n").repeat(7);
        try (FaultServer server = FaultServer.start(Faults.answer(RawAnswer.of(200, log).gzipped()));
                HttpDoor door = door(server)) {
            Path file = folder.resolve("log");
            Download done = door.download(Doors.read(door, "x"), Download.Into.text(file));
            assertThat(Files.readString(file)).isEqualTo(log.replace(TOKEN, "•••"));
            assertThat(done.bytes()).isEqualTo(Files.size(file));
            server.behave(Faults.cutBody(100, RawAnswer.of(200, log)));
            assertThat(Doors.problem(() -> door.download(Doors.read(door, "x"), Download.Into.text(file)))).isNotNull();
            assertThat(folder.toFile().list()).containsExactly("log");
        }
    }

    @Test
    void anyOtherFileIsKeptAsItComes() throws Exception {
        try (FaultServer server = FaultServer.start(Faults.answer(RawAnswer.of(200, "PK " + TOKEN)));
                HttpDoor door = door(server)) {
            Path file = folder.resolve("archive.zip");
            assertThat(door.download(Doors.read(door, "x"), Download.Into.file(file)).bytes())
                    .isEqualTo(3 + TOKEN.length());
            assertThat(file).content().isEqualTo("PK " + TOKEN);
        }
    }

    @Test
    void anAnswerThatQuotesOneIsReadWithoutIt() throws Exception {
        RawAnswer quoting = RawAnswer.json("{\"title\":\"use " + TOKEN + "\"}").with("ETag", "\"1\"");
        try (FaultServer server = FaultServer.start(Faults.answer(quoting)); HttpDoor door = door(server)) {
            assertThat(door.get(Doors.read(door, "x")).body().path("title").asText()).isEqualTo("use •••");
            server.behave(Faults.answer(RawAnswer.of(304, "")));
            assertThat(door.get(Doors.read(door, "x")).body().path("title").asText()).as("kept").isEqualTo("use •••");
        }
    }

    @Test
    void whatIsLearnedLaterIsHiddenFromThenOn() throws Exception {
        known = Redaction.SHAPES_ONLY;
        try (FaultServer server = FaultServer.start(Faults.answer(RawAnswer.json("[\"" + TOKEN + "\"]")));
                HttpDoor door = door(server)) {
            assertThat(door.get(Doors.read(door, "x")).body().path(0).asText()).isEqualTo(TOKEN);
            known = new Redaction(List.of(TOKEN));
            assertThat(door.get(Doors.read(door, "x")).body().path(0).asText()).isEqualTo("•••");
        }
    }

    @Test
    void whatIsHeldBackComesAtTheEndAndOnce() throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try (OutputStream out = new CleanOutput(to, known.bytes())) {
            out.write('a');
            out.write(("b" + TOKEN.substring(0, 9)).getBytes(StandardCharsets.UTF_8));
            assertThat(to.size()).isZero();
            out.write((TOKEN.substring(9) + TOKEN.substring(0, 5)).getBytes(StandardCharsets.UTF_8));
            out.close();
        }
        assertThat(to.toString(StandardCharsets.UTF_8)).isEqualTo("ab•••" + TOKEN.substring(0, 5));
    }
}
