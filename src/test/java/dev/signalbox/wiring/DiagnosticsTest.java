package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.settings.diagnostics.Report.Part;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticsTest {

    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // made before each test
    private OwnLog log;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Diagnostics report;

    @BeforeEach
    void open() throws Exception {
        Folders folders = Folders.below(folder);
        folders.make();
        log = OwnLog.open(folders.data(), new KnownSecrets());
        SampleStates states = SampleStates.full().journalProblem("the disk is full, ghp_canarycanary1");
        states.connection(Connection.fresh(
                new ConnectionId("inside"), Connection.Kind.GITLAB,
                "https://robot:canarycanary2@git.example.com")
                .troubled(new RemoteProblem.Unauthorized("refused glpat-canarycanary3"), null));
        report = new Diagnostics(
                Machine.here(), folders, states::state, log, () -> new Redaction(List.of("canarycanary4")));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private Map<String, String> parts() {
        Map<String, String> all = new LinkedHashMap<>();
        report.gather().forEach(part -> all.put(part.name(), part.text()));
        return all;
    }

    @Test
    void tellsWhatSomebodyWhoHelpsNeeds() {
        Map<String, String> all = parts();
        assertThat(all).containsOnlyKeys(
                "about.txt", "configuration.txt", "connections.txt", "counts.txt", "log.txt", "threads.txt");
        assertThat(all.get("about.txt")).contains("Signalbox").contains("Java ").contains("Memory used")
                .contains(folder.toString());
        assertThat(all.get("connections.txt")).contains("GITHUB").contains("requests left 4812 of 5000")
                .contains("It refused our credential").contains("journal the disk is full");
        assertThat(all.get("counts.txt")).contains("workloads ").contains("services described ");
        assertThat(all.get("threads.txt")).contains("dev.signalbox.wiring.Diagnostics");
    }

    @Test
    void noSecretIsInIt() throws Exception {
        Files.writeString(folder.resolve("console.yaml"), "version: 1\nproxy: http://u:canarycanary5@proxy\n");
        Files.writeString(folder.resolve("board.properties"), "words=canarycanary4\n");
        Files.writeString(folder.resolve("secrets.vault"), "canarycanary6");
        log.publish(new LogRecord(Level.WARNING, "Authorization: Bearer canarycanary7"));
        String all = String.join("\n", parts().values());
        assertThat(all).doesNotContain("canary").contains("•••");
        assertThat(parts().get("configuration.txt")).contains("console.yaml").contains("version: 1");
        assertThat(parts().get("log.txt")).contains("uthorization");
    }

    @Test
    void savesExactlyWhatWasShown() throws Exception {
        List<Part> shown = List.of(new Part("about.txt", "Signalbox"), new Part("log.txt", "— zwölf\n"));
        Path file = folder.resolve("report.zip");
        Files.writeString(file, "older");
        report.save(shown, file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(2);
            for (Part part : shown) {
                assertThat(new String(
                        zip.getInputStream(zip.getEntry(part.name())).readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(part.text());
            }
        }
    }
}
