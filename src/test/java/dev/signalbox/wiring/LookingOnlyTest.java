package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Main;
import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A folder that cannot be used does not keep anybody from looking; it keeps the console from acting, and it says so.
@Execution(ExecutionMode.CONCURRENT)
class LookingOnlyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @Test
    void everythingIsReadAndNothingCanBeSent() throws IOException {
        Path unusable = Files.writeString(folder.resolve("file"), "").resolve("data");
        Folders passing = Folders.below(folder.resolve("passing"));
        Folders folders = new Folders(unusable, passing.cache(), passing.settings());
        Machine machine = Machine.here();
        try (Practice practice = Practice.start(machine, folders);
                Engine engine = Engine.start(practice.on(machine), practice.config(), List.of(), folders)) {
            Workflow ci = await(engine, "workflows are read", LookingOnlyTest::aWorkflow);
            assertThat(engine.store().current().journalProblem()).contains(unusable.toString())
                    .contains("read-only or missing");

            RepositoryId repository = ci.repository();
            DraftId draft = engine.operator().prepare(
                    new Intent.TriggerRun(repository, ci.number(), ci.name(), "main", Map.of()));
            Draft ready = await(engine, "the plan can be looked at", s -> Optional.ofNullable(s.drafts().get(draft))
                    .filter(d -> d instanceof Draft.Ready));
            engine.operator().confirm(ready.id());
            ActionRecord refused = await(engine, "it is refused", s -> s.actions().values().stream()
                    .filter(a -> a.phase().isEnd()).findFirst());

            assertThat(refused.phase()).isEqualTo(ActionRecord.Phase.STOPPED);
            assertThat(refused.words()).startsWith("Nothing was sent, since it cannot be written down: ")
                    .contains("read-only or missing");
            assertThat(engine.owesTheJournal()).isFalse();
        }
        assertThat(folder.resolve("file")).isEmptyFile();
    }

    @Test
    void theProgramStartsAndSaysWhyItOnlyLooks() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path config = Files.writeString(
                folder.resolve("console.yaml"), "version: 1\ngithub:\n  - token-env: NO_SUCH_VARIABLE\n");
        Path pictures = folder.resolve("pictures");
        try (ChildJvm child = ChildJvm.startWithToolkit(
                Main.class, "--config", config.toString(), "--data", file.toString(), "--snapshot",
                pictures.toString())) {
            ChildJvm.End end = child.end();
            assertThat(end.printed()).contains("Looking only, since nothing can be kept: ", "--data")
                    .doesNotContain("\tat ").doesNotContain("Exception");
            assertThat(end.code()).isZero();
        }
        assertThat(pictures.resolve("board-dark.png")).isNotEmptyFile();
        assertThat(file).isEmptyFile();
    }

    @Test
    void whatPassesIsGoneAfterwards() throws IOException {
        Path was;
        try (PassingFolder passing = PassingFolder.make(folder, "looking-")) {
            was = passing.path();
            Files.createDirectories(was.resolve("cache/logs/github-1"));
            Files.writeString(was.resolve("cache/logs/github-1/7.log"), "line");
            Files.writeString(was.resolve("window.properties"), "x=1");
            assertThat(Files.getPosixFilePermissions(was)).hasSize(3);
        }
        assertThat(was).doesNotExist();
    }

    private static Optional<Workflow> aWorkflow(ConsoleState state) {
        return state.repositories().values().stream()
                .flatMap(r -> r.workflows().or(List.of()).stream())
                .filter(w -> w.active() && w.file().equals("ci.yml"))
                .findFirst();
    }

    private static <T> T await(Engine engine, String what, Function<ConsoleState, Optional<T>> wanted)
            throws IOException {
        return new Waiting(engine.store()).until(what, PATIENCE, wanted);
    }
}
