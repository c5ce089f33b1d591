package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Main;
import dev.signalbox.desktop.FolderLock;
import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.LogHits;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.history.logs.LogArchive;
import dev.signalbox.port.KeptLogs;
import dev.signalbox.testing.ChildJvm;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// One home on two machines: the folder is another console's, and no bell rings across. It is looked at, and nothing in
/// it is touched.
@Execution(ExecutionMode.CONCURRENT)
class BesideAnotherTest {

    private static final String CONFIG = "version: 1\ngithub:\n  - token-env: NO_SUCH_VARIABLE\n";

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatAnotherMachineHasIsLookedAtOnly() throws Exception {
        Files.writeString(folder.resolve("console.yaml"), CONFIG);
        try (ChildJvm first = console("ana@elsewhere")) {
            List<Path> before = files();
            ChildJvm.End second = start("--data", folder.toString());

            assertThat(second.printed())
                    .contains("Looking only, since nothing can be kept: another Signalbox is running on " + folder
                            + ", as ana@elsewhere. Give another folder with --data to act.")
                    .contains("There is no display here").doesNotContain("Exception");
            assertThat(second.code()).isEqualTo(1);
            assertThat(files()).isEqualTo(before);
            assertThat(FolderLock.holder(folder)).isEqualTo("ana@elsewhere");
            first.kill();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aNameThatDeceivesIsShownForWhatItIs() throws Exception {
        try (ChildJvm first = console("ana@elsewhere")) {
            Files.writeString(FolderLock.file(folder), "ana\u202e@elsewhere\u0007");
            String printed = start("--data", folder.toString()).printed();

            // The brackets around them depend on what the terminal can show.
            assertThat(printed).contains("U+202E").contains("BEL").doesNotContain("\u202e").doesNotContain("\u0007");
            first.kill();
        }
    }

    @Test
    void whoHasItOnThisMachineIsNotPassedBy() throws Exception {
        try (ChildJvm first = console(Machine.here().operator())) {
            ChildJvm.End second = start("--data", folder.toString());

            assertThat(second.code()).isEqualTo(1);
            assertThat(second.printed()).contains("Another Signalbox is running on " + folder)
                    .doesNotContain("Looking only");
            first.kill();
        }
    }

    @Test
    void picturesAreNotDrawnOfAFolderThatAnotherMachineHas() throws Exception {
        Files.writeString(folder.resolve("console.yaml"), CONFIG);
        Path pictures = folder.resolve("pictures");
        try (ChildJvm first = console("ana@elsewhere")) {
            ChildJvm.End second = start("--data", folder.toString(), "--snapshot", pictures.toString());

            assertThat(second.code()).isEqualTo(1);
            assertThat(second.printed()).contains("Another Signalbox is running on " + folder);
            assertThat(pictures).doesNotExist();
            first.kill();
        }
    }

    @Test
    void theJournalOfAnotherIsNotWrittenAndTheSecondSaysSo() throws IOException {
        Folders folders = Folders.below(folder);
        folders.make();
        Path passing = Files.createDirectory(folder.resolve("passing"));
        try (Engine first = Engine.open(Machine.here(), folders);
                Engine second = Engine.open(
                        Machine.here(), folders.lookedAt(passing))) {
            String problem = new Waiting(second.store()).until(
                    "the second knows that it cannot write", Duration.ofSeconds(90),
                    state -> Optional.of(state.journalProblem()).filter(told -> !told.isEmpty()));

            assertThat(problem).doesNotContain("Exception");
            assertThat(first.store().current().journalProblem()).isEmpty();
        }
    }

    @Test
    void whoLooksOnlyWritesItsLogElsewhere() throws IOException {
        Folders folders = Folders.below(folder);
        folders.make();
        Path passing = Files.createDirectory(folder.resolve("passing"));
        ConsoleConfig config = new ConsoleConfig(
                List.of(new ConsoleConfig.CiAccount(
                        new ConnectionId("work"), Connection.Kind.GITHUB, "https://github.example.com",
                        "NO_SUCH_VARIABLE", List.of(), null, null)),
                List.of(), null);
        try (Engine first = Engine.open(Machine.here(), folders)) {
            assertThat(first.store()).isNotNull();
            List<Path> before = theirs(passing);
            try (Engine second = Engine.start(
                    Machine.here(), config, List.of(), folders.lookedAt(passing))) {
                Logger.getLogger("dev.signalbox.test").info("said while looking");
                second.log.flush();
            }
            assertThat(theirs(passing)).isEqualTo(before);
            assertThat(passing.resolve("console.log.0")).content().contains("said while looking");
        }
    }

    @Test
    void whoLooksOnlyFindsWhatTheOtherHasKept() throws Exception {
        Folders folders = Folders.below(folder);
        folders.make();
        Path passing = Files.createDirectory(folder.resolve("passing"));
        KeptLog about = new KeptLog(
                new JobKey(new RunId(new RepositoryId(new ConnectionId("GitHub"), "acme", "checkout"), 1), 7),
                "nightly",
                77, "unit-tests", Conclusion.FAILURE, "main", Instant.EPOCH);
        Path log = Files.writeString(passing.resolve("fetched.log"), "one\nquixotic_cursor is closed\n");
        try (Engine first = Engine.open(Machine.here(), folders);
                LogArchive theirs = new LogArchive(folders.data(), 10_000_000, () -> Redaction.SHAPES_ONLY)) {
            assertThat(first.store()).isNotNull();
            theirs.keep(about, log);
            List<Path> before = theirs(passing);
            try (Engine second = Engine.start(
                    Machine.here(), new ConsoleConfig(List.of(), List.of(), null), List.of(),
                    folders.lookedAt(passing))) {
                KeptLogs logs = Objects.requireNonNull(second.memory()).logs();

                assertThat(logs.search("quixotic_cursor", 10, () -> false, some -> {}).hits())
                        .containsExactly(new LogHits.Hit(about, 2, "quixotic_cursor is closed"));
                assertThat(logs.about(about.job())).contains(about);
            }
            assertThat(theirs(passing)).isEqualTo(before);
        }
    }

    /// Files of the first console, but for those that its database makes and removes by itself.
    private List<Path> theirs(Path passing) throws IOException {
        return files().stream()
                .filter(file -> !file.startsWith(passing)
                        && !String.valueOf(file.getFileName()).startsWith("history.db"))
                .toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /// A console that hears nobody, as one on another machine does not.
    private ChildJvm console(String who) throws IOException {
        ChildJvm child = ChildJvm.start(OpenConsole.class, folder.toString(), who, "deaf");
        assertThat(child.line()).isEqualTo("open");
        return child;
    }

    private static ChildJvm.End start(String... arguments) throws Exception {
        try (ChildJvm child = ChildJvm.start(Main.class, arguments)) {
            return child.end();
        }
    }
}
