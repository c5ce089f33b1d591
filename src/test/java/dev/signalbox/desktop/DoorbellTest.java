package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.ChildJvm;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorbellTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Test
    void aRingIsHeardWithItsLinkAndWithout() throws Exception {
        try (Doorbell bell = hang(places())) {
            assertThat(bell).isNotNull();
            assertThat(Ring.at(places(), "signalbox://board", PATIENCE)).isEqualTo(Ring.HEARD);
            assertThat(Ring.at(places(), "", PATIENCE)).isEqualTo(Ring.HEARD);
            assertThat(next()).isEqualTo("signalbox://board");
            assertThat(next()).isEmpty();
        }
    }

    @Test
    void nobodyElseMayUseItsSocketOrEnterItsFolder() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (Doorbell bell = hang(places())) {
            assertThat(bell).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(places().getFirst())))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        }
        assertThat(places().getFirst()).doesNotExist();
    }

    @Test
    void whatIsNoRingIsHungUpOn() throws Exception {
        try (Doorbell bell = hang(places())) {
            assertThat(bell).isNotNull();
            for (String said : List.of(
                    "GET / HTTP/1.1\r\n", "\n", "signalbox 1 quit\n", "signalbox 2 show\n", "signalbox 1 show me\n",
                    "signalbox 1 open\n", "approve 1\n")) {
                assertThat(answer(said)).as(said).isEmpty();
            }
            assertThat(answer("signalbox 1 show\n")).isEqualTo("heard\n");
            assertThat(next()).isEmpty();
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void moreThanFourKilobytesAreNotHeard() throws Exception {
        try (Doorbell bell = hang(places())) {
            assertThat(bell).isNotNull();
            String fits = Doorbell.OPEN + "x".repeat(Doorbell.LONGEST - Doorbell.OPEN.length() - 1) + "\n";
            assertThat(answer(fits)).isEqualTo("heard\n");
            assertThat(next()).hasSize(Doorbell.LONGEST - Doorbell.OPEN.length() - 1);
            assertThat(answer(Doorbell.OPEN + "x".repeat(Doorbell.LONGEST) + "\n")).isEmpty();
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void aLineMayComeInPiecesWhileOthersSayNothing() throws Exception {
        try (Doorbell bell = hang(places())) {
            assertThat(bell).isNotNull();
            List<SocketChannel> silent = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                silent.add(connect());
            }
            try (SocketChannel channel = connect()) {
                for (byte b : "signalbox 1 open signalbox://runs\n".getBytes(StandardCharsets.UTF_8)) {
                    channel.write(ByteBuffer.wrap(new byte[] {b}));
                }
                assertThat(next()).isEqualTo("signalbox://runs");
            }
            for (SocketChannel channel : silent) {
                channel.close();
            }
            assertThat(Ring.at(places(), "", PATIENCE)).isEqualTo(Ring.HEARD);
        }
    }

    @Test
    void aSocketThatAKilledConsoleLeftBehindAnswersNobodyAndGivesWay() throws Exception {
        try (ChildJvm child = ChildJvm.start(KilledConsole.class, folder.toString())) {
            assertThat(child.line()).isEqualTo("rung");
            assertThat(Ring.at(places(), "signalbox://runs", PATIENCE)).isEqualTo(Ring.HEARD);
            assertThat(child.line()).isEqualTo("signalbox://runs");
            child.kill();
        }
        assertThat(places().getFirst()).exists();
        assertThat(Ring.at(places(), "", PATIENCE)).isEqualTo(Ring.NOBODY);
        try (Doorbell bell = hang(places())) {
            assertThat(bell).isNotNull();
            assertThat(Ring.at(places(), "", PATIENCE)).isEqualTo(Ring.HEARD);
        }
    }

    @Test
    void oneThatTakesTheRingAndSaysNothingIsToldFromNobody() throws Exception {
        assertThat(Ring.at(places(), "", PATIENCE)).isEqualTo(Ring.NOBODY);
        try (ServerSocketChannel hung = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            hung.bind(UnixDomainSocketAddress.of(places().getFirst()));
            assertThat(Ring.at(places(), "", Duration.ofMillis(100))).isEqualTo(Ring.SILENT);
        }
    }

    @Test
    void aPathThatIsTooLongForASocketMovesToTheRuntimeFolder(@TempDir Path runtime) throws Exception {
        Path deep = Files.createDirectories(folder.resolve("d".repeat(60)).resolve("e".repeat(60)));
        List<Path> places = DoorPlaces.of(deep, Map.of("XDG_RUNTIME_DIR", runtime.toString()));
        assertThat(places).hasSize(1);
        assertThat(places.getFirst().toString()).startsWith(runtime.resolve("signalbox").toString());
        try (Doorbell bell = hang(places)) {
            assertThat(bell).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(runtime.resolve("signalbox"))))
                    .isEqualTo("rwx------");
            assertThat(Ring.at(places, "", PATIENCE)).isEqualTo(Ring.HEARD);
        }
        assertThat(DoorPlaces.of(deep, Map.of())).isEmpty();
        assertThat(DoorPlaces.of(deep, Map.of("XDG_RUNTIME_DIR", "relative"))).isEmpty();
    }

    @Test
    void otherFoldersHaveOtherBells(@TempDir Path other, @TempDir Path runtime) throws Exception {
        Map<String, String> environment = Map.of("XDG_RUNTIME_DIR", runtime.toString());
        assertThat(DoorPlaces.of(folder, environment)).doesNotContainAnyElementsOf(DoorPlaces.of(other, environment));
        try (Doorbell bell = hang(places())) {
            assertThat(bell).isNotNull();
            assertThat(Ring.at(DoorPlaces.of(other, environment), "", PATIENCE)).isEqualTo(Ring.NOBODY);
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void aFolderThatIsALinkToAnotherOneIsNotEntered(@TempDir Path runtime, @TempDir Path elsewhere) throws Exception {
        Files.createSymbolicLink(runtime.resolve("signalbox"), elsewhere);
        Path deep = Files.createDirectories(folder.resolve("d".repeat(60)).resolve("e".repeat(60)));
        List<Path> places = DoorPlaces.of(deep, Map.of("XDG_RUNTIME_DIR", runtime.toString()));
        assertThat(Doorbell.hang(places, heard::add, Thread.ofPlatform().daemon().factory(), System::nanoTime))
                .isEmpty();
        assertThat(elsewhere).isEmptyDirectory();
    }

    private List<Path> places() throws IOException {
        return DoorPlaces.of(folder, Map.of());
    }

    private Doorbell hang(List<Path> places) {
        return Doorbell.hang(places, heard::add, Thread.ofPlatform().daemon().factory(), System::nanoTime)
                .orElseThrow();
    }

    private String next() throws InterruptedException {
        String said = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(said).as("somebody rang").isNotNull();
        return String.valueOf(said);
    }

    private SocketChannel connect() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(places().getFirst()));
    }

    /// All that it answers until it hangs up.
    private String answer(String said) throws IOException {
        try (SocketChannel channel = connect()) {
            ByteBuffer answer = ByteBuffer.allocate(100);
            try {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(said);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                while (channel.read(answer) >= 0) {
                    // until it hangs up
                }
            } catch (IOException hungUpWhileSpeaking) {
                return "";
            }
            return StandardCharsets.UTF_8.decode(answer.flip()).toString();
        }
    }
}
