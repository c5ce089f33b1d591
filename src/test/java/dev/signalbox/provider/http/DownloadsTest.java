package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.testing.faults.FaultServer;
import dev.signalbox.testing.faults.Faults;
import dev.signalbox.testing.faults.Line;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.testing.faults.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DownloadsTest {

    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final byte[] FILE = RawAnswer.json("[1, 2, 3]").bytes();

    @TempDir
    Path folder;

    private final CountDownLatch goesOn = new CountDownLatch(1);

    @Test
    void manySlowFilesHoldUpNothingAndWaitForTheirTurnWithoutLosingTime() throws Exception {
        HttpLimits limits = HttpLimits.standard().withoutPauses().withDeadline(DEADLINE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                FaultServer server = FaultServer.start(this::play);
                HttpDoor door = HttpDoor.open(Doors.to(server).withLimits(limits))) {
            List<Future<Download>> files = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                Path file = folder.resolve("file-" + i);
                files.add(threads.submit(() -> door.download(Doors.read(door, "file"), Download.Into.file(file))));
            }
            for (int i = 0; i < HttpLimits.DOWNLOADS; i++) {
                assertThat(server.awaitRequest().target()).isEqualTo("/file");
            }
            for (int i = 0; i < 2 * limits.together(); i++) {
                door.get(Doors.read(door, "x"));
                assertThat(server.awaitRequest().target()).isEqualTo("/x");
            }
            assertThat(server.hasAnotherWithin(DEADLINE.plusMillis(300))).as("more files than may come").isFalse();
            goesOn.countDown();

            for (Future<Download> file : files) {
                assertThat(file.get(30, TimeUnit.SECONDS).bytes()).isEqualTo(9);
            }
        }
    }

    @Test
    void aLogDoesNotWaitForArchivesThatComeSlowly() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                FaultServer server = FaultServer.start(this::play);
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            List<Future<Download>> files = new ArrayList<>();
            for (int i = 0; i < HttpLimits.DOWNLOADS; i++) {
                Path file = folder.resolve("file-" + i);
                files.add(threads.submit(() -> door.download(Doors.read(door, "file"), Download.Into.file(file))));
                assertThat(server.awaitRequest().target()).isEqualTo("/file");
            }
            assertThat(door.download(Doors.read(door, "x"), Download.Into.text(folder.resolve("log"))).bytes())
                    .isEqualTo(2);
            goesOn.countDown();
            for (Future<Download> file : files) {
                assertThat(file.get(30, TimeUnit.SECONDS).bytes()).isEqualTo(9);
            }
        }
    }

    @Test
    void aFileThatThisMachineCannotKeepIsNoFaultOfTheServer() {
        try (FaultServer server = FaultServer.start(Faults.answer(RawAnswer.json("{}")));
                HttpDoor door = HttpDoor.open(Doors.to(server))) {
            assertThat(Doors.problem(() -> door.download(
                    Doors.read(door, "file"), Download.Into.file(folder.resolve("missing").resolve("file")))))
                    .isInstanceOf(RemoteProblem.NotKept.class);
        }
    }

    private void play(ReceivedRequest request, Line line) throws IOException {
        if (request.target().equals("/x")) {
            line.write(RawAnswer.json("{}").bytes());
            return;
        }
        line.write(Arrays.copyOf(FILE, FILE.length - 3));
        try {
            assertThat(goesOn.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        line.write(Arrays.copyOfRange(FILE, FILE.length - 3, FILE.length));
    }
}
