package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.faults.FaultServer;
import dev.signalbox.testing.faults.Faults;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// From the first window to the real board, by keyboard, against servers that speak the real protocols.
class FirstRunStoryTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void startTheToolkit() {
        Fx.start();
    }

    @Test
    void somebodyIsLedFromTheWelcomeToTheRealBoard(TestReporter reporter) throws Exception {
        Folders teams = Folders.below(folder.resolve("team"));
        teams.make();
        try (Practice practice = Practice.start(Machine.here(), teams); FirstRun person = new FirstRun(folders())) {
            long begun = System.nanoTime();
            person.connect(practice.addresses());

            for (Path file : person.files()) {
                assertThat(file).isNotEmptyFile();
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).as(file.toString())
                        .doesNotContain(practice.addresses().token());
            }
            Configured set = person.configured();
            assertThat(set.file().problems()).isEmpty();
            assertThat(set.file().config().clusters())
                    .extracting(c -> c.id().name(), ConsoleConfig.ClusterContext::mark)
                    .containsExactlyInAnyOrder(
                            tuple("staging-1", ClusterMark.ORDINARY),
                            tuple("prod-eu", ClusterMark.PRODUCTION_READ_ONLY));
            try (LiveConsole console = LiveConsole.with(set, person.machine(), person.folders)) {
                console.awaitShown("cell-checkout-production");
                console.awaitWords("cell-checkout-production", words -> words.contains("v2.1"));
                // A measure, not a limit: other work on the machine is in it.
                reporter.publishEntry(
                        "seconds from the welcome to the board",
                        Long.toString(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun)));
            }
        }
    }

    @Test
    void aSignInPageInsteadOfTheServerIsToldAsSuchAndShowsNoToken() throws Exception {
        try (FaultServer portal = FaultServer.start(
                Faults.answer(RawAnswer.page(200, "<html><b>Welcome to the hotel</b></html>")));
                FirstRun person = new FirstRun(folders())) {
            person.signIn(portal.address().toString(), "ghp_canary0123456789");

            person.await("step-problem", node -> node.isVisible() && node.getAccessibleText() != null
                    && node.getAccessibleText().contains("page"));
            person.awaitWords("wizard", words -> !words.contains("canary") && !words.contains("<b>"));
            assertThat(nothingIsKept(person)).isTrue();
        }
    }

    @Test
    void aServerThatIsNotThereIsTold() throws Exception {
        try (FirstRun person = new FirstRun(folders())) {
            person.signIn("http://127.0.0.1:9", "ghp_canary0123456789");

            person.await("step-problem", node -> node.isVisible() && node.getAccessibleText() != null
                    && !node.getAccessibleText().isEmpty());
            assertThat(nothingIsKept(person)).isTrue();
        }
    }

    private static boolean nothingIsKept(FirstRun person) {
        return person.files().stream().noneMatch(Files::exists);
    }

    private Folders folders() throws IOException {
        Folders folders = Folders.below(folder.resolve("own"));
        folders.make();
        return folders;
    }
}
