package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.Fx;
import dev.signalbox.ui.shell.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

/// Reads everything that a console shows, and copies what can be copied.
///
/// @param seen gets every text that was on the screen or in the clipboard
record CanaryReader(LiveConsole console, StringBuffer seen) {

    /// What shows the lines of a log, of a job or of pods.
    private static final String LOG = "log-lines";

    void look() {
        seen.append(console.everything()).append('\n');
    }

    /// Types a wrong passphrase, then the right one.
    void openTheVault() throws IOException {
        console.awaitShown("vault-typed");
        String wrong = new StringBuilder(CanaryPlaces.PASSPHRASE).reverse().toString();
        console.write("vault-typed", wrong);
        look();
        console.click("vault-give");
        console.awaitShown("vault-refused");
        look();
        console.write("vault-typed", CanaryPlaces.PASSPHRASE);
        look();
        console.click("vault-give");
        console.state("the vault's token is refused", s -> Optional.ofNullable(
                s.connections().get(CanaryPlaces.VAULTED)).map(c -> c.problem()));
        console.awaitGone("vault-sheet");
        look();
    }

    /// Every page, the vault from its page, and the report.
    void readSettings() {
        console.click("nav-settings");
        List<String> pages = console.settingsPages();
        assertThat(pages).hasSizeGreaterThan(6).contains("diagnostics", "secrets");
        for (String page : pages) {
            console.openSettings(page);
            look();
        }
        console.openSettings("secrets");
        console.click("secrets-vault");
        console.awaitShown("vault-close");
        look();
        console.click("vault-close");
        console.openSettings("diagnostics");
        console.click("diagnostics-gather");
        console.awaitWords("diagnostics-text", words -> words.contains("── threads.txt"));
        look();
    }

    /// The log of a job that failed. Once it lies in the cache somebody's secrets are put into it, as if it had come so,
    /// but for tokens that the console holds: those would have been taken out as it came.
    void readJobLog(Folders folders) throws IOException {
        Run red = console.state("a build is red", s -> s.repositories().values().stream()
                .flatMap(r -> r.runs().or(List.of()).stream())
                .filter(r -> r.conclusion() == Conclusion.FAILURE && r.workflowPath().endsWith("ci.yml"))
                .findFirst());
        console.go(new Place.AtRun(red.id()));
        Job failed = console.state("its jobs are read",
                s -> s.run(red.id()).jobsOf(red.attempt()).or(List.of()).stream()
                        .filter(job -> job.conclusion() == Conclusion.FAILURE)
                        .findFirst());
        JobKey job = new JobKey(red.id(), failed.number());
        console.go(new Place.AtLog(job, 0));
        LogFile sent = console.state("its log is read", s -> Optional.ofNullable(s.logs().get(job))
                .map(log -> log.value()));
        assertThat(sent.path()).startsWith(folders.cache().resolve("logs"));
        console.awaitShown(LOG);
        look();
        // As a whole: who has the other one open goes on reading that.
        Path fresh = Files.writeString(folders.cache().resolve("fresh"), CanaryPlaces.log());
        Path unused = Files.move(
                fresh, sent.path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        console.click("nav-board");
        console.go(new Place.AtRun(red.id()));
        console.press(KeyCode.ESCAPE);
        console.awaitShown("runs-list");
        console.go(new Place.AtLog(job, 0));
        readLog();
        console.click("nav-board");
    }

    /// What is shown of a planted log, plain and as sent with escapes, and what is copied of it.
    void readLog() {
        console.awaitWords(LOG, words -> words.contains(CanaryPlaces.WORD) && words.contains("•••"));
        look();
        console.click(LOG);
        console.press(KeyCode.ALT, KeyCode.S);
        console.awaitWords(LOG, words -> words.contains(CanaryPlaces.WORD));
        look();
        console.press(KeyCode.ALT, KeyCode.S);
        console.awaitWords(LOG, words -> words.contains(CanaryPlaces.WORD));
        copy();
    }

    private void copy() {
        console.awaitTold("log-said", words -> words.startsWith("Copied"), () -> {
            console.click(LOG);
            console.press(KeyCode.CONTROL, KeyCode.A);
            console.press(KeyCode.CONTROL, KeyCode.C);
        });
        look();
        seen.append(Fx.run(() -> Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), "")));
    }

    /// Pods print their variables.
    ///
    /// @return what is written down of it
    String readPodLog(Folders folders) throws IOException {
        console.go(new Place.AtTarget("checkout", "production"));
        console.click("pod-log-open");
        console.awaitShown("pod-log-every");
        console.click("pod-log-every");
        Printed printed = console.state("pods have printed secrets", CanaryReader::planted);
        assertThat(printed.file()).startsWith(folders.cache());
        console.awaitWords(LOG, words -> words.contains("SECRET_"));
        look();
        copy();
        String written = console.state("they are there still", CanaryReader::planted).text();
        console.click("pod-log-close");
        console.awaitGone("pod-log-close");
        return written;
    }

    /// The log of pods in a file, and what stands in it.
    private record Printed(Path file, String text) {}

    private static Optional<Printed> planted(ConsoleState state) {
        return state.podLogs().values().stream()
                .map(reading -> reading.value())
                .filter(Objects::nonNull)
                .map(LogFile::path)
                .flatMap(file -> {
                    try {
                        return Stream.of(new Printed(file, Files.readString(file)));
                    } catch (NoSuchFileException closed) {
                        return Stream.empty(); // nobody follows that one any more
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                })
                .filter(printed -> printed.text().contains("SECRET_10"))
                .findFirst();
    }

    /// What was known last is shown, and a kept log is found and read as it was kept. The vault is not opened.
    void readOffline() {
        console.click("vault-cancel");
        console.awaitGone("vault-sheet");
        console.awaitShown("cell-checkout-production");
        for (String screen : List.of("runs", "approvals", "activity", "settings", "board")) {
            console.click("nav-" + screen);
            look();
        }
        console.press(KeyCode.CONTROL, KeyCode.K);
        console.awaitFocus("palette-field");
        console.type(CanaryPlaces.WORD);
        console.awaitWords("palette-list", words -> words.contains("Search kept logs"));
        console.press(KeyCode.ENTER);
        console.awaitWords("palette-list", words -> words.contains("line "));
        look();
        console.press(KeyCode.ENTER);
        readLog();
    }
}
